package index

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzIndexUTF16 holds that searching in UTF-16 finds just what searching in
// the text does.
func FuzzIndexUTF16(f *testing.F) {
	for _, s := range [][2]string{{"固定资产投资", "资产"}, {"000", "00"}, {"一丁一", "一"}, {"a𠀀b𠀀c", "𠀀c"}, {"ĀĀ\x00", "\x00"}, {"", "x"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, text, words string) {
		if !utf8.ValidString(text) || !utf8.ValidString(words) || words == "" {
			t.Skip()
		}
		data := appendUTF16(nil, text)
		if back := fromUTF16(data); back != text {
			t.Fatalf("%q becomes %q", text, back)
		}
		places := make([]uint32, len(text)+1)
		if placed := placedUTF16(nil, text, places); !bytes.Equal(placed, data) {
			t.Fatalf("%q: placed it is %x, want %x", text, placed, data)
		}
		for i := range text {
			if want := len(appendUTF16(nil, text[:i])); int(places[i]) != want {
				t.Fatalf("%q: byte %d is at %d, want %d", text, i, places[i], want)
			}
		}
		want := strings.Index(text, words)
		if want > 0 {
			want = len(appendUTF16(nil, text[:want]))
		}
		if got := indexUTF16(data, appendUTF16(nil, words), 0); got != want {
			t.Fatalf("%q in %q: at %d, want %d", words, text, got, want)
		}
	})
}
