package web

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"reflect"
	"strings"

	"taizhang/api"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/web/openapi"
)

// documentPath is where the API describes itself.
const documentPath = "/api/openapi.json"

// apiWords are the comments of the types that the API speaks in, by type. They
// are read out of the sources: go test ./web -run Words -update.
//
//go:embed openapi/words.json
var apiWords []byte

// apiDocument answers with the description of the API.
func (s *server) apiDocument(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write(s.document)
}

// describe writes the description of the endpoints.
func describe(all []endpoint) ([]byte, error) {
	d := openapi.Document{
		Title: "Taizhang 台账", Version: pipeline.Version, License: "Apache-2.0", About: apiAbout,
		Tags: apiTags(), Security: apiSecurity(), Problem: api.Problem{}, Problems: apiProblems(),
	}
	if err := json.Unmarshal(apiWords, &d.Types.Words); err != nil {
		return nil, err
	}
	d.Types.Known = map[reflect.Type]openapi.Schema{
		reflect.TypeFor[report.Decimal](): {Type: "string", Pattern: `^-?[0-9]+(\.[0-9]+)?$`, Description: "An exact decimal number."},
	}
	var operations []openapi.Operation
	for _, e := range all {
		operations = append(operations, e.operation())
	}
	return d.JSON(operations)
}

// operation returns what the description says of an endpoint.
func (e endpoint) operation() openapi.Operation {
	method, path, _ := strings.Cut(e.pattern, " ")
	o := openapi.Operation{Method: method, Path: path, ID: e.name, Tag: e.tag(), About: e.about, Problems: e.fails,
		Params: pathParameters(path), Answer: openapi.Answer{Type: e.answer.gives, Media: e.answer.media},
		Body: openapi.Body{Type: e.answer.sent, Example: json.RawMessage(e.like), Needs: strings.Fields(e.needs)}}
	for _, name := range strings.Fields(e.takes) {
		o.Params = append(o.Params, apiParameter(name))
	}
	if len(e.answer.form) > 0 {
		o.Body.Media, o.Body.Schema = "multipart/form-data", formSchema(e.answer.form)
	}
	return o
}

// tag returns the group of an endpoint: the first word of its path.
func (e endpoint) tag() string {
	if e.own {
		return tagClient
	}
	_, path, _ := strings.Cut(e.pattern, " ")
	rest, ok := strings.CutPrefix(path, api.Root+"/")
	if !ok {
		return tagServer
	}
	first, _, _ := strings.Cut(rest, "/")
	return tagOf(first)
}

func formSchema(fields []string) *openapi.Schema {
	s := &openapi.Schema{Type: "object"}
	for _, name := range fields {
		if name != api.FilePart {
			s.Properties.Add(name, &openapi.Schema{Type: "string"})
			continue
		}
		s.Required = []string{name}
		s.Properties.Add(name, &openapi.Schema{Type: "array", Items: &openapi.Schema{Type: "string", Format: "binary"}})
	}
	return s
}
