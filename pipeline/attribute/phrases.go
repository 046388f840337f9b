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
}

func newPhrases(words []string) phrases {
	p := phrases{words: words}
	for _, w := range words {
		r, _ := lexicon.Rune(w)
		p.begins[r/64%16] |= 1 << (r % 64)
	}
	return p
}

// in tells whether one of the phrases stands in s.
func (p *phrases) in(s string) bool {
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		if r, size = lexicon.Rune(s[i:]); p.begins[r/64%16]&(1<<(r%64)) == 0 {
			continue
		}
		for _, w := range p.words {
			if strings.HasPrefix(s[i:], w) {
				return true
			}
		}
	}
	return false
}
