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

// add adds a word, and returns false where it is there already.
func (b *byRune[T]) add(r rune, x lexeme[T]) bool {
	i := b.index.of(r)
	if i == 0 {
		b.lists = append(b.lists, nil)
		i = uint16(len(b.lists))
		b.index.set(r, i)
	}
	at, there := slices.BinarySearchFunc(b.lists[i-1], x, func(y, x lexeme[T]) int {
		if d := len(x.word) - len(y.word); d != 0 {
			return d
		}
		return strings.Compare(y.word, x.word)
	})
	if !there {
		b.lists[i-1] = insert(b.lists[i-1], at, x)
	}
	return !there
}

// lexeme is a word in a list that is sorted by length, longest first, and then
// by the alphabet.
type lexeme[T any] struct {
	word  string
	next  int // index of the first shorter word
	value T
}

// sameLength is the words of a list from k on that are as long as the word k;
// there is at most one of them in any place of a text.
func sameLength[T any](list []lexeme[T], k int) (words []lexeme[T], length int) {
	return list[k:list[k].next], len(list[k].word)
}

// find returns the index of the word in words of its length, or -1.
func find[T any](words []lexeme[T], word string) int {
	low, high := 0, len(words)
	for low < high {
		if k := (low + high) / 2; words[k].word < word {
			low = k + 1
		} else {
			high = k
		}
	}
	if low < len(words) && words[low].word == word {
		return low
	}
	return -1
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
	x := lexeme[T]{word: word, value: value}
	if l.first.add(r, x) {
		r, _ = utf8.DecodeLastRuneInString(word)
		l.last.add(r, x)
	}
}

// insert puts a word in its place in the list.
func insert[T any](list []lexeme[T], at int, x lexeme[T]) []lexeme[T] {
	list = slices.Insert(list, at, x)
	for k := len(list) - 1; k >= 0; k-- {
		list[k].next = k + 1
		if k+1 < len(list) && len(list[k+1].word) == len(list[k].word) {
			list[k].next = list[k+1].next
		}
	}
	return list
}

// at returns the longest word that begins at i, and its end.
func (l *lexemes[T]) at(s string, i int) (value T, end int, ok bool) {
	if i >= len(s) {
		return value, i, false
	}
	r, _ := decode(s, i)
	list := l.first.of(r)
	for k := 0; k < len(list); k = list[k].next {
		words, n := sameLength(list, k)
		if i+n > len(s) {
			continue
		}
		if found := find(words, s[i:i+n]); found >= 0 {
			return words[found].value, i + n, true
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
	list := l.last.of(r)
	for k := 0; k < len(list); k = list[k].next {
		words, n := sameLength(list, k)
		if n > i {
			continue
		}
		if found := find(words, s[i-n:i]); found >= 0 {
			return words[found].value, i - n, true
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
	r, _ := decode(s, i)
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
