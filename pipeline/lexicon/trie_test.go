package lexicon

import (
	"strings"
	"testing"
)

func TestTrieFindsWhatSearchFinds(t *testing.T) {
	words := []string{"计划", "计", "计划书", "", "划", "计划", "𠮷日", "GDP", "书𠮷", "十四五规划"}
	for i := range 40 {
		words = append(words, "计"+string(rune('一'+i))+"表")
	}
	trie := NewTrie(words)
	for _, text := range []string{
		"", "计", "年度计划书𠮷日，GDP与计划\xe4\xb8。", "计一表计丙计丅表计一", "十四五规", "\xff计划", strings.Repeat("计划", 3),
	} {
		var want []Hit
		for start := range text {
			for end := start + 1; end <= len(text); end++ {
				for i, w := range words {
					if text[start:end] == w {
						want = append(want, Hit{int32(i), int32(start), int32(end)})
						break
					}
				}
			}
		}
		got := trie.Scan(text, nil)
		if len(got) != len(want) {
			t.Errorf("%q: found %v, want %v", text, got, want)
			continue
		}
		for i, h := range got {
			if h != want[i] {
				t.Errorf("%q: found %v, want %v", text, got, want)
			}
			if trie.Find(text[h.Start:h.End]) != h.Word {
				t.Errorf("%q is not found by itself", text[h.Start:h.End])
			}
		}
	}
	for _, word := range []string{"", "计划书x", "十四", "丙"} {
		if n := trie.Find(word); n >= 0 {
			t.Errorf("%q is found as word %d", word, n)
		}
	}
}
