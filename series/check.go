package series

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// Finding is a piece of arithmetic in one sentence that was done again: a
// whole and its parts, or a rate and the two numbers it is of.
type Finding struct {
	Report   string         `json:"report"`
	Org      string         `json:"org"`
	Year     int            `json:"year"`
	Kind     FindingKind    `json:"kind"`
	Holds    bool           `json:"holds"`
	Text     string         `json:"text"` // 45=15+4+12+14
	Sentence string         `json:"sentence"`
	Places   []report.Place `json:"places"` // of the whole or rate first, then of its parts
	Facts    []string       `json:"facts"`  // ids, in the same order

	// Of findings over several years (see Break): whose value, in which report
	// each place is, and what was said before.
	Indicator   string   `json:"indicator,omitempty"`
	Reports     []string `json:"reports,omitempty"`
	Earlier     string   `json:"earlier,omitempty"`
	EarlierYear int      `json:"earlier_year,omitempty"`
}

// FindingKind is what was checked.
type FindingKind string

// What is checked: 其中 parts against their whole, rates against their numbers.
const (
	SumOfParts FindingKind = "sum"
	RateOfTwo  FindingKind = "rate"
)

// Check does the arithmetic of each sentence again (勾稽核对): parts that are
// counted out add up to their whole, a rate is that of the two numbers before
// it. What cannot be told is passed over: parts need not be all there are.
func Check(r report.Report) []Finding {
	var out []Finding
	for _, group := range sameSentence(r.Facts) {
		for i := range group {
			if f, ok := sum(group, i); ok {
				out = append(out, f.in(r))
			}
			if f, ok := rate(group, i); ok {
				out = append(out, f.in(r))
			}
		}
	}
	return out
}

func (f Finding) in(r report.Report) Finding {
	f.Report, f.Org, f.Year = r.ID, r.Outline.Org, r.Year()
	return f
}

// sameSentence groups the facts with values by their sentence, in text order.
func sameSentence(facts []report.Fact) [][]report.Fact {
	var groups [][]report.Fact
	for _, f := range facts {
		if f.Value == nil || !f.Value.Min.Equal(f.Value.Max) {
			continue
		}
		if n := len(groups); n > 0 && groups[n-1][0].Sentence == f.Sentence {
			groups[n-1] = append(groups[n-1], f)
			continue
		}
		groups = append(groups, []report.Fact{f})
	}
	return groups
}

// sum checks the parts that are counted out after group[i]: from the first that
// is said to be part of it (其中) on, without what stands in brackets, which is
// part of a part. Parts that stay below the whole may not be all of them;
// together they say something only where they reach it.
func sum(group []report.Fact, i int) (Finding, bool) {
	whole := group[i]
	if whole.Comparison != "" || whole.Kind == report.KindRatio {
		return Finding{}, false // an increase or a share has no parts of its own
	}
	total := report.Whole(0)
	var parts []report.Fact
	for _, f := range group[i+1:] {
		if f.Value.Unit != whole.Value.Unit || f.Kind != whole.Kind || f.Comparison != "" ||
			len(parts) == 0 && f.PartOf != whole.ID || inBrackets(group[0], f) && f.PartOf != whole.ID {
			continue
		}
		parts = append(parts, f)
		total = total.Add(f.Value.Min)
		switch {
		case total.Equal(whole.Value.Min) && len(parts) > 1:
			return finding(SumOfParts, true, whole, parts, equation(whole, "=", parts, "+")), true
		case f.PartOf == whole.ID && !inBrackets(group[0], f) && // 4个（含21个子项目） counts smaller things
			f.Value.Min.Cmp(whole.Value.Min) > 0 && exact(whole) && exact(f):
			return finding(SumOfParts, false, whole, []report.Fact{f}, equation(whole, "<", []report.Fact{f}, "")), true
		case total.Cmp(whole.Value.Min) > 0:
			return Finding{}, false
		}
	}
	return Finding{}, false
}

// inBrackets tells whether f stands in brackets of the sentence that begins
// with, or before, the fact first.
func inBrackets(first, f report.Fact) bool {
	at := strings.Index(f.Sentence, first.Text) + f.Place.Start - first.Place.Start
	if at < 0 || at > len(f.Sentence) {
		return false
	}
	return strings.Count(f.Sentence[:at], "（") > strings.Count(f.Sentence[:at], "）")
}

// rate checks a rate whose name holds what was done (整改率, 已整改32个) against
// that number and the one it is part of.
func rate(group []report.Fact, i int) (Finding, bool) {
	r := group[i]
	if r.Kind != report.KindRatio || r.Value.Unit != "%" || r.Comparison != "" {
		return Finding{}, false
	}
	for k := i - 1; k > 0; k-- {
		part := group[k]
		if part.Action == "" || !strings.Contains(r.Subject, part.Action) || part.Kind == report.KindRatio {
			continue
		}
		whole := group[k-1]
		if whole.Value.Unit != part.Value.Unit || !sameName(whole.Subject, part.Subject) ||
			!whole.Value.Min.IsPositive() || part.Value.Min.Cmp(whole.Value.Min) > 0 {
			return Finding{}, false
		}
		have := part.Value.Min.Mul(report.Whole(100)).DivRound(whole.Value.Min, 6)
		places := -min(r.Value.Min.Exponent(), 0)
		holds := have.Round(places).Equal(r.Value.Min) || have.Truncate(places).Equal(r.Value.Min)
		text := fmt.Sprintf("%s/%s≈%s%%", part.Value.Min, whole.Value.Min, r.Value.Min)
		if !holds {
			text = fmt.Sprintf("%s/%s=%s%%≠%s%%", part.Value.Min, whole.Value.Min, have.Round(places+1), r.Value.Min)
		}
		return finding(RateOfTwo, holds, r, []report.Fact{part, whole}, text), true
	}
	return Finding{}, false
}

func exact(f report.Fact) bool { return f.Value.Bound == report.Exact }

func equation(whole report.Fact, sign string, parts []report.Fact, between string) string {
	var terms []string
	for _, p := range parts {
		terms = append(terms, written(p))
	}
	return written(whole) + sign + strings.Join(terms, between)
}

// written returns the number as people check it: plain for counts, with its
// unit for money and measures.
func written(f report.Fact) string {
	if f.Kind == report.KindAmount || f.Kind == report.KindMeasure {
		return f.Text
	}
	return f.Value.Min.String()
}

func finding(kind FindingKind, holds bool, first report.Fact, rest []report.Fact, text string) Finding {
	f := Finding{Kind: kind, Holds: holds, Text: text, Sentence: first.Sentence}
	for _, x := range append([]report.Fact{first}, rest...) {
		f.Places = append(f.Places, x.Place)
		f.Facts = append(f.Facts, x.ID)
	}
	return f
}

// sameName tells whether one of two names is the other, or stands in it.
func sameName(a, b string) bool {
	return a == b || a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}
