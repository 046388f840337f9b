package openapi

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
)

// Operation is what one method of one address does.
type Operation struct {
	Method string
	Path   string // with its parameters: /reports/{id}
	ID     string
	Tag    string
	About  string // its first sentence is the summary
	Params []Parameter
	Body   Body
	Answer Answer
	// Problems are the statuses of errors that are its own, beside those that
	// follow from parameters and body.
	Problems []int
}

// Parameter is a part of an address.
type Parameter struct {
	Name     string
	In       string // path or query
	About    string
	Schema   Schema
	Required bool
	Example  any
}

// Body is what is sent.
type Body struct {
	Type    reflect.Type // nil: no JSON
	Schema  *Schema      // of another media type
	Media   string       // empty: JSON
	Needs   []string     // fields that must be there
	Example json.RawMessage
}

func (b Body) isNone() bool { return b.Type == nil && b.Schema == nil }

// Answer is what comes back when all went well.
type Answer struct {
	Type  reflect.Type // of JSON; nil: none
	Media string       // empty: JSON
	About string
}

// object returns the operation as the document has it.
func (o Operation) object(s *schemas, d Document) map[string]any {
	summary, rest, _ := strings.Cut(o.About, ". ")
	responses := d.problemsOf(o)
	responses["200"] = o.Answer.object(s)
	out := map[string]any{"operationId": o.ID, "summary": strings.TrimSuffix(summary, "."), "tags": []string{o.Tag},
		"responses": responses}
	if rest != "" {
		out["description"] = o.About
	}
	if len(o.Params) > 0 {
		var all []any
		for _, p := range o.Params {
			all = append(all, p.object())
		}
		out["parameters"] = all
	}
	if !o.Body.isNone() {
		out["requestBody"] = o.Body.object(s)
	}
	return out
}

// mayAnswer tells whether an error of a status can come of the operation.
func (o Operation) mayAnswer(status int) bool {
	for _, own := range o.Problems {
		if own == status {
			return true
		}
	}
	switch status {
	case http.StatusBadRequest:
		return true // an unknown parameter is refused everywhere
	case http.StatusNotFound:
		return strings.Contains(o.Path, "{")
	case http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType:
		return !o.Body.isNone()
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusInternalServerError:
		return true
	}
	return false
}

func (p Parameter) object() map[string]any {
	out := map[string]any{"name": p.Name, "in": p.In, "description": p.About, "schema": p.Schema}
	if p.Required || p.In == "path" {
		out["required"] = true
	}
	if p.Schema.Type == "array" { // also: names with commas between
		out["explode"] = true
	}
	if p.Example != nil {
		out["example"] = p.Example
	}
	return out
}

func (b Body) object(s *schemas) map[string]any {
	schema, media := b.Schema, b.Media
	if schema == nil {
		schema, media = s.sent(b.Type, b.Needs), jsonType
	}
	content := map[string]any{"schema": schema}
	if len(b.Example) > 0 {
		content["example"] = b.Example
	}
	return map[string]any{"required": true, "content": map[string]any{media: content}}
}

const jsonType = "application/json"

func (a Answer) object(s *schemas) map[string]any {
	about := a.About
	if about == "" {
		about = "What was asked for."
	}
	out := map[string]any{"description": about}
	switch {
	case a.Type == nil && a.Media == "":
		return out
	case a.Type == nil:
		out["content"] = map[string]any{a.Media: map[string]any{}}
	case a.Media == "":
		out["content"] = map[string]any{jsonType: map[string]any{"schema": s.answered(a.Type)}}
	default: // one value a line
		out["content"] = map[string]any{a.Media: map[string]any{"schema": s.answered(a.Type)}}
	}
	return out
}
