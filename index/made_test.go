package index

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"testing"

	"taizhang/pipeline/segment"
	"taizhang/report"
)

// cutter loads the dictionaries once for all tests.
var cutter = sync.OnceValues(func() (*segment.Segmenter, error) { return segment.New(cacheDir()) })

// made is a report made by hand: the first line is the title, a line beginning
// with # a heading, sentences end at 。
type made struct {
	org   string
	year  int
	text  string
	facts []report.Fact // Text says where: its first occurrence in Sentence
}

func (m made) report(t testing.TB) *report.Report {
	t.Helper()
	sum := sha256.Sum256([]byte(m.org + fmt.Sprint(m.year) + m.text))
	hash := hex.EncodeToString(sum[:])
	title, _, _ := strings.Cut(m.text, "\n")
	r := &report.Report{ID: hash[:12], Hash: hash, Name: title + ".txt", Format: "txt"}
	r.Outline = report.Outline{Title: title, TitleSpan: report.Span{Start: 0, End: len(title)}, Org: m.org, Reviewed: m.year}
	r.Outline.Sections = []report.Section{{Parent: -1}}
	var body strings.Builder
	for line := range strings.Lines(m.text) {
		if h, ok := strings.CutPrefix(line, "#"); ok {
			start := body.Len()
			line = h
			h = strings.TrimSpace(h)
			r.Outline.Sections = append(r.Outline.Sections, report.Section{Heading: h, Level: 1, Parent: -1,
				Head: report.Span{Start: start, End: start + len(h)}})
		}
		addSentences(r, body.Len(), line)
		body.WriteString(line)
	}
	r.Text = report.Text{Body: body.String(), Runs: []report.Run{{Len: body.Len(), SourceLen: body.Len()}}}
	for i, f := range m.facts {
		at := strings.Index(r.Text.Body, f.Sentence)
		in := strings.Index(f.Sentence, f.Text)
		if at < 0 || in < 0 {
			t.Fatalf("fact %d: %q is not in %q of the text", i, f.Text, f.Sentence)
		}
		f.ID, f.Report, f.Org, f.Year = fmt.Sprintf("%s-%d", r.ID, i), r.ID, m.org, m.year
		f.Place = r.Text.Place(report.Span{Start: at + in, End: at + in + len(f.Text)})
		r.Facts = append(r.Facts, f)
	}
	return r
}

func addSentences(r *report.Report, at int, line string) {
	for _, s := range strings.SplitAfter(strings.TrimRight(line, "\r\n"), "。") {
		if s != "" {
			p := report.Passage{Span: report.Span{Start: at, End: at + len(s)}, Section: len(r.Outline.Sections) - 1}
			r.Sentences = append(r.Sentences, p)
		}
		at += len(s)
	}
}

// shelf is a Store in memory.
type shelf map[string]*report.Report

func (s shelf) Report(id string) (*report.Report, error) {
	r, ok := s[id]
	if !ok {
		return nil, fmt.Errorf("no report %s", id)
	}
	return r, nil
}

// Text returns a report as little of it as a Store may.
func (s shelf) Text(id string) (*report.Report, error) {
	r, err := s.Report(id)
	if err != nil {
		return nil, err
	}
	text := *r
	text.Facts, text.Problems = nil, nil
	return &text, nil
}

// indexed returns an index of the reports and the shelf they stand on.
func indexed(t testing.TB, reports ...*report.Report) (*Index, shelf) {
	t.Helper()
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Create(t.TempDir()+"/generation", c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	s := shelf{}
	var all []Prepared
	for _, r := range reports {
		p, err := x.Prepare(r)
		if err != nil {
			t.Fatal(err)
		}
		all, s[r.ID] = append(all, p), r
	}
	if err := x.Add(all); err != nil {
		t.Fatal(err)
	}
	return x, s
}

func amount(number, unit string) *report.Value {
	n, err := report.ParseDecimal(number)
	if err != nil {
		panic(err)
	}
	return &report.Value{Min: n, Max: n, Unit: unit, Bound: report.Exact}
}
