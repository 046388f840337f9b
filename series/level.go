package series

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// shortestName is how many characters the subject of a value must have for it
// to be told from others over the years: 投资 and 收入 are of many things.
const shortestName = 4

// level is what one report says was reached in a year: a value of an indicator,
// or its growth.
type level struct {
	said   Said
	name   string
	year   int // of the value
	growth report.Comparison
	unit   string // base unit
	value  rounded
	stated report.Decimal
	exact  bool // as it stands, not 约 or 以上
	fresh  bool // of a clause that says it was given anew
	scope  bool // of a clause that says it is counted in another way
	real   bool // a growth in constant prices
}

// levelKey is what levels of several years are compared by.
type levelKey struct {
	name   string
	growth report.Comparison
	unit   string
}

func (l *level) key() levelKey { return levelKey{l.name, l.growth, l.unit} }

// breaks holds what the reports of an office state.
type breaks struct {
	org    string
	words  Words
	levels []level            // by report and place
	of     map[levelKey][]int // numbers of levels
	in     map[string][]int   // by report and sentence
	names  map[string]bool    // of what values are told
}

func newBreaks(office []report.Report, words Words) *breaks {
	b := &breaks{words: words, of: map[levelKey][]int{}, in: map[string][]int{}, names: map[string]bool{}}
	for _, r := range office {
		b.org = r.Outline.Org
		for _, f := range r.Facts {
			if n := nameOf(f); f.Value != nil && utf8.RuneCountInString(n) >= shortestName &&
				!says(f.Sentence, words.Revised) && !says(f.Sentence, words.Scope) {
				b.names[n] = true
			}
		}
	}
	for _, r := range office {
		for _, group := range factsBySentence(r.Facts) {
			b.take(r, group)
		}
	}
	return b
}

// take adds the levels that a sentence states.
func (b *breaks) take(r report.Report, group []report.Fact) {
	places := report.PlacesIn(group)
	for i, f := range group {
		if !isLevel(r, f) {
			continue
		}
		l, ok := b.newLevel(r, group, places, i)
		if !ok {
			continue
		}
		n := len(b.levels)
		b.levels = append(b.levels, l)
		b.of[l.key()] = append(b.of[l.key()], n)
		at := r.ID + "\n" + f.Sentence
		b.in[at] = append(b.in[at], n)
	}
}

// isLevel tells whether a fact states what was: a review does so also where it
// sounds like a plan (实现…). Columns of tables are plan, result and share side by
// side; they are left out.
func isLevel(r report.Report, f report.Fact) bool {
	switch {
	case f.Value == nil || f.Cell != nil || f.Value.Per != "" || f.PartOf != "" || f.Part != report.Review || f.Kind == report.KindRank:
		return false
	case f.Comparison != "" && f.Comparison != report.YearOnYear, f.Comparison == "" && f.Kind == report.KindRatio:
		return false
	}
	return f.Modality == report.Actual || f.Modality == report.Target && !f.Period.IsZero() && f.Period.End.Year <= r.Year()
}

func (b *breaks) newLevel(r report.Report, group []report.Fact, places []report.Span, i int) (level, bool) {
	f, at := group[i], places[i]
	from := 0
	if i > 0 && places[i-1].End <= at.Start {
		from = places[i-1].End
	}
	clause := b.around(f.Sentence, at)
	if f.Comparison == "" && slices.ContainsFunc(b.words.Increments, func(w string) bool { return strings.HasSuffix(f.Sentence[:at.Start], w) }) {
		f.Comparison = report.YearOnYear
	}
	l := level{
		said: saidOf(r, f), name: nameOf(f), growth: f.Comparison, unit: unitOf(*f.Value), stated: f.Value.Least(), value: asWritten(f),
		exact: f.Value.Bound == report.Exact,
		fresh: says(f.Sentence[:at.End], b.words.Revised), scope: says(clause, b.words.Scope),
		real: says(clause, b.words.Real),
	}
	if l.fresh || l.scope || !b.names[l.name] {
		if n := b.known(f.Sentence[:at.Start]); n != "" {
			l.name = n
		}
	}
	year, ok := b.yearOf(r, f, f.Sentence[from:at.Start])
	l.year = year
	return l, ok && utf8.RuneCountInString(l.name) >= shortestName &&
		(l.growth != "" || !says(clause[:max(0, strings.Index(clause, f.Text))], b.words.Cuts))
}

// around returns the clause of a value and the one before it: 按新的口径，….
func (b *breaks) around(sentence string, at report.Span) string {
	c := report.ClauseOf(sentence, at.Start, at.End)
	if c.Start > 0 {
		before := strings.TrimRight(sentence[:c.Start], "，")
		if !strings.ContainsAny(before, "0123456789") {
			c.Start = 0
		}
	}
	return c.Of(sentence)
}

// known returns the name of another sentence that stands last in s, the longest
// of those that end there.
func (b *breaks) known(s string) string {
	best, end := "", 0
	for n := range b.names {
		at := strings.LastIndex(s, n)
		if at < 0 {
			continue
		}
		if order := cmp.Or(cmp.Compare(at+len(n), end), cmp.Compare(len(n), len(best))); order > 0 {
			best, end = n, at+len(n)
		}
	}
	return best
}

func nameOf(f report.Fact) string {
	if f.Indicator != "" && (f.Subject == "" || strings.Contains(f.Subject, f.Indicator) || strings.Contains(f.Indicator, f.Subject)) {
		return f.Indicator
	}
	return f.Subject
}

func saidOf(r report.Report, f report.Fact) Said {
	return Said{r.ID, r.Year(), f.ID, f.Value, f.Text, f.Sentence, f.Place}
}

func unitOf(v report.Value) string {
	if v.Base != nil {
		return v.Base.Unit
	}
	return v.Unit
}

// yearOf returns the whole year a value is of: one named before it (2016年…), or
// its period. False where it is of a part of a year or of several.
func (b *breaks) yearOf(r report.Report, f report.Fact, before string) (int, bool) {
	if year, ok := lastYear(before); ok {
		return year, true
	}
	p := f.Period
	switch {
	case p.IsZero():
		return r.Year(), r.Year() > 0
	case p == report.YearPeriod(p.End.Year):
		return p.End.Year, true
	}
	// a month carried over from the sentence before says little
	return p.End.Year, p.Start.Year == p.End.Year && !says(f.Sentence, b.words.Spans)
}

// lastYear finds the last year that is named in s as 2016年.
func lastYear(s string) (int, bool) {
	for i := strings.LastIndex(s, "年"); i >= 0; i = strings.LastIndex(s[:i], "年") {
		if i < 4 {
			continue
		}
		year, err := strconv.Atoi(s[i-4 : i])
		if err == nil && year > 1900 && year < 2200 {
			return year, true
		}
	}
	return 0, false
}

// factsBySentence groups facts of one sentence, in the order of the text.
func factsBySentence(facts []report.Fact) [][]report.Fact {
	var out [][]report.Fact
	for i := 0; i < len(facts); {
		n := i + 1
		for n < len(facts) && facts[n].Sentence == facts[i].Sentence {
			n++
		}
		out = append(out, slices.Clip(facts[i:n]))
		i = n
	}
	return out
}

// says tells whether one of the words stands in s.
func says(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
