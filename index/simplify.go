package index

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// The table of traditional characters: each group begins with a simplified one
// and goes on with the traditional forms of it alone. Characters that are also
// in use in simplified texts (those of GB 2312) are not among the forms, so
// that nothing in such a text is taken for anything else.
//
//go:embed traditional.txt
var traditional string

// The characters that simplify looks at.
const (
	firstHan = 0x4E00
	lastHan  = 0x9FFF
)

// simplified returns the simplified characters of traditional ones, 0 for all
// others.
var simplified = sync.OnceValue(func() *[lastHan - firstHan + 1]uint16 {
	table := new([lastHan - firstHan + 1]uint16)
	for _, group := range strings.Fields(traditional) {
		simple, n := utf8.DecodeRuneInString(group)
		for _, r := range group[n:] {
			table[r-firstHan] = uint16(simple)
		}
	}
	return table
})

// simplify returns the simplified form of a character, as long in UTF-8 as
// itself. It is a form to search by: the text stays as it is.
func simplify(r rune) rune {
	if r >= firstHan && r <= lastHan {
		if s := simplified()[r-firstHan]; s != 0 {
			return rune(s)
		}
	}
	return r
}
