package recognise

import "strings"

// lexemes finds the longest of its words that begins at a place.
type lexemes[T any] struct {
	words  trie
	values []T
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
	if n := len(l.values) + 1; l.words.add([]rune(word), int32(n)) == int32(n) {
		l.values = append(l.values, value)
	}
}

// at returns the longest word that begins at i, and its end.
func (l *lexemes[T]) at(s string, i int) (value T, end int, ok bool) {
	if h := l.words.ahead(s, i); h.word > 0 {
		return l.values[h.word-1], h.at, true
	}
	return value, i, false
}

// has tells whether one of the words begins at i.
func (l *lexemes[T]) has(s string, i int) bool {
	_, _, ok := l.at(s, i)
	return ok
}

// endings finds the longest of its words that ends at a place.
type endings[T any] struct {
	words  trie // of the words read backwards
	values []T
}

// endingsOf returns the words as endings without a value.
func endingsOf(words []string) *endings[bool] {
	l := &endings[bool]{}
	for _, w := range words {
		l.add(w, true)
	}
	return l
}

// add adds a word; a word added twice keeps its first value.
func (l *endings[T]) add(word string, value T) {
	if n := len(l.values) + 1; l.words.add(backwards(word), int32(n)) == int32(n) {
		l.values = append(l.values, value)
	}
}

// before returns the longest word that ends at i, and its start.
func (l *endings[T]) before(s string, i int) (value T, start int, ok bool) {
	if h := l.words.back(s, i); h.word > 0 {
		return l.values[h.word-1], h.at, true
	}
	return value, i, false
}

// hasBefore tells whether one of the words ends at i.
func (l *endings[T]) hasBefore(s string, i int) bool {
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
			_, n := decode(s, i)
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
	r, _ := decode(s, i)
	return r
}

// runeBefore returns the rune before i, 0 at the start.
func runeBefore(s string, i int) rune {
	if i <= 0 {
		return 0
	}
	r, _ := decodeLast(s, i)
	return r
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
		r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }
