package track

import (
	"strings"

	"taizhang/report"
)

// scope returns the clauses of the sentence that speak of the promise: the one
// that names most of its object, and those behind it that carry it on.
func (l *ledger) scope(p *promise, c candidate) []report.Span {
	best, most := -1, leastName-0.1
	for i, s := range c.clauses {
		share := l.cover(p, words(c.words, s))
		if i+1 == c.short {
			share = max(share, c.name)
		}
		if share > most {
			best, most = i, share
		}
	}
	if best < 0 {
		return nil
	}
	out := []report.Span{c.clauses[best]}
	for _, s := range c.clauses[best+1:] {
		carries, result := l.carries(p, words(c.words, s))
		if !carries && result {
			break // the result of something else; what it carries on is not ours
		}
		if carries {
			out = append(out, s)
		}
	}
	return out
}

// carries tells whether a clause still speaks of the promise: before the word
// that says a result nothing else is named. It also tells whether there is such
// a word.
func (l *ledger) carries(p *promise, clause string) (carries, result bool) {
	head := clause
	for _, h := range l.v.hits(clause) {
		if h.stage > 0 || h.meaning&(failed|completed|planned) != 0 {
			head = clause[:h.at]
			break
		}
	}
	rest := head
	for _, w := range l.v.Leads {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if i := strings.LastIndex(rest, "等"); i >= 0 && strings.Contains(rest[:i], "、") {
		rest = rest[i+len("等"):] // 糖化、发酵等主厂房
	}
	pairs := grams(rest)
	result = head != clause
	if tail := l.v.afterHit(clause[len(head):]); result && l.v.afterHit(tail) == tail && len(pairs) == 0 && letters(tail) > 3 &&
		firstPrefix(tail, l.v.NoResult) == "" && l.a.cover(tail, p.object, p.Text) <= 0.3 {
		return false, true // 全面建立…机制: the result of what is named behind it
	}
	return len(pairs) == 0 || l.a.cover(rest, p.object, p.Text) > 0.3 || len(pairs) < 3 && result, result
}

// afterHit returns what stands behind the word of the lists that begins s.
func (v *vocabulary) afterHit(s string) string {
	if hits := v.hits(s); len(hits) > 0 && hits[0].at == 0 {
		return s[hits[0].end:]
	}
	return s
}

// with returns the clause together with the one behind it.
func (c candidate) with(s report.Span) string {
	for i, k := range c.clauses {
		if k == s && i+1 < len(c.clauses) {
			s.End = c.clauses[i+1].End
		}
	}
	return words(c.words, s)
}
