package recognise

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// unitTable is the shape of lexicon/units.yaml.
type unitTable struct {
	Title         string              `yaml:"title"`
	Families      []familyTable       `yaml:"families"`
	Counts        []string            `yaml:"counts"`
	NotBefore     map[string][]string `yaml:"not_before"`   // after Chinese numerals
	NeverBefore   map[string][]string `yaml:"never_before"` // after any number
	Nouns         []string            `yaml:"nouns"`
	Calendar      []string            `yaml:"calendar"`
	Half          string              `yaml:"half"`
	HalfNotBefore []string            `yaml:"half_not_before"`
	Prefixes      map[string][]string `yaml:"prefixes"`
	Degrees       map[string]string   `yaml:"degrees"`
	Slash         []string            `yaml:"slash"`
}

type familyTable struct {
	Family string      `yaml:"family"`
	Kind   string      `yaml:"kind"`
	Base   string      `yaml:"base"`
	Units  []unitEntry `yaml:"units"`
}

type unitEntry struct {
	Unit      string   `yaml:"unit"`
	Factor    string   `yaml:"factor"`
	Also      []string `yaml:"also"`
	OnlyAfter bool     `yaml:"only_after"` // only as the smaller part: the 分 of 三角五分
}

// unit is a unit or measure word.
type unit struct {
	name     string // canonical
	kind     report.MentionType
	family   string
	base     string
	factor   report.Decimal // to the base unit; of a family only
	over     report.Decimal // the factor is over/under exactly
	under    report.Decimal
	isBase   bool // the factor is 1
	noun     bool // a noun that serves as measure word: 5环节
	calendar bool // of time: 年 月 日; what it measures belongs to the times
}

// unitWord is a unit under one of its names.
type unitWord struct {
	word string
	unit *unit
}

// units is the vocabulary of units.
type units struct {
	words     *lexemes[*unit]
	parts     map[string][]unitWord    // all units of a family, also those only after another
	notBefore *lexemes[*lexemes[bool]] // by the unit: what makes another word of it
	never     *lexemes[*lexemes[bool]]
	half      string
	notHalf   map[rune]bool
	prefix    *endings[*unit]
	degrees   *endings[*unit]
	slash     *lexemes[bool]
	names     map[string]*unit
	percent   *unit
}

func newUnits(lex *lexicon.Lexicon) (*units, error) {
	var t unitTable
	if err := lex.Decode("units.yaml", &t); err != nil {
		return nil, err
	}
	u := &units{
		words: newLexemes[*unit](), parts: map[string][]unitWord{},
		notBefore: newLexemes[*lexemes[bool]](), never: newLexemes[*lexemes[bool]](),
		half: t.Half, notHalf: charSet(t.HalfNotBefore), prefix: &endings[*unit]{},
		degrees: &endings[*unit]{}, slash: wordsOf(t.Slash), names: map[string]*unit{},
	}
	for _, f := range t.Families {
		if err := u.addFamily(f); err != nil {
			return nil, err
		}
	}
	u.addPlain(t)
	u.percent = u.names["%"]
	return u, u.addPrefixes(t)
}

var unitKinds = map[string]report.MentionType{
	"money": report.MentionMoney, "ratio": report.MentionRatio, "measure": report.MentionMeasure,
}

func (u *units) addFamily(f familyTable) error {
	kind, ok := unitKinds[f.Kind]
	if !ok {
		return fmt.Errorf("lexicon/units.yaml: family %s: kind %q: want money, ratio or measure",
			f.Family, f.Kind)
	}
	for _, e := range f.Units {
		over, under, err := fractionOf(e.Factor)
		if err != nil {
			return fmt.Errorf("lexicon/units.yaml: unit %s: factor %q: want 0.5 or 2000/3: %w",
				e.Unit, e.Factor, err)
		}
		x := &unit{
			name: e.Unit, kind: kind, family: f.Family, base: f.Base,
			factor: over.DivRound(under, 24), over: over, under: under, isBase: e.Factor == "1",
		}
		for _, w := range append([]string{e.Unit}, e.Also...) {
			u.parts[f.Base] = append(u.parts[f.Base], unitWord{w, x})
			if !e.OnlyAfter {
				u.words.add(w, x)
			}
		}
		u.names[e.Unit] = x
	}
	return nil
}

