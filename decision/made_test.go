package decision

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

var noon = time.Date(2024, time.March, 1, 12, 0, 0, 0, time.UTC)

var number = regexp.MustCompile(`[0-9.]+(?:万元|个|%)`)

// made returns a report of the text: sentences up to each 。, a fact for each
// number with a unit. edits are what repair did to raw.
func made(raw string, edits ...report.Edit) *report.Report {
	t := report.NewText(&report.Source{Raw: raw}).Apply(edits)
	r := &report.Report{ID: strings.Repeat("a", 12), Hash: strings.Repeat("a", 64), Text: t}
	r.Outline = report.Outline{Org: "柳溪区教育局", Reviewed: 2022, Kind: report.KindSummary}
	at := 0
	for _, s := range strings.SplitAfter(t.Body, "。") {
		span := report.Span{Start: at, End: at + len(s)}
		at = span.End
		r.Sentences = append(r.Sentences, report.Passage{Span: span})
		for _, m := range number.FindAllStringIndex(s, -1) {
			words := report.Span{Start: span.Start + m[0], End: span.Start + m[1]}
			r.Facts = append(r.Facts, report.Fact{ID: fmt.Sprint(len(r.Facts)), Report: r.ID, Org: r.Outline.Org, Year: 2022,
				Kind: report.KindCount, Indicator: "学位数", Text: words.Of(t.Body), Sentence: s, Place: t.Place(words)})
		}
	}
	return r
}

// without returns the edits that delete all occurrences of words from raw.
func without(raw, words string) []report.Edit {
	var out []report.Edit
	for at := 0; ; {
		i := strings.Index(raw[at:], words)
		if i < 0 {
			return out
		}
		out = append(out, report.Edit{Span: report.Span{Start: at + i, End: at + i + len(words)}})
		at += i + len(words)
	}
}

func by(d report.Decision) report.Decision {
	d.Who, d.When = "周青", noon
	return d
}

// numbered gives decisions ids d0, d1, ...
func numbered(all ...report.Decision) []report.Decision {
	for i := range all {
		all[i] = by(all[i])
		all[i].ID = fmt.Sprintf("d%d", i)
	}
	return all
}

func texts(facts []report.Fact) string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Text)
	}
	return strings.Join(out, " ")
}

func factNamed(t *testing.T, r *report.Report, words string, n int) *report.Fact {
	t.Helper()
	for i := range r.Facts {
		if r.Facts[i].Text == words {
			if n--; n < 0 {
				return &r.Facts[i]
			}
		}
	}
	t.Fatalf("no fact %q", words)
	return nil
}
