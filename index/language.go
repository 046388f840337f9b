package index

import (
	"slices"
	"strings"

	"taizhang/report"
)

// Language is the query language with what it knows beside its grammar. The
// zero Language knows nothing more; its Parse is Parse.
type Language struct {
	// Value reads a quantity as people write it (五亿元, 30亩), with its base
	// value where its unit has one; nil: only digits are read, units as written.
	Value func(text string) (report.Value, bool)
	// Synonyms are groups of words that mean the same.
	Synonyms [][]string
	// Pinyin takes words in Latin letters for pinyin, too.
	Pinyin bool
}

// Exact returns the language without synonyms and pinyin: what is typed is what
// is looked for.
func (l Language) Exact() Language { return Language{Value: l.Value} }

// mostForms is how many other forms of a word are looked for.
const mostForms = 8

// synonyms returns the words that mean the same as a folded one: those of its
// group, or the word with its beginning or end put in other words. What holds
// the word itself is found anyway.
func (l Language) synonyms(folded string) []string {
	var out []string
	add := func(form string) {
		if form != folded && !strings.Contains(foldString(form), folded) && !slices.Contains(out, form) &&
			len(out) < mostForms {
			out = append(out, form)
		}
	}
	for _, group := range l.Synonyms {
		for _, word := range group {
			short := foldString(word)
			before, starts := strings.CutSuffix(folded, short)
			after, ends := strings.CutPrefix(folded, short)
			for _, other := range group {
				switch {
				case other == word || strings.Contains(folded, foldString(other)) && folded != short:
				case folded == short:
					add(other)
				case ends && isLong(short) && isLong(after):
					add(other + after)
				case starts && isLong(short) && isLong(before):
					add(before + other)
				}
			}
		}
	}
	return out
}

// isLong tells whether a part of a word says enough to be taken by itself.
func isLong(s string) bool { return len([]rune(s)) >= 2 }

// Expansion says which other words were looked for beside one of a query.
type Expansion struct {
	Word string   `json:"word"`
	Also []string `json:"also"`
}

// Expansions lists the words of a query for which others were looked for, too.
func (q Query) Expansions() []Expansion {
	var out []Expansion
	for _, w := range texts(q.root) {
		if len(w.also) > 0 {
			out = append(out, Expansion{w.text, w.also})
		}
	}
	return out
}
