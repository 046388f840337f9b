package recognise

import (
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// turns are words that say a ratio without a unit: 翻一番, 一半, 过半数.
type turns struct {
	words *lexemes[turn]
}

// turn is such a word with its value.
type turn struct {
	value report.Decimal
	unit  *unit
	bound report.Bound
}

// turnTable is the shape of lexicon/turns.yaml.
type turnTable struct {
	Title string `yaml:"title"`
	Turns []struct {
		Value string       `yaml:"value"`
		Unit  string       `yaml:"unit"`
		Bound report.Bound `yaml:"bound"`
		Words []string     `yaml:"words"`
	} `yaml:"turns"`
}

func newTurns(lex *lexicon.Lexicon, u *units) (*turns, error) {
	var table turnTable
	if err := lex.Decode("turns.yaml", &table); err != nil {
		return nil, err
	}
	t := &turns{words: newLexemes[turn]()}
	for _, entry := range table.Turns {
		v, err := report.ParseDecimal(entry.Value)
		if err != nil {
			return nil, err
		}
		b := entry.Bound
		if b == "" {
			b = report.Exact
		}
		for _, w := range entry.Words {
			t.words.add(w, turn{v, u.names[entry.Unit], b})
		}
	}
	return t, nil
}

// first returns the runes such words begin with.
func (t *turns) first() string {
	return string(t.words.words.firsts)
}

// at reads such a word at i.
func (t *turns) at(s string, i int, q *quantity) bool {
	v, end, ok := t.words.at(s, i)
	if !ok || v.unit == nil || !utf8.ValidString(s[i:end]) {
		return false
	}
	p := report.Span{Start: i, End: end}
	part := v.value
	if v.unit.name == "%" {
		part = part.Shift(-2)
	}
	n := number{span: p, value: part, upper: part, bound: v.bound, han: true, part: true}
	*q = quantity{
		number: p, core: p, span: p, low: v.value, high: v.value, bound: v.bound,
		unit: v.unit, as: v.unit.name, first: n, last: n,
	}
	return true
}
