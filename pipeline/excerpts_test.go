package pipeline

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/internal/gold"
	"taizhang/report"
)

// The excerpts of testdata/gold were annotated from the documents alone,
// before anybody saw what the program makes of them. The documents are not
// ours to keep here: a golden names its document by hash, and its quotes and
// contexts by byte range.

// excerptsFound and excerptsFull are the F1s of all excerpts together below which a change has
// broken something: those measured, less a little.
const (
	excerptsFound = 0.95
	excerptsFull  = 0.75
)

// excerpt is one golden file.
type excerpt struct {
	name     string
	document string      // SHA-256 of the document's bytes, hexadecimal
	place    report.Span // of the excerpt in the document
	lines    []excerptLine
}

// excerptLine is a gold.Line whose words stand in the document.
type excerptLine struct {
	quote, context report.Span
	rest           map[string]any
}

func TestScoreOfExcerpts(t *testing.T) {
	files := documentsByHash(t, sharedDir(t))
	goldens, err := filepath.Glob("testdata/gold/*.jsonl")
	if err != nil || len(goldens) == 0 {
		t.Fatalf("expected goldens below testdata/gold, got %v %v", goldens, err)
	}
	var all gold.Result
	scored := 0
	for _, golden := range goldens {
		e := readExcerpt(t, golden)
		file, ok := files[e.document]
		if !ok {
			t.Logf("%s: its document is not below TAIZHANG_SHARED, left out", e.name)
			continue
		}
		r := e.score(t, file)
		t.Logf("%-24s gold %3d  found %.3f  full %.3f", e.name, r.Total, r.FoundF1(), r.FullF1())
		all = all.Add(r)
		scored++
	}
	if scored == 0 {
		t.Skip("no document of an excerpt is there")
	}
	t.Log("all together\n" + all.String())
	if os.Getenv("TAIZHANG_ERRORS") != "" {
		t.Log("\n" + all.Errors())
	}
	if scored == len(goldens) && (all.FoundF1() < excerptsFound || all.FullF1() < excerptsFull) {
		t.Errorf("found %.3f, full %.3f; want %.2f and %.2f (TAIZHANG_ERRORS=1 lists the errors)",
			all.FoundF1(), all.FullF1(), excerptsFound, excerptsFull)
	}
}

// score extracts the document and scores the facts that stand in the excerpt.
func (e excerpt) score(t *testing.T, file string) gold.Result {
	t.Helper()
	r := extract(t, file)
	var facts []report.Fact
	for _, f := range r.Facts {
		if e.place.Start <= f.Place.SourceStart && f.Place.SourceEnd <= e.place.End {
			facts = append(facts, f)
		}
	}
	lines, err := gold.Parse(strings.NewReader(e.filled(t, r.Text.Source.Raw)))
	if err != nil {
		t.Fatalf("%s: %v", e.name, err)
	}
	return gold.Score(lines, facts, gold.Options{Body: r.Text.Body})
}

// filled returns the gold lines with the words that stand at their places in
// the document.
func (e excerpt) filled(t *testing.T, raw string) string {
	t.Helper()
	var out strings.Builder
	in := json.NewEncoder(&out)
	for i, l := range e.lines {
		for _, s := range []report.Span{l.quote, l.context} {
			if s.Start < e.place.Start || s.End > e.place.End || s.Start >= s.End || s.End > len(raw) {
				t.Fatalf("%s: line %d: place %v is not in the excerpt", e.name, i+2, s)
			}
		}
		l.rest["quote"] = raw[l.quote.Start:l.quote.End]
		l.rest["context"] = raw[l.context.Start:l.context.End]
		if err := in.Encode(l.rest); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// readExcerpt reads a golden: a line that names document and place, then one
// line a fact.
func readExcerpt(t *testing.T, path string) excerpt {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	e := excerpt{name: strings.TrimSuffix(filepath.Base(path), ".jsonl")}
	in := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; in.Scan(); n++ {
		var err error
		if n == 1 {
			err = e.head(in.Bytes())
		} else {
			err = e.add(in.Bytes())
		}
		if err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
	}
	return e
}

func (e *excerpt) head(line []byte) error {
	var h struct {
		Document string
		Excerpt  [2]int
	}
	err := json.Unmarshal(line, &h)
	e.document, e.place = h.Document, report.Span{Start: h.Excerpt[0], End: h.Excerpt[1]}
	return err
}

func (e *excerpt) add(line []byte) error {
	var at struct {
		Quote   [2]int `json:"quote_at"`
		Context [2]int `json:"context_at"`
	}
	l := excerptLine{}
	if err := json.Unmarshal(line, &at); err != nil {
		return err
	}
	if err := json.Unmarshal(line, &l.rest); err != nil {
		return err
	}
	l.quote = report.Span{Start: at.Quote[0], End: at.Quote[1]}
	l.context = report.Span{Start: at.Context[0], End: at.Context[1]}
	e.lines = append(e.lines, l)
	return nil
}

// documentsByHash returns the documents below dir by the SHA-256 of their bytes.
func documentsByHash(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, file := range documents(t, dir) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		files[hex.EncodeToString(sum[:])] = file
	}
	return files
}
