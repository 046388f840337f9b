package recognise

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
)

// numeralTable is the shape of lexicon/numbers.yaml.
type numeralTable struct {
	Title           string              `yaml:"title"`
	Digits          map[string]int      `yaml:"digits"`
	Inner           []string            `yaml:"inner"`
	Integral        []string            `yaml:"integral"`
	Tens            map[string]int      `yaml:"tens"`
	Myriads         map[string]int      `yaml:"myriads"`
	Decades         map[string]int      `yaml:"decades"`
	Latin           map[string]int      `yaml:"latin"`
	Dozens          map[string]int      `yaml:"dozens"`
	DozensNotBefore []string            `yaml:"dozens_not_before"`
	Minus           []string            `yaml:"minus"`
	MinusNotAfter   []string            `yaml:"minus_not_after"`
	Points          []string            `yaml:"points"`
	Several         []string            `yaml:"several"`
	More            []string            `yaml:"more"`
	Nearly          []string            `yaml:"nearly"`
	Parts           []string            `yaml:"parts"`
	And             []string            `yaml:"and"`
	Pairs           []string            `yaml:"pairs"`
	Tenths          map[string][]string `yaml:"tenths"`
	Zero            []string            `yaml:"zero"`
	ZeroNouns       []string            `yaml:"zero_nouns"`
	Unitless        []string            `yaml:"unitless"`
	UnitlessLeads   []string            `yaml:"unitless_leads"`
	Words           []string            `yaml:"not_numbers"`
}

// sign is what a rune is in a numeral.
type sign uint8

const (
	notSign     sign = iota
	signArabic       // 0-9, also full-width
	signDigit        // 一 壹
	signInner        // 洞: a digit only inside a run of digits
	signTens         // 十 百 千
	signMyriad       // 万 亿
	signDecade       // 廿
	signSeveral      // 几 数
	signMore         // 余 多
	signNearly       // 来
	signPoint        // 点
	signStop         // . and ．
	signComma        // , and ，
)

// begins tells whether a number can begin with the sign.
func (s sign) begins() bool {
	switch s {
	case signArabic, signDigit, signTens, signMyriad, signDecade, signSeveral, signStop:
		return true
	}
	return false
}

// glyph is a rune of a numeral: its sign, and its value or power of ten.
type glyph struct {
	sign  sign
	value int8
}

// numerals is the vocabulary of numbers, by rune.
type numerals struct {
	signs     runeTable[glyph]
	integral  map[rune]bool
	minus     *lexemes[bool]
	notMinus  map[rune]bool // before a minus they make it the tail of a word: 减负
	units     *units        // whose words a number must not begin: 千瓦
	parts     *lexemes[bool]
	partWords []string // those of parts, longest first
	and       *lexemes[bool]
	latin     map[rune]int
	dozens    map[rune]int
	notDozen  map[rune]bool
	tenth     *lexemes[map[rune]bool] // 成 and 折, with what makes them another word
	pairs     map[[2]int]bool
	zeroWords []string
	zeroNoun  *lexemes[bool]
	unitless  []string               // what is measured without a unit: 死亡率
	leads     []string               // stand between that and the number: 控制在, the longest first
	words     runeTable[[]fixedWord] // by the numeral rune in them
	joins     runeSet                // what a number goes on with that is no sign: 1/5, 2 M, 1e6, 三分之一
}

// fixedWord is a word that holds a numeral and is no number.
type fixedWord struct {
	word string
	at   int // offset of the numeral
}

func newNumerals(lex *lexicon.Lexicon) (*numerals, error) {
	var t numeralTable
	if err := lex.Decode("numbers.yaml", &t); err != nil {
		return nil, err
	}
	n := &numerals{
		integral: charSet(t.Integral),
		minus:    wordsOf(t.Minus), notMinus: charSet(t.MinusNotAfter), parts: wordsOf(t.Parts), and: wordsOf(t.And),
		partWords: byLength(t.Parts),
		latin:     map[rune]int{}, dozens: map[rune]int{}, notDozen: charSet(t.DozensNotBefore),
		tenth: newLexemes[map[rune]bool](),
		pairs: map[[2]int]bool{}, zeroWords: t.Zero, zeroNoun: wordsOf(t.ZeroNouns),
		unitless: t.Unitless, leads: byLength(t.UnitlessLeads),
	}
	err := n.fill(t)
	n.fillPairs(t.Pairs)
	for w, list := range t.Tenths {
		n.tenth.add(w, charSet(list))
	}
	n.fillWords(t.Words)
	n.fillJoins()
	return n, err
}

// byLength returns the words, longest first.
func byLength(words []string) []string {
	return slices.SortedFunc(slices.Values(words), func(x, y string) int {
		return cmp.Or(len(y)-len(x), strings.Compare(x, y))
	})
}

func charSet(words []string) map[rune]bool {
	set := map[rune]bool{}
	for _, w := range words {
		for _, r := range w {
			set[r] = true
		}
	}
	return set
}

// fill enters the signs of the table.
func (n *numerals) fill(t numeralTable) error {
	for r := range 10 {
		n.enter('0'+rune(r), signArabic, r)
		n.enter('０'+rune(r), signArabic, r)
	}
	for _, r := range ".．" {
		n.enter(r, signStop, 0)
	}
	for _, r := range ",，" {
		n.enter(r, signComma, 0)
	}
	lists := []struct {
		words []string
		sign  sign
	}{{t.Points, signPoint}, {t.Several, signSeveral}, {t.More, signMore}, {t.Nearly, signNearly}}
	for _, l := range lists {
		for _, w := range l.words {
			if r := []rune(w); len(r) == 1 {
				n.enter(r[0], l.sign, 0)
			}
		}
	}
	maps := []struct {
		words map[string]int
		sign  sign
	}{{t.Digits, signDigit}, {t.Tens, signTens}, {t.Myriads, signMyriad}, {t.Decades, signDecade}}
	for _, m := range maps {
		for w, v := range m.words {
			r := []rune(w)
			if len(r) != 1 {
				return fmt.Errorf("lexicon/numbers.yaml: %q: want one character", w)
			}
			n.enter(r[0], m.sign, v)
		}
	}
	for r := range charSet(t.Inner) {
		n.enter(r, signInner, int(n.signs.of(r).value))
	}
	for w, v := range t.Latin {
		n.latin[[]rune(w)[0]] = v
	}
	for w, v := range t.Dozens {
		n.dozens[[]rune(w)[0]] = v
	}
	return nil
}

func (n *numerals) enter(r rune, s sign, value int) { n.signs.set(r, glyph{s, int8(value)}) }

// fillPairs enters the digits that stand side by side for "a or b": any two
// that follow one another (三四), and those listed (三五).
func (n *numerals) fillPairs(pairs []string) {
	for d := 1; d < 9; d++ {
		n.pairs[[2]int{d, d + 1}] = true
	}
	for _, p := range pairs {
		if r := []rune(p); len(r) == 2 {
			n.pairs[[2]int{int(n.signs.of(r[0]).value), int(n.signs.of(r[1]).value)}] = true
		}
	}
}

// fillJoins enters what a number can go on with besides signs: a blank, a
// fraction, an exponent, a multiplier.
func (n *numerals) fillJoins() {
	joins := slices.Concat([]rune(" 　\u00a0/／^eEｅＥ"), n.parts.words.firsts, n.and.words.firsts)
	joins = slices.AppendSeq(joins, maps.Keys(n.latin))
	joins = slices.AppendSeq(joins, maps.Keys(n.dozens))
	for _, r := range joins {
		n.joins.add(r)
	}
}

func (n *numerals) fillWords(words []string) {
	for _, w := range words {
		for i, r := range w {
			switch n.of(r) {
			case signDigit, signTens, signMyriad, signSeveral:
				n.words.set(r, append(n.words.of(r), fixedWord{w, i}))
			}
		}
	}
}

// of returns what the rune is in a numeral.
func (n *numerals) of(r rune) sign { return n.signs.of(r).sign }

// at returns what the rune at i is, its value, and the place after it.
func (n *numerals) at(s string, i int) (sign, int, int) {
	if i >= len(s) {
		return notSign, 0, i
	}
	if b := s[i]; b < utf8.RuneSelf {
		if b >= '0' && b <= '9' {
			return signArabic, int(b - '0'), i + 1
		}
		return n.of(rune(b)), 0, i + 1
	}
	r, size := decode(s, i)
	g := n.signs.of(r)
	return g.sign, int(g.value), i + size
}

// wordEnd returns the end of the listed word that makes the numeral at i part
// of a word, or i where there is none.
func (n *numerals) wordEnd(s string, i int) int {
	end := i
	for _, w := range n.words.of(runeAt(s, i)) {
		from := i - w.at
		if from >= 0 && len(s)-from >= len(w.word) && s[from:from+len(w.word)] == w.word {
			end = max(end, from+len(w.word))
		}
	}
	return end
}
