package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lexemes finds the longest of its words that begins or ends at a place.
type lexemes[T any] struct {
	first byRune[T]
	last  byRune[T]
}

// byRune holds words by a rune of theirs, longest first.
type byRune[T any] struct {
	index runeTable[uint16] // index in lists; 0 none
	lists [][]lexeme[T]
}

// of returns the words of the rune.
func (b *byRune[T]) of(r rune) []lexeme[T] {
	if i := b.index.of(r); i > 0 {
		return b.lists[i-1]
	}
	return nil
}

func (b *byRune[T]) add(r rune, x lexeme[T]) {
	i := b.index.of(r)
	if i == 0 {
		b.lists = append(b.lists, nil)
		i = uint16(len(b.lists))
		b.index.set(r, i)
	}
	b.lists[i-1] = insertLongest(b.lists[i-1], x)
}

type lexeme[T any] struct {
	word  string
	value T
}

func newLexemes[T any]() *lexemes[T] { return &lexemes[T]{} }

// wordsOf returns the words as lexemes without a value.
func wordsOf(words []string) *lexemes[bool] {
	l := newLexemes[bool]()
	for _, w := range words {
		l.add(w, true)
	}
	return l
}

// add adds a word; a word added twice keeps its first value.
func (l *lexemes[T]) add(word string, value T) {
	if word == "" {
		return
	}
	r, _ := utf8.DecodeRuneInString(word)
	if slices.ContainsFunc(l.first.of(r), func(x lexeme[T]) bool { return x.word == word }) {
		return
	}
	l.first.add(r, lexeme[T]{word, value})
	r, _ = utf8.DecodeLastRuneInString(word)
	l.last.add(r, lexeme[T]{word, value})
}

func insertLongest[T any](list []lexeme[T], x lexeme[T]) []lexeme[T] {
	at := slices.IndexFunc(list, func(y lexeme[T]) bool { return len(y.word) < len(x.word) })
	if at < 0 {
		at = len(list)
	}
	return slices.Insert(list, at, x)
}

// at returns the longest word that begins at i, and its end.
func (l *lexemes[T]) at(s string, i int) (value T, end int, ok bool) {
	if i >= len(s) {
		return value, i, false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	for _, x := range l.first.of(r) {
		if strings.HasPrefix(s[i:], x.word) {
			return x.value, i + len(x.word), true
		}
	}
	return value, i, false
}

// before returns the longest word that ends at i, and its start.
func (l *lexemes[T]) before(s string, i int) (value T, start int, ok bool) {
	if i <= 0 {
		return value, i, false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	for _, x := range l.last.of(r) {
		if strings.HasSuffix(s[:i], x.word) {
			return x.value, i - len(x.word), true
		}
	}
	return value, i, false
}

// has tells whether one of the words begins at i.
func (l *lexemes[T]) has(s string, i int) bool {
	_, _, ok := l.at(s, i)
	return ok
}

// hasBefore tells whether one of the words ends at i.
func (l *lexemes[T]) hasBefore(s string, i int) bool {
	_, _, ok := l.before(s, i)
	return ok
}

// skipSpaces returns the place after the blanks at i, at most four of them.
func skipSpaces(s string, i int) int {
	for n := 0; i < len(s) && n < 4; n++ {
		switch {
		case s[i] == ' ':
			i++
		case strings.HasPrefix(s[i:], "　"), strings.HasPrefix(s[i:], "\u00a0"):
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		default:
			return i
		}
	}
	return i
}

// backSpaces returns the place before the blanks that end at i.
func backSpaces(s string, i int) int {
	for i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// runeAt returns the rune at i, 0 at the end.
func runeAt(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// runeBefore returns the rune before i, 0 at the start.
func runeBefore(s string, i int) rune {
	if i <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }
