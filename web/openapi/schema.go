package openapi

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Schema is a JSON schema (2020-12), as far as Go types need it.
type Schema struct {
	Ref         string             `json:"$ref,omitempty"`
	Type        any                `json:"type,omitempty"` // a name, or names
	Description string             `json:"description,omitempty"`
	Format      string             `json:"format,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Encoding    string             `json:"contentEncoding,omitempty"`
	Enum        []any              `json:"enum,omitempty"`
	Default     any                `json:"default,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Maximum     *int               `json:"maximum,omitempty"`
	Items       *Schema            `json:"items,omitempty"`
	AllOf       []*Schema          `json:"allOf,omitempty"`
	AnyOf       []*Schema          `json:"anyOf,omitempty"`
	Properties  Properties         `json:"properties,omitempty"`
	Patterns    map[string]*Schema `json:"patternProperties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  any                `json:"additionalProperties,omitempty"`
}

// Properties are those of an object, in the order of the Go fields.
type Properties []property

type property struct {
	name   string
	schema *Schema
}

// Add adds one.
func (all *Properties) Add(name string, s *Schema) { *all = append(*all, property{name, s}) }

// MarshalJSON writes an object.
func (all Properties) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, p := range all {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(p.name)
		if err != nil {
			return nil, err
		}
		schema, err := json.Marshal(p.schema)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(schema)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// Types says of Go types what reflection does not know.
type Types struct {
	Known map[reflect.Type]Schema // that encoding/json writes in a way of their own
	Words map[string]Words        // by package and name: report.Fact
}

// Words are the comments of a type.
type Words struct {
	About  string            `json:"about,omitempty"`
	Fields map[string]string `json:"fields,omitempty"` // by the name of the Go field
	Values []string          `json:"values,omitempty"` // its constants, if it is a text
}

func typeOf(v any) reflect.Type { return reflect.TypeOf(v) }
