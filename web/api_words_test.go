package web

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"taizhang/api"
	"taizhang/web/openapi"
)

var update = flag.Bool("update", false, "write the files that are made of sources")

const apiWordsFile = "openapi/words.json"

// TestAPIWords holds the descriptions of the API against the comments of the
// types it speaks in.
func TestAPIWords(t *testing.T) {
	types := []reflect.Type{reflect.TypeFor[api.Problem]()}
	for _, e := range (&server{}).endpoints() {
		types = append(types, e.answer.sent, e.answer.gives)
	}
	words := map[string]openapi.Words{}
	sources := map[string][]*ast.File{}
	for _, one := range openapi.Named(types) {
		path := one.PkgPath()
		if sources[path] == nil {
			sources[path] = parsed(t, path)
		}
		if w := wordsIn(sources[path], strings.Split(one.Name(), "[")[0]); !reflect.DeepEqual(w, openapi.Words{}) {
			words[openapi.KeyOf(one)] = w
		}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(words); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(apiWordsFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(out.Bytes(), apiWords) {
		t.Errorf("%s is not what the comments of the types say; run: go test ./web -run Words -update", apiWordsFile)
	}
}

// parsed returns the files of one of our packages.
func parsed(t *testing.T, path string) []*ast.File {
	t.Helper()
	folder := filepath.Join("..", strings.TrimPrefix(path, "taizhang"))
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", path, len(names), err)
	}
	var out []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// wordsIn reads the comments of a type, of its fields, and its constants.
func wordsIn(files []*ast.File, name string) openapi.Words {
	w := openapi.Words{Fields: map[string]string{}}
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if spec.Name.Name == name {
						w.About = oneLine(g.Doc)
						fieldWords(spec, w.Fields)
					}
				case *ast.ValueSpec:
					w.Values = append(w.Values, valuesOf(spec, name)...)
				}
			}
		}
	}
	return w
}

func fieldWords(spec *ast.TypeSpec, out map[string]string) {
	s, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range s.Fields.List {
		text := oneLine(f.Doc)
		if text == "" {
			text = oneLine(f.Comment)
		}
		for _, name := range f.Names {
			if text != "" {
				out[name.Name] = text
			}
		}
	}
}

// valuesOf returns the texts of constants of a type.
func valuesOf(spec *ast.ValueSpec, name string) []string {
	var out []string
	if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != name {
		return nil
	}
	for _, v := range spec.Values {
		if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				out = append(out, text)
			}
		}
	}
	return out
}

func oneLine(g *ast.CommentGroup) string { return strings.Join(strings.Fields(g.Text()), " ") }
