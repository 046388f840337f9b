package recognise

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"taizhang/report"
)

// TestCorpora reads the corpora of numbers and units: one value, all its
// spellings. The files say how they are written.
func TestCorpora(t *testing.T) {
	r := newTestRecogniser(t)
	for _, name := range []string{"numbers.txt", "units.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for n, line := range strings.Split(string(data), "\n") {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			read := quantitiesIn
			if name == "units.txt" {
				read = rawIn
			}
			count += checkLine(t, read, r, fmt.Sprintf("%s:%d", name, n+1), line)
		}
		if count < 150 {
			t.Errorf("%s: %d spellings, want at least 150", name, count)
		}
	}
}

// checkLine holds one line of a corpus, and returns how many spellings it has.
func checkLine(t *testing.T, read reader, r *Recogniser, place, line string) int {
	if text, ok := strings.CutPrefix(line, "! "); ok {
		for _, m := range quantitiesIn(r, text) {
			t.Errorf("%s: %s: read %s %s", place, text, m.Span.Of(text), valueText(m))
		}
		return 1
	}
	value, spellings, ok := strings.Cut(line, " = ")
	if !ok {
		t.Errorf("%s: want value = spelling | spelling, or ! text", place)
		return 0
	}
	list := strings.Split(spellings, " | ")
	for _, s := range list {
		checkQuantity(t, read(r, textOf(s)), place, strings.TrimSpace(value), s)
	}
	return len(list)
}

// reader reads the quantities of a text: as mentions, or raw.
type reader func(*Recogniser, string) []report.Mention

// textOf returns the spelling without its marks.
func textOf(spelling string) string { return strings.NewReplacer("[", "", "]", "").Replace(spelling) }

// checkQuantity holds one spelling: its value, and that its words are all read.
func checkQuantity(t *testing.T, found []report.Mention, place, value, spelling string) {
	text, want := textOf(spelling), report.Span{End: len(spelling)}
	open, shut := strings.Index(spelling, "["), strings.Index(spelling, "]")
	if open >= 0 && shut > open {
		want = report.Span{Start: open, End: shut - 1}
	}
	value, base, _ := strings.Cut(value, " ~ ")
	for _, m := range found {
		if m.Span == want && valueText(m) == value && (base == "" || baseText(m) == base) {
			return
		}
	}
	var got []string
	for _, m := range found {
		got = append(got, fmt.Sprintf("%s: %s ~ %s", m.Span.Of(text), valueText(m), baseText(m)))
	}
	t.Errorf("%s: %s: want %s ~ %s, got %q", place, spelling, value, base, got)
}

// rawIn returns the quantities with a unit before non-facts are suppressed.
func rawIn(r *Recogniser, text string) []report.Mention {
	list := quantitiesOf(r, text)
	var out []report.Mention
	for _, q := range list {
		if q.unit != nil {
			m := report.Mention{Type: q.unit.kind, Span: q.span, Core: q.core}
			m.Value = q.mentionValue()
			out = append(out, m)
		}
	}
	return out
}

// quantitiesIn returns the mentions of numbers in the text.
func quantitiesIn(r *Recogniser, text string) []report.Mention {
	var list []report.Mention
	for _, m := range mentionsOf(r, text) {
		switch m.Type {
		case report.MentionMoney, report.MentionRatio, report.MentionCount,
			report.MentionMeasure, report.MentionRank:
			list = append(list, m)
		}
	}
	return list
}

// valueText prints a mention as the corpora do: count 20 次 at_least.
func valueText(m report.Mention) string {
	v := m.Value
	number, unit := v.Min.String(), v.Unit
	if !v.Min.Equal(v.Max) {
		number += ".." + v.Max.String()
	}
	if unit == "" {
		unit = "-"
	}
	text := fmt.Sprintf("%s %s %s", m.Type, number, unit)
	if v.Bound != report.Exact {
		text += " " + string(v.Bound)
	}
	return text
}

func baseText(m report.Mention) string {
	if m.Value.Base == nil {
		return ""
	}
	return m.Value.Base.Min.String() + " " + m.Value.Base.Unit
}

// TestUnitsHaveCorpusLine holds that every unit stands in the corpus of units.
func TestUnitsHaveCorpusLine(t *testing.T) {
	data, err := os.ReadFile("testdata/units.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := newTestRecogniser(t)
	for name, u := range r.quantities.units.names {
		_, end := r.quantities.units.at(name, 0, false)
		if end == len(name) && !strings.Contains(string(data), name) {
			t.Errorf("unit %s of %s: no line in testdata/units.txt", name, u.family)
		}
	}
}
