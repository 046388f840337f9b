package openapi

import (
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
)

// schemas collects the schemas of named types.
type schemas struct {
	types Types
	named map[string]*Schema
	wrong []string // types that have none
}

func newSchemas(t Types) *schemas { return &schemas{types: t, named: map[string]*Schema{}} }

// answered returns the schema of what encoding/json writes of a type.
func (s *schemas) answered(t reflect.Type) *Schema { return s.of(t, false) }

// sent returns the schema of what a type is read from: no field has to be there
// but those needed, and no other may be.
func (s *schemas) sent(t reflect.Type, needs []string) *Schema {
	ref := s.of(t, true)
	if len(needs) > 0 {
		s.named[strings.TrimPrefix(ref.Ref, refRoot)].Required = needs
	}
	return ref
}

var (
	textType = reflect.TypeFor[encoding.TextMarshaler]()
	ownType  = reflect.TypeFor[json.Marshaler]()
)

func (s *schemas) of(t reflect.Type, sent bool) *Schema {
	if known, ok := s.types.Known[t]; ok {
		return &known
	}
	switch {
	case t == reflect.TypeFor[time.Time]():
		return &Schema{Type: "string", Format: "date-time"}
	case t == reflect.TypeFor[json.RawMessage]():
		return &Schema{}
	case t.Kind() != reflect.Pointer && t.Implements(ownType):
		s.wrong = append(s.wrong, t.String())
		return &Schema{}
	case t.Kind() != reflect.Pointer && t.Implements(textType):
		return &Schema{Type: "string", Description: s.wordsOf(t).About}
	}
	switch t.Kind() {
	case reflect.Struct:
		return s.structure(t, sent)
	case reflect.String:
		return s.text(t)
	default:
		return s.plain(t, sent)
	}
}

// plain returns the schema of a type that has no component.
func (s *schemas) plain(t reflect.Type, sent bool) *Schema {
	switch t.Kind() {
	case reflect.Bool:
		return &Schema{Type: "boolean"}
	case reflect.Float32, reflect.Float64:
		return &Schema{Type: "number"}
	case reflect.Pointer:
		return s.of(t.Elem(), sent)
	case reflect.Interface:
		return &Schema{}
	case reflect.Slice, reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 {
			return &Schema{Type: "string", Encoding: "base64"}
		}
		return &Schema{Type: "array", Items: s.of(t.Elem(), sent)}
	case reflect.Map:
		return s.table(t, sent)
	case reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128, reflect.UnsafePointer:
		s.wrong = append(s.wrong, t.String())
		return &Schema{}
	}
	return &Schema{Type: "integer"}
}

// table returns the schema of a map: an object with numbers, words or any texts
// for names.
func (s *schemas) table(t reflect.Type, sent bool) *Schema {
	key, value := t.Key(), s.of(t.Elem(), sent)
	if key.Kind() != reflect.String {
		return &Schema{Type: "object", Patterns: map[string]*Schema{"^-?[0-9]+$": value}, Additional: false}
	}
	out := &Schema{Type: "object"}
	for _, word := range s.wordsOf(key).Values {
		out.Properties.Add(word, value)
	}
	if len(out.Properties) == 0 {
		out.Additional = value
	}
	return out
}

const refRoot = "#/components/schemas/"

// text returns the schema of a text type; one with words of its own is a component.
func (s *schemas) text(t reflect.Type) *Schema {
	words := s.wordsOf(t)
	if len(words.Values) == 0 {
		return &Schema{Type: "string"}
	}
	name := nameOf(t)
	if s.named[name] == nil {
		c := &Schema{Type: "string", Description: words.About}
		for _, v := range words.Values {
			c.Enum = append(c.Enum, v)
		}
		s.named[name] = c
	}
	return &Schema{Ref: refRoot + name}
}

// structure returns a reference to the component of a struct.
func (s *schemas) structure(t reflect.Type, sent bool) *Schema {
	name := nameOf(t)
	if sent {
		name += "-sent"
	}
	if t.Name() == "" {
		return s.object(t, sent)
	}
	if s.named[name] == nil {
		s.named[name] = &Schema{} // it may hold itself
		*s.named[name] = *s.object(t, sent)
	}
	return &Schema{Ref: refRoot + name}
}

func (s *schemas) object(t reflect.Type, sent bool) *Schema {
	out := &Schema{Type: "object", Description: s.wordsOf(t).About}
	if sent {
		out.Additional = false
	}
	for _, f := range fieldsOf(t) {
		schema := s.of(f.typ, sent)
		if !sent && f.always {
			out.Required = append(out.Required, f.name)
			schema = orNull(f.typ, schema)
		}
		if about := s.wordsOf(f.of).Fields[f.goName]; about != "" {
			schema = described(schema, about)
		}
		out.Properties.Add(f.name, schema)
	}
	return out
}

// described returns a schema with words; beside a reference several tools do not
// read them.
func described(s *Schema, about string) *Schema {
	if s.Ref != "" {
		s = &Schema{AllOf: []*Schema{s}}
	}
	s.Description = about
	return s
}

// orNull returns a schema that allows null where the type can be nil.
func orNull(t reflect.Type, s *Schema) *Schema {
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		if name, ok := s.Type.(string); ok {
			s.Type = []string{name, "null"}
			return s
		}
		return &Schema{AnyOf: []*Schema{s, {Type: "null"}}}
	}
	return s
}

func (s *schemas) wordsOf(t reflect.Type) Words { return s.types.Words[KeyOf(t)] }

// KeyOf returns the name of a type in Types.Words: report.Fact, api.List.
func KeyOf(t reflect.Type) string {
	name, _, _ := strings.Cut(t.Name(), "[")
	return packageOf(t.PkgPath()) + "." + name
}

func packageOf(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

var typeArgument = regexp.MustCompile(`[\w./-]*/`)

// nameOf returns the name of a type's component: report.Fact, api.List_report.Fact.
func nameOf(t reflect.Type) string {
	name := strings.NewReplacer("[", "_", "]", "", "*", "", ",", "_").Replace(typeArgument.ReplaceAllString(t.Name(), ""))
	return packageOf(t.PkgPath()) + "." + name
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
