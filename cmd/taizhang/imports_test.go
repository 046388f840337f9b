package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport is the import table of docs/architecture.md: which of our packages
// a package may import. Data flows one way, imports point down, stages never
// import each other.
var mayImport = map[string][]string{
	".":                  {}, // licence and notice
	"report":             {},
	"rules":              {},
	"decision":           {"report"},
	"internal/gold":      {"report"},
	"pipeline/lexicon":   {"report"},
	"pipeline/read":      {"report"},
	"pipeline/repair":    {"report", "pipeline/lexicon"},
	"pipeline/structure": {"report", "pipeline/lexicon"},
	"pipeline/segment":   {"report"},
	"pipeline/recognise": {"report", "pipeline/lexicon"},
	"pipeline/attribute": {"report", "pipeline/lexicon"},
	"pipeline/ruleset":   {"report", "pipeline/lexicon"},
	"pipeline/match":     {"report", "pipeline/lexicon", "pipeline/ruleset"},
	"pipeline": {"report", "rules", "pipeline/lexicon", "pipeline/read", "pipeline/repair", "pipeline/structure",
		"pipeline/segment", "pipeline/recognise", "pipeline/attribute", "pipeline/ruleset", "pipeline/match", "internal/gold"},
	"index":                {"report", "pipeline/segment"},
	"track":                {"report", "decision"},
	"names":                {"report"},
	"series":               {"report"},
	"library":              {"report", "index", "decision"},
	"export":               {"report", "track", "series"},
	"export/chart":         {},
	"service":              {"report", "decision", "pipeline", "index", "track", "series", "names", "library"},
	"api":                  {"report", "index", "library", "service"},
	"metrics":              {"library"},
	"access":               {},
	"client":               {"report", "decision", "pipeline", "index", "track", "series", "names", "library", "service", "api"},
	"web":                  {"report", "decision", "pipeline", "index", "track", "series", "names", "library", "export", "export/chart", "service", "api", "metrics", "access", "web/openapi"},
	"web/openapi":          {},
	"cmd/taizhang":         {"report", "decision", "pipeline", "index", "track", "series", "names", "library", "export", "service", "client", "metrics", "access", "web", "."},
	"internal/samplefiles": {},
	"internal/testtext":    {"report", "pipeline/lexicon"}, // for tests
	"samples":              {"internal/samplefiles"},       // the script that makes the binary samples

	"internal/generate":     {},
	"internal/generate/cmd": {"internal/generate"},
	"internal/measure":      {},
}

// owner is the one package that imports a foreign library.
var owner = map[string]string{
	"github.com/shopspring/decimal":   "report",
	"github.com/yanyiwu/gojieba":      "pipeline/segment",
	"github.com/ledongthuc/pdf":       "pipeline/read",
	"github.com/klippa-app/go-pdfium": "pipeline/read",
	"github.com/tetratelabs/wazero":   "pipeline/read",
	"github.com/saintfish/chardet":    "pipeline/read",
	"golang.org/x/net/html":           "pipeline/read",
	"golang.org/x/image":              "pipeline/read",
	"go.yaml.in/yaml":                 "pipeline/lexicon",
	"github.com/blevesearch":          "index",
	"github.com/mozillazg/go-pinyin":  "index",
	"github.com/klauspost/compress":   "library",
	"github.com/gofrs/flock":          "library",
	"github.com/xuri/excelize":        "export",
	"github.com/prometheus":           "metrics",
	"github.com/arran4/golang-ical":   "export",
	"github.com/spf13":                "cmd/taizhang",
	"github.com/schollz/progressbar":  "cmd/taizhang",
	"github.com/rivo/uniseg":          "cmd/taizhang",
	"golang.org/x/term":               "cmd/taizhang",
	"golang.org/x/crypto":             "access",
}

// sharedForeign are the foreign packages that several of ours may import:
// the extended standard library's text tables.
var sharedForeign = []string{"golang.org/x/text/"}

func TestImports(t *testing.T) {
	for pkg, imports := range importsOf(t, "../..") {
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("package %s is not in the import table", pkg)
		}
		for _, path := range imports {
			if own, ok := strings.CutPrefix(path, "taizhang/"); ok {
				if !slices.Contains(allowed, own) {
					t.Errorf("%s imports %s, which the import table does not allow", pkg, own)
				}
				continue
			}
			checkForeign(t, pkg, path)
		}
	}
}

func checkForeign(t *testing.T, pkg, path string) {
	t.Helper()
	if !strings.Contains(strings.Split(path, "/")[0], ".") {
		return // standard library
	}
	for _, shared := range sharedForeign {
		if strings.HasPrefix(path, shared) {
			return
		}
	}
	for library, one := range owner {
		if strings.HasPrefix(path, library) {
			if pkg != one {
				t.Errorf("%s imports %s, which %s alone owns", pkg, path, one)
			}
			return
		}
	}
	t.Errorf("%s imports %s, which has no owner in the import table", pkg, path)
}

// importsOf parses the import lines of all files that are not tests, by
// package folder. It reads the files themselves: `go list` answers from the
// test cache.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." && d.Name() != "../.." || d.Name() == "testdata") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		found[filepath.ToSlash(folder)] = append(found[filepath.ToSlash(folder)], pathsOf(file.Imports)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func pathsOf(specs []*ast.ImportSpec) []string {
	var paths []string
	for _, s := range specs {
		paths = append(paths, strings.Trim(s.Path.Value, `"`))
	}
	return paths
}
