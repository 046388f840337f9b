package index

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// Texts to be looked through are kept as UTF-16, two bytes for nearly every
// character: a third less than UTF-8, and faster to search.

// appendUTF16 adds a text, lower byte first.
func appendUTF16(to []byte, text string) []byte {
	for _, r := range text {
		if r < 0x10000 {
			to = append(to, byte(r), byte(r>>8))
			continue
		}
		high, low := utf16.EncodeRune(r)
		to = append(to, byte(high), byte(high>>8), byte(low), byte(low>>8))
	}
	return to
}

// placedUTF16 adds a text and says in places, of every byte with which a character
// begins and of the end, where it stands in the UTF-16.
func placedUTF16(to []byte, text string, places []uint32) []byte {
	for i, r := range text {
		places[i] = uint32(len(to))
		if r < 0x10000 {
			to = append(to, byte(r), byte(r>>8))
			continue
		}
		high, low := utf16.EncodeRune(r)
		to = append(to, byte(high), byte(high>>8), byte(low), byte(low>>8))
	}
	places[len(text)] = uint32(len(to))
	return to
}

// fromUTF16 returns the text.
func fromUTF16(data []byte) string {
	out := make([]byte, 0, len(data)*3/2)
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(data[i]) | rune(data[i+1])<<8
		if utf16.IsSurrogate(r) && i+3 < len(data) {
			r = utf16.DecodeRune(r, rune(data[i+2])|rune(data[i+3])<<8)
			i += 2
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// indexUTF16 returns where words stand in a text, at or behind from, or -1.
func indexUTF16(text, words []byte, from int) int {
	for from < len(text) {
		i := bytes.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		if from += i; from%2 == 0 {
			return from
		}
		from++ // begins inside a character
	}
	return -1
}
