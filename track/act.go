package track

import (
	"strings"

	"taizhang/report"
)

// names returns how much of the promise's object the clause names.
func (l *ledger) names(p *promise, c candidate, clause string) float64 {
	if l.v.otherLevel(p.object, clause) {
		return 0
	}
	share := max(l.cover(p, clause), inOrder(p.object, clause))
	if m := l.v.matter(p.object); m != p.object && firstOf(clause, l.v.Documents) != "" && letters(m) > 3 {
		share = max(share, l.a.cover(m, clause), inOrder(m, clause))
	}
	if c.short > 0 && c.short <= len(c.clauses) && words(c.words, c.clauses[c.short-1]) == clause {
		share = max(share, c.name)
	}
	return share
}

// acts tells whether a clause says that just what was promised was done.
func (l *ledger) acts(p *promise, clause string, c candidate) bool {
	verb := p.Action
	if verb == "" || l.names(p, c, clause) < leastMention {
		return false
	}
	if l.steps(verb, clause) {
		return true
	}
	if l.stepElsewhere(verb, clause) {
		return false
	}
	clause = l.bare(p, clause)
	if _, behind, ok := strings.Cut(clause, verb); ok && firstPrefix(behind, l.v.NoResult) != "" {
		return false // 上市辅导
	} else if ok || l.v.answers(verb, clause) {
		return true
	}
	for _, w := range l.v.Light {
		if strings.HasSuffix(verb, w) && strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// steps tells whether a clause says a step that was promised, verb and object,
// in other order or with something between: 列入国家规划, 列入国家“十三五”规划.
func (l *ledger) steps(step, clause string) bool {
	verb := longestPrefix(step, l.v.Tasks.MidVerbs)
	rest := l.v.core(strings.TrimPrefix(step, verb))
	if verb == "" || letters(rest) < 2 {
		return false
	}
	share := l.a.cover(rest, clause)
	return strings.Contains(clause, verb) && share >= 0.6 || share >= 0.9 && firstSuffix(clause, l.v.Tasks.Results) != ""
}

// stepElsewhere tells whether a step was promised of whose object the clause says
// nothing: 创建三级医院, 门诊楼建成.
func (l *ledger) stepElsewhere(step, clause string) bool {
	rest := strings.TrimPrefix(step, longestPrefix(step, l.v.Tasks.MidVerbs))
	return rest != step && letters(rest) > leastObject && l.a.cover(l.v.core(rest), clause) < 0.3 && firstSuffix(rest, l.v.Tasks.Results) == ""
}

// bare returns the clause without the name of what was promised and what stands
// in title marks: 《…实施细则》已形成初稿 implements nothing.
func (l *ledger) bare(p *promise, clause string) string {
	for {
		before, rest, ok := strings.Cut(clause, "《")
		_, after, closed := strings.Cut(rest, "》")
		if !ok || !closed {
			break
		}
		clause = before + after
	}
	for _, n := range p.names {
		clause = strings.Replace(clause, n, " ", 1)
	}
	return clause
}

// named returns where the clause names titles or what was promised; words of
// theirs say no result.
func named(p *promise, clause string) []report.Span {
	var out []report.Span
	for at := 0; ; {
		i := strings.Index(clause[at:], "《")
		if i < 0 {
			break
		}
		n := strings.Index(clause[at+i:], "》")
		if n < 0 {
			break
		}
		out = append(out, report.Span{Start: at + i, End: at + i + n})
		at += i + n
	}
	for _, n := range p.names {
		if i := strings.Index(clause, n); i >= 0 {
			out = append(out, report.Span{Start: i, End: i + len(n)})
		}
	}
	return out
}

// otherLevel tells whether the text names another level than the name does: 市级
// and 省级 titles are not one.
func (v *vocabulary) otherLevel(name, text string) bool {
	w := firstOf(name, v.Ranks)
	return w != "" && !strings.Contains(text, w) && firstOf(text, v.Ranks) != ""
}
