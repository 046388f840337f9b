package openapi

import (
	"reflect"
	"strings"
)

// Named returns the types with a name of a package that some types are made of,
// themselves included: those of which Types.Words can say something.
func Named(types []reflect.Type) []reflect.Type {
	var out []reflect.Type
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		if t.Name() != "" && isOurs(t.PkgPath()) {
			out = append(out, t)
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			visit(t.Elem())
		case reflect.Map:
			visit(t.Key())
			visit(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				visit(t.Field(i).Type)
			}
		}
	}
	for _, t := range types {
		visit(t)
	}
	return out
}

// isOurs tells whether a package is of this module.
func isOurs(path string) bool { return strings.HasPrefix(path, "taizhang/") }
