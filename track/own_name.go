package track

import "strings"

// ownName tells whether a word out of a name is called so by itself: wherever
// the reviews have it, nothing stands before it, or what does so in the name. A
// common noun has something else there: 城东水库, 城西水库.
func (l *ledger) ownName(word, name string) bool {
	key := word + " " + name
	own, known := l.own[key]
	if known {
		return own
	}
	if l.own == nil {
		l.own = map[string]bool{}
	}
	in, _, _ := strings.Cut(name, word)
	own = true
	for _, y := range l.a.years {
		for _, i := range y.holders[word] {
			own = own && l.v.standsAlone(word, lastTwo(in), y.sentences[i].words)
		}
	}
	l.own[key] = own
	return own
}

// standsAlone tells whether before every one of the word's places in the
// sentence there is nothing that names, or else what is expected.
func (v *vocabulary) standsAlone(word, expected, sentence string) bool {
	for from := 0; ; {
		i := strings.Index(sentence[from:], word)
		if i < 0 {
			return true
		}
		if b := before(sentence[:from+i]); !v.plain(b) && !(expected != "" && strings.HasSuffix(b, expected)) {
			return false
		}
		from += i + len(word)
	}
}
