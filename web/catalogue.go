package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

//go:embed messages
var messageFiles embed.FS

// catalogue holds the texts of the pages in one language. The text "empty" of
// messages/zh/reports.json has the key "reports.empty".
type catalogue map[string]string

func loadCatalogues() (map[lang]catalogue, error) {
	out := map[lang]catalogue{}
	for _, l := range []lang{chinese, english} {
		c, err := loadCatalogue(l)
		if err != nil {
			return nil, fmt.Errorf("messages: %w", err)
		}
		out[l] = c
	}
	return out, nil
}

func loadCatalogue(l lang) (catalogue, error) {
	files, err := fs.Glob(messageFiles, "messages/"+string(l)+"/*.json")
	if err != nil {
		return nil, err
	}
	out := catalogue{}
	for _, file := range files {
		data, err := messageFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			return nil, fmt.Errorf("%s: want an object of texts: %w", file, err)
		}
		prefix := strings.TrimSuffix(path.Base(file), ".json") + "."
		for key, text := range texts {
			out[prefix+key] = text
		}
	}
	return out, nil
}

// text returns a message; one that is not there is its own key, which a test
// finds.
func (c catalogue) text(key string, args ...any) string {
	text, ok := c[key]
	switch {
	case !ok:
		return key
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, args...)
}
