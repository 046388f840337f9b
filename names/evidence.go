package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// evidence says how sure it is that words are a name.
type evidence int

const (
	noEvidence evidence = iota
	anyWord             // a word that is not general
	ownRegion           // the office's own region
	fullEvidence
)

// distinct tells whether the words before the head make a name of it: a place
// has to be among them, two characters the dictionary knows no word for, or how
// big it is. Words for how good it is (优质工程) make an award.
func (m *miner) distinct(words string, tokens []report.Span, head, org string) evidence {
	end := tokens[len(tokens)-1].End - len(head)
	least, work := 0, m.isWork(head)
	if work {
		least = unknownLeast
	}
	if m.general(words, tokens, end) {
		return noEvidence
	}
	own, local, some, unknown, last := tokens[0].Start < end, false, false, 0, 0
	for i, t := range tokens {
		t.End = min(t.End, end)
		if t.Start >= t.End {
			break
		}
		w := t.Of(words)
		own = own && (strings.Contains(org, w) || m.opens(w))
		some = some || !m.opens(w) && utf8.RuneCountInString(w) > 1
		local = local || m.isLocal(w, org) || i > 0 && m.sizes[w]
		if !m.isUnknown(w) {
			last = 0
			continue
		}
		last++
		unknown = max(unknown, last)
	}
	switch {
	case own && work:
		return noEvidence
	case own:
		return ownRegion
	case local || unknown > 1 && end-tokens[0].Start > least:
		return fullEvidence
	case some && !work:
		return anyWord
	}
	return noEvidence
}

// general tells whether the last words name a sort of things (中小学), praise
// one (优质工程), or the first is a bare number.
func (m *miner) general(words string, tokens []report.Span, end int) bool {
	for _, t := range tokens {
		if t.End > end && t.Start < end && m.generic[t.Of(words)] || t.End == end && m.praise[t.Of(words)] {
			return true
		}
	}
	return isNumber(tokens[0].Of(words)) && !m.sizes[tokens[1].Of(words)]
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789.") == "" }

// isLocal tells whether a word says which one.
func (m *miner) isLocal(w, org string) bool {
	if m.opens(w) {
		return false
	}
	n := utf8.RuneCountInString(w)
	return m.local[w] || n > 1 && (hasAnySuffix(w, m.words.LocalTails) || strings.Contains(org, w))
}

// isUnknown tells whether a word is a single character: what is left where the
// dictionary knows no word.
func (m *miner) isUnknown(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.Is(unicode.Han, r) && !m.opens(w) && !m.measures[w] && !endsInNumber(w)
}
