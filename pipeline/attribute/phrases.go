package attribute

import (
	"strings"

	"taizhang/pipeline/lexicon"
)

// phrases are words looked for in whole sentences. Of most characters a glance
// tells that none of them begins there.
type phrases struct {
	words  []string
	begins [16]uint64 // a bit for the last ten bits of each first character
	others []string   // that do not begin with a character of three bytes
}

func newPhrases(words []string) phrases {
	var p phrases
	for _, w := range words {
		r, size := lexicon.Rune(w)
		if size != len("一") {
			p.others = append(p.others, w)
			continue
		}
		p.words = append(p.words, w)
		p.begins[r/64%16] |= 1 << (r % 64)
	}
	return p
}

// in tells whether one of the phrases stands in s.
func (p *phrases) in(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] < 0xE0 || p.begins[s[i+1]&15]&(1<<(s[i+2]&63)) == 0 {
			continue
		}
		for _, w := range p.words {
			if strings.HasPrefix(s[i:], w) {
				return true
			}
		}
	}
	return containsOne(s, p.others)
}
