package openapi

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Version is the version of OpenAPI that documents are written in.
const Version = "3.1.1"

// Document is what is described.
type Document struct {
	Title    string
	About    string
	Version  string // of the program
	License  string // SPDX identifier
	Tags     []Tag
	Security map[string]any // schemes by name; who asks needs one of them, or none where the server lets everybody
	Problem  any            // a value of the type that errors are answered with
	Problems []Problem      // that any operation may answer with
	Types    Types
}

// Tag is a group of operations.
type Tag struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

// Problem is an answer that is an error.
type Problem struct {
	Status  int
	Name    string // of the component
	About   string
	Example any
}

// JSON writes the document with its operations. The error names a type that
// encoding/json writes in a way of its own and Types does not know.
func (d Document) JSON(operations []Operation) ([]byte, error) {
	s := newSchemas(d.Types)
	paths := map[string]map[string]any{}
	for _, o := range operations {
		if paths[o.Path] == nil {
			paths[o.Path] = map[string]any{}
		}
		paths[o.Path][strings.ToLower(o.Method)] = o.object(s, d)
	}
	responses := d.responses(s)
	if len(s.wrong) > 0 {
		return nil, fmt.Errorf("no schema for %s", strings.Join(s.wrong, ", "))
	}
	return json.Marshal(map[string]any{
		"openapi": Version,
		"info": map[string]any{"title": d.Title, "version": d.Version, "description": d.About,
			"license": map[string]any{"name": d.License, "identifier": d.License}},
		"servers":  []any{map[string]any{"url": "/"}},
		"tags":     d.Tags,
		"security": d.security(),
		"paths":    paths,
		"components": map[string]any{"schemas": s.named, "responses": responses,
			"securitySchemes": d.Security},
	})
}

// security says that one of the schemes is wanted, or none where the server has
// no accounts.
func (d Document) security() []any {
	all := []any{map[string]any{}}
	for _, name := range sortedKeys(d.Security) {
		all = append(all, map[string]any{name: []any{}})
	}
	return all
}

// problemType is the media type of an error (RFC 9457).
const problemType = "application/problem+json"

func (d Document) responses(s *schemas) map[string]any {
	out := map[string]any{}
	for _, p := range d.Problems {
		content := map[string]any{"schema": s.answered(typeOf(d.Problem))}
		if p.Example != nil {
			content["example"] = p.Example
		}
		out[p.Name] = map[string]any{"description": p.About, "content": map[string]any{problemType: content}}
	}
	return out
}

// problemsOf returns the errors of an operation by status.
func (d Document) problemsOf(o Operation) map[string]any {
	out := map[string]any{}
	for _, p := range d.Problems {
		if o.mayAnswer(p.Status) {
			out[strconv.Itoa(p.Status)] = map[string]any{"$ref": "#/components/responses/" + p.Name}
		}
	}
	return out
}
