package openapi

import (
	"reflect"
	"strings"
)

// field is a field of a struct as encoding/json writes it.
type field struct {
	name   string
	goName string
	of     reflect.Type // the struct it is declared in
	typ    reflect.Type
	always bool // it is never left out
	depth  int
}

// fieldsOf returns the fields of a struct, those of embedded ones in their
// place. Of two with the same name the outer one counts.
func fieldsOf(t reflect.Type) []field {
	var out []field
	at := map[string]int{}
	for _, f := range fieldsAt(t, 0) {
		i, there := at[f.name]
		switch {
		case !there:
			at[f.name] = len(out)
			out = append(out, f)
		case f.depth < out[i].depth:
			out[i] = f
		}
	}
	return out
}

func fieldsAt(t reflect.Type, depth int) []field {
	var out []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			embedded := f.Type
			if embedded.Kind() == reflect.Pointer {
				embedded = embedded.Elem()
			}
			if embedded.Kind() == reflect.Struct {
				out = append(out, fieldsAt(embedded, depth+1)...)
				continue
			}
		}
		if !f.IsExported() || name == "-" && options == "" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		always := !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero")
		out = append(out, field{name, f.Name, t, f.Type, always, depth})
	}
	return out
}
