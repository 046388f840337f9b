package library

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// StoredAt returns when each report was last written, by id.
func (l *Library) StoredAt() (map[string]time.Time, error) {
	entries, err := os.ReadDir(l.path(reportsDir))
	if err != nil {
		return nil, fmt.Errorf("read library: %w", err)
	}
	out := map[string]time.Time{}
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), reportSuffix)
		info, err := e.Info()
		if !ok || err != nil { // one that is being replaced is there again soon
			continue
		}
		out[id] = info.ModTime()
	}
	return out, nil
}
