package index

import (
	"slices"
	"strings"
)

// wordTest is met where words stand in the sentence, as they are, in one piece,
// in one of several forms; where facts are looked for, also where the fact is
// about an indicator or subject of that name.
type wordTest struct {
	number int
	forms  [][]byte
	about  ids
}

func (w words) ready(p *plan) test {
	t := wordTest{number: len(p.asked)}
	for _, f := range w.forms() {
		t.forms = append(t.forms, appendUTF16(nil, f))
	}
	if p.aim == forFacts {
		t.about = p.strings.matching(func(s string) bool {
			holds := func(form string) bool { return strings.Contains(s, form) }
			return slices.ContainsFunc(w.forms(), holds)
		})
	}
	p.asked = append(p.asked, t)
	return t
}

// report marks the sentences in which the words begin.
func (t wordTest) report(l *look) verdict {
	b := l.at.block
	n := b.sentences() + b.strays()
	found := l.found[t.number]
	if cap(found) < n {
		found = make([]bool, n)
	}
	found = found[:n]
	clear(found)
	text := b.text()
	for _, words := range t.forms {
		if l.at.signature.mayHold(words) {
			markSentences(b, text[:b.bodyLength()], words, found)
		}
		for i := b.sentences(); i < n; i++ {
			s := b.sentence(i)
			found[i] = found[i] || indexUTF16(text[s.start:s.end], words, 0) >= 0
		}
	}
	l.found[t.number] = found
	if len(t.about) == 0 && !slices.Contains(found, true) {
		return never
	}
	return depends
}

// markSentences marks the sentences of the body in which words begin; the last
// of them may stand in the next one.
func markSentences(b block, body, words []byte, found []bool) {
	s := 0
	for at := indexUTF16(body, words, 0); at >= 0; {
		for s < b.sentences() && b.sentence(s).end <= at {
			s++
		}
		if s == b.sentences() {
			return
		}
		next := at + 2
		if row := b.sentence(s); row.start <= at {
			found[s] = true
			next = max(next, row.end)
		}
		at = indexUTF16(body, words, next)
	}
}

func (t wordTest) holds(l *look, sentence int, f fact) bool {
	if l.found[t.number][sentence] {
		return true
	}
	return f != nil && (t.about.has(f.indicator()) || t.about.has(f.subject()))
}
