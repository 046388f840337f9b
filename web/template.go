package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"reflect"
	"strings"
)

//go:embed templates
var templateFiles embed.FS

// templates are the pages by name, each with the layout and the parts that all
// may use.
type templates map[string]*template.Template

// loadTemplates reads templates/layout.html and templates/parts/*.html, which
// every page shares, and templates/NAME.html, which define "title" and "main".
func loadTemplates() (templates, error) {
	shared, err := template.New("layout.html").Option("missingkey=error").
		ParseFS(templateFiles, "templates/layout.html", "templates/parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, err
	}
	out := templates{}
	for _, file := range files {
		if file == "templates/layout.html" {
			continue
		}
		one, err := shared.Clone()
		if err == nil {
			one, err = one.ParseFS(templateFiles, file)
		}
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", file, err)
		}
		out[strings.TrimSuffix(path.Base(file), ".html")] = one
	}
	return out, nil
}

// asText returns the words of a string or of a type made of one (report.Status).
func asText(word any) string {
	if v := reflect.ValueOf(word); v.Kind() == reflect.String {
		return v.String()
	}
	return fmt.Sprint(word)
}
