package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// answers is what an office's reports say was done, by the year they look back
// on, ready to be searched by the words of a promise.
type answers struct {
	rarity
	years map[int]*reviews
}

// reviews are the sentences of the reports that look back on one year.
type reviews struct {
	sentences []said
	holders   map[string][]int32   // word pair → sentences that hold it
	of        map[string][]int32   // indicator → sentences with a value of it
	ends      map[nameEnds][]int32 // first and last of a topic → sentences told of one
}

// said is a sentence of a review, or a row of one of its tables, with the facts
// that stand in it.
type said struct {
	report  string
	year    int // the year it speaks of
	words   string
	place   report.Place
	facts   []report.Fact
	clauses []report.Span
	topics  [][]string // by clause: what it may be told of
	actors  []string   // by clause: what stands before its first verb
	plan    bool       // a sentence of the next plan that looks back
	now     int        // what 今年 means in it
}

func newAnswers(office []report.Report, v *vocabulary) *answers {
	a := &answers{rarity{map[string]int{}, 0}, map[int]*reviews{}}
	for _, r := range office {
		if r.Outline.Reviewed == 0 {
			continue
		}
		y := a.years[r.Outline.Reviewed]
		if y == nil {
			y = &reviews{holders: map[string][]int32{}, of: map[string][]int32{}, ends: map[nameEnds][]int32{}}
			a.years[r.Outline.Reviewed] = y
		}
		for _, s := range saidIn(r, v) {
			s.facts = slices.Clone(s.facts)
			for i := range s.facts {
				s.facts[i].Indicator = v.indicator(s.facts[i])
			}
			for _, c := range s.clauses {
				s.topics = append(s.topics, v.topics(words(s.words, c)))
				s.actors = append(s.actors, v.actor(words(s.words, c)))
			}
			a.add(y, s)
		}
	}
	return a
}

// saidIn returns the sentences and table rows of the report's review, and the
// sentences of its plan that look back.
func saidIn(r report.Report, v *vocabulary) []said {
	var out []said
	rows, told := rowSpans(r), v.toldInPlan(r)
	fact, row := 0, 0
	for _, p := range r.Sentences {
		part := partOf(r, p)
		if part == report.Plan && !inside(told, p.Span.Start) && !v.hasPast(p.Span.Of(r.Text.Body)) ||
			part == report.OtherPart && p.Section >= 0 && p.Section < len(r.Outline.Sections) {
			continue
		}
		for row < len(rows) && rows[row].End <= p.Span.Start {
			row++
		}
		span := p.Span
		if row < len(rows) && rows[row].Start <= p.Span.Start {
			span = rows[row] // a row of a table is read as one
		}
		if n := len(out); n > 0 && out[n-1].place.Start == span.Start {
			continue
		}
		var facts []report.Fact
		facts, fact = factsFrom(r.Facts, fact, span)
		w := span.Of(r.Text.Body)
		if part == report.Plan {
			facts = lookBack(facts, r.Outline, inside(told, p.Span.Start))
		}
		if len(facts) > 0 || strings.HasSuffix(w, "。") || strings.HasSuffix(w, "；") {
			// headings and names in tables say no result
			out = append(out, said{report: r.ID, year: r.Outline.Reviewed, words: w, place: r.Text.Place(span), facts: facts,
				clauses: report.Clauses(w), plan: part == report.Plan,
				now: thisYear(r.Outline, p.Section)})
		}
	}
	return out
}

// thisYear returns what 今年 means in a section; 0 where that is not known.
func thisYear(o report.Outline, section int) int {
	if section < 0 || section >= len(o.Sections) {
		return 0
	}
	return o.Sections[section].Anchor.ThisYear
}

// lookBack returns what the facts of a plan's sentence tell of the year before:
// in one that only looks back all of them, else those that are actual.
func lookBack(facts []report.Fact, o report.Outline, told bool) []report.Fact {
	var out []report.Fact
	for _, f := range facts {
		switch {
		case told && f.Modality == report.Target:
			f.Modality = report.Actual
			if f.Period == report.YearPeriod(o.Planned) {
				f.Period = report.YearPeriod(o.Reviewed)
			}
			out = append(out, f)
		case f.Modality == report.Actual:
			out = append(out, f)
		}
	}
	return out
}

func rowSpans(r report.Report) []report.Span {
	var out []report.Span
	for _, t := range r.Outline.Tables {
		for _, row := range t.Rows {
			out = append(out, row.Span)
		}
	}
	return out
}

// factsFrom returns the facts, from number i on, that stand in the span, and
// the number of the first behind it.
func factsFrom(facts []report.Fact, i int, span report.Span) ([]report.Fact, int) {
	for i < len(facts) && facts[i].Place.Start < span.Start {
		i++
	}
	from := i
	for i < len(facts) && facts[i].Place.Start < span.End {
		i++
	}
	return facts[from:i], i
}

func (a *answers) add(y *reviews, s said) {
	n := int32(len(y.sentences))
	for _, g := range grams(s.words) {
		list := y.holders[g]
		if len(list) > 0 && list[len(list)-1] == n {
			continue
		}
		y.holders[g] = append(list, n)
		a.holders[g]++
	}
	for _, f := range s.facts {
		if list := y.of[f.Indicator]; f.Indicator != "" && (len(list) == 0 || list[len(list)-1] != n) {
			y.of[f.Indicator] = append(list, n)
		}
	}
	for i, topics := range s.topics {
		for _, t := range append(slices.Clip(topics), s.actors[i]) {
			if e, ok := endsOf(t); ok && !slices.Contains(y.ends[e], n) {
				y.ends[e] = append(y.ends[e], n)
			}
		}
	}
	y.sentences = append(y.sentences, s)
	a.sentences++
}

// reported tells whether a report of the office looks back on the year.
func (a *answers) reported(year int) bool { return a.years[year] != nil }

// near returns the clause of the sentence that holds the fact, with the one
// before it where the fact's subject is carried over from there.
func (s said) near(f report.Fact) string {
	if f.Cell != nil {
		return s.words
	}
	at := f.Place.Start - s.place.Start
	for i, c := range s.clauses {
		if at >= c.Start && at < c.End {
			if i > 0 && !strings.Contains(words(s.words, c), f.Subject) {
				c.Start = s.clauses[i-1].Start
			}
			return words(s.words, c)
		}
	}
	return s.words
}
