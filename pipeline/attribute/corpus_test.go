package attribute

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/recognise"
	"taizhang/pipeline/segment"
	"taizhang/report"
)

// stages are those around attribution, built once.
type stages struct {
	segmenter  *segment.Segmenter
	recogniser *recognise.Recogniser
	attributor *Attributor
}

var shared = sync.OnceValues(func() (s stages, err error) {
	lex, _, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		return s, err
	}
	if s.segmenter, err = segment.New(filepath.Join(os.TempDir(), "taizhang-test")); err != nil {
		return s, err
	}
	if s.recogniser, err = recognise.New(lex); err != nil {
		return s, err
	}
	s.attributor, err = New(lex)
	return s, err
})

// document makes a document of one section: a review of 2025, or a plan for 2026.
func document(t testing.TB, body string, part report.Part) report.Document {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	year := 2025
	if part == report.Plan {
		year = 2026
	}
	anchor := report.Anchor{Reviewed: 2025, Planned: 2026, Year: year, ThisYear: year}
	d := report.Document{Text: report.Text{Body: body},
		Outline: report.Outline{Sections: []report.Section{
			{Parent: -1, Span: report.Span{End: len(body)}, Part: part, Anchor: anchor}}}}
	d.Sentences = s.segmenter.Sentences(d.Text, d.Outline)
	for i, one := range d.Sentences {
		d.Sentences[i].Mentions = s.recogniser.Mentions(body, one, anchor)
	}
	return d
}

// example is a sentence of a corpus and what its values are about.
type example struct {
	part  report.Part
	words string
	wants []string
}

// readCorpus reads testdata/name: a sentence a line (计划： before one of a
// plan), and indented below it a line for every fact, in text order: the words
// of the value, the subject (/x: contains x), and fields as name=value.
func readCorpus(t *testing.T, name string) []example {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, " "):
			last := &out[len(out)-1]
			last.wants = append(last.wants, strings.TrimSpace(line))
		default:
			words, planned := strings.CutPrefix(line, "计划：")
			e := example{part: report.Review, words: words}
			if planned {
				e.part = report.Plan
			}
			out = append(out, e)
		}
	}
	return out
}

func TestCorpora(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) < 7 {
		t.Fatalf("%d corpora, want at least 7", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			for _, e := range readCorpus(t, file) {
				e.check(t)
			}
		})
	}
}

func (e example) check(t *testing.T) {
	t.Helper()
	s, _ := shared()
	d := document(t, e.words, e.part)
	var facts []report.Attribution
	for _, a := range s.attributor.Document(d) {
		if a.Skip == "" {
			facts = append(facts, a)
		}
	}
	if len(facts) != len(e.wants) {
		t.Errorf("%s\n\t%d facts, want %d: %s", e.words, len(facts), len(e.wants), shown(d, facts))
		return
	}
	for i, want := range e.wants {
		if wrong := differs(d, facts[i], want); wrong != "" {
			t.Errorf("%s\n\twant %s\n\tgot  %s (%s)", e.words, want, shown(d, facts[i:i+1]), wrong)
		}
	}
}

// differs returns the first field that is not as wanted.
func differs(d report.Document, a report.Attribution, want string) string {
	fields := strings.Fields(want)
	value := d.Sentences[a.Sentence].Mentions[a.Mention].Span.Of(d.Text.Body)
	if value != fields[0] {
		return "value " + value
	}
	if part, contains := strings.CutPrefix(fields[1], "/"); contains &&
		!strings.Contains(a.Subject, part) ||
		!contains && a.Subject != fields[1] {
		return "subject " + a.Subject
	}
	got := map[string]string{
		"kind": string(a.Kind), "action": a.Action, "modality": string(a.Modality),
		"comparison": string(a.Comparison),
		"period":     a.Period.String(), "due": a.Due.String(), "scope": a.Scope, "owner": a.Owner,
		"per": string(a.Value.Per),
		"min": a.Value.Min.String(), "members": strings.Join(a.Members, "+"),
	}
	for _, f := range fields[2:] {
		name, value, _ := strings.Cut(f, "=")
		if has, known := got[name]; !known || !slices.Contains(strings.Split(value, "|"), has) {
			return name + " " + has
		}
	}
	return ""
}

func shown(d report.Document, facts []report.Attribution) string {
	var lines []string
	for _, a := range facts {
		m := d.Sentences[a.Sentence].Mentions[a.Mention]
		lines = append(lines, m.Span.Of(d.Text.Body)+" "+a.Subject+"｜"+a.Action)
	}
	return strings.Join(lines, "; ")
}
