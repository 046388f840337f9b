package track

import (
	"strings"

	"taizhang/report"
)

// toldInPlan returns the spans of the plan part that tell what was instead of
// what is to be: a sentence with a word of the past (过去一年, 去年, 已经) and none
// of what lies ahead, and those of its paragraph that follow until one looks
// ahead. What they tell is no promise; it answers those of the year before.
func (v *vocabulary) toldInPlan(r report.Report) []report.Span {
	var out []report.Span
	end, carried := 0, false
	for _, p := range r.Sentences {
		if partOf(r, p) != report.Plan {
			continue
		}
		if end > p.Span.Start || strings.Contains(r.Text.Body[end:p.Span.Start], "\n") {
			carried = false // another paragraph
		}
		end = p.Span.End
		s := p.Span.Of(r.Text.Body)
		if carried = v.tellsPast(s, carried); carried {
			out = append(out, p.Span)
		}
	}
	return out
}

func partOf(r report.Report, p report.Passage) report.Part {
	if p.Section < 0 || p.Section >= len(r.Outline.Sections) {
		return report.OtherPart
	}
	return r.Outline.Sections[p.Section].Part
}

// tellsPast tells whether a sentence of a plan tells what was.
func (v *vocabulary) tellsPast(s string, carried bool) bool {
	for _, w := range v.Ahead {
		if strings.Contains(s, w) {
			return false
		}
	}
	return carried || v.hasPast(s)
}

// hasPast tells whether a word of the past stands in s, other than as what is
// compared with: 比去年.
func (v *vocabulary) hasPast(s string) bool {
	for _, w := range v.Past {
		for at := strings.Index(s, w); at >= 0; {
			if firstSuffix(s[:at], v.Than) == "" {
				return true
			}
			next := strings.Index(s[at+len(w):], w)
			if next < 0 {
				break
			}
			at += len(w) + next
		}
	}
	return false
}

// inside tells whether a place lies in one of the spans, which are in order.
func inside(spans []report.Span, at int) bool {
	for _, s := range spans {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}