// fractionOf reads a factor such as 0.5 or 2000/3.
func fractionOf(text string) (over, under report.Decimal, err error) {
	a, b, isFraction := strings.Cut(text, "/")
	if !isFraction {
		b = "1"
	}
	if over, err = report.ParseDecimal(a); err != nil {
		return over, under, err
	}
	if under, err = report.ParseDecimal(b); err == nil && under.IsZero() {
		err = fmt.Errorf("division by zero")
	}
	return over, under, err
}

// inBase converts a value to the base unit of the family. Thirds and the like
// are rounded to ten places.
func (u *unit) inBase(v report.Decimal) report.Decimal {
	if u.isBase {
		return v
	}
	v = v.Mul(u.over)
	if u.under.Equal(one) {
		return v
	}
	return v.DivRound(u.under, 10)
}

func (u *units) addPlain(t unitTable) {
	for _, w := range t.Counts {
		u.words.add(w, &unit{name: w, kind: report.MentionCount})
	}
	for _, w := range t.Nouns {
		u.words.add(w, &unit{name: w, kind: report.MentionCount, noun: true})
	}
	for _, w := range t.Calendar {
		u.words.add(w, &unit{name: w, kind: report.MentionTime, calendar: true})
	}
	for w, list := range t.NotBefore {
		u.notBefore.add(w, wordsOf(list))
	}
	for w, list := range t.NeverBefore {
		u.never.add(w, wordsOf(list))
	}
}

func (u *units) addPrefixes(t unitTable) error {
	for name, list := range t.Prefixes {
		if u.names[name] == nil {
			return fmt.Errorf("lexicon/units.yaml: prefixes: no unit %q", name)
		}
		for _, w := range list {
			u.prefix.add(w, u.names[name])
		}
	}
	for w, name := range t.Degrees {
		if u.names[name] == nil {
			return fmt.Errorf("lexicon/units.yaml: degrees: no unit %q", name)
		}
		u.degrees.add(w, u.names[name])
	}
	return nil
}

// at returns the unit that begins at i and the end of its words: the longest
// that is not the beginning of another word. After Chinese numerals (han) that
// is judged more strictly: 一部署 and 三场所 hold no measure word.
func (u *units) at(s string, i int, han bool) (*unit, int) {
	words := &u.words.words
	for h := words.ahead(s, i); h.word > 0; h = words.ahead(s[:h.at-1], i) {
		if u.ends(s, h.at, s[i:h.at], han) {
			return u.words.values[h.word-1], h.at
		}
	}
	return nil, i
}

// ends tells whether the unit word may end at i: what follows does not make it
// another word.
func (u *units) ends(s string, i int, word string, han bool) bool {
	next := runeAt(s, i)
	last, _ := utf8.DecodeLastRuneInString(word)
	if isLatin(last) {
		return !isLatin(next) && next != '²' && next != '³'
	}
	if !isHan(next) {
		return true
	}
	if l, end, ok := u.never.at(word, 0); ok && end == len(word) && l.has(s, i) {
		return false
	}
	if !han {
		return true
	}
	l, end, ok := u.notBefore.at(word, 0)
	return !ok || end < len(word) || !l.has(s, i)
}

// part returns the unit at i that can go on after a larger one of its family.
func (u *units) part(s string, i int, larger *unit) (*unit, int) {
	var best *unit
	end := i
	for _, x := range u.parts[larger.base] {
		at := i + len(x.word)
		if at > end && strings.HasPrefix(s[i:], x.word) && u.ends(s, at, x.word, true) {
			best, end = x.unit, i+len(x.word)
		}
	}
	if best == nil || best.factor.GreaterThanOrEqual(larger.factor) {
		return nil, i
	}
	return best, end
}

// written returns the unit as a value carries it: money and ratios under one
// name, the rest in the words of the text, without the 个 of 个小时.
func (u *unit) written(words string) string {
	switch {
	case u.kind == report.MentionMoney:
		return u.base
	case u.kind == report.MentionRatio || strings.HasPrefix(words, "个") && u.name != words:
		return u.name
	}
	return words
}
