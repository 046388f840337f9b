package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// onlyStage returns the word that says how far the things counted have come, where
// they were to be built and are not: 20座主体完工; empty where there is none.
func (l *ledger) onlyStage(t report.Fact, s spot) string {
	if !slices.Contains(l.v.Building, t.Action) && !slices.Contains(l.v.Finishing, t.Action) || l.v.stageOf(t.Action) == begun {
		return ""
	}
	_, behind, ok := strings.Cut(words(s.words, s.clauseAt(s.fact)), s.fact.Text)
	if i := strings.Index(behind, "、"); i >= 0 {
		behind = behind[:i]
	}
	hits := l.v.hits(behind)
	if !ok || s.fact.Cell != nil || len(hits) == 0 || strings.ContainsAny(behind, "0123456789") {
		return ""
	}
	if h := hits[len(hits)-1]; h.stage >= begun && h.stage < finishing && l.v.stageOf(behind) == h.stage && h.end == len(behind) {
		return h.word
	}
	return ""
}

// toldOtherwise tells whether the sentence tells how much there was of what was
// promised, in a way that cannot be compared: a growth for a level.
func (p *promise) toldOtherwise(c candidate) bool {
	return slices.ContainsFunc(c.facts, func(f report.Fact) bool {
		same := f.Subject == p.Subject || p.Indicator != "" && f.Indicator == p.Indicator
		return same && f.Value != nil && !slices.ContainsFunc(p.Targets, func(t report.CommitmentTarget) bool { return t.Comparison == f.Comparison })
	})
}

// oneOfSeveral tells whether several things were promised and the sentence tells
// of one of them: 两台机组, 1号机组.
func (l *ledger) oneOfSeveral(p *promise, c candidate) bool {
	part := firstOf(l.clauseOf(p, c), l.v.Single) != ""
	if len(p.Targets) == 0 {
		return part && p.goal > 0 && firstOf(p.Text, l.v.Entire) != "" && firstOf(p.Text, l.v.Single) == ""
	}
	return part && len(p.Targets) == 1 && p.goal > 0 && p.facts[0].Kind == report.KindCount && p.Targets[0].Min.Cmp(report.Whole(1)) > 0
}

// sameCount tells whether the sentence counts as many works as were to be finished:
// 2台机组, 两台机组双投.
func (l *ledger) sameCount(p *promise, c candidate) bool {
	return len(p.Targets) == 1 && p.goal > begun && slices.ContainsFunc(c.facts, func(f report.Fact) bool {
		return f.Value != nil && f.Value.Unit == p.Targets[0].Unit && f.Value.Min.Equal(p.Targets[0].Min)
	})
}

// taskDone tells whether the clause that names the object says that the task
// was done: 幸福村建设完成年度任务.
func (l *ledger) taskDone(p *promise, c candidate) bool {
	for _, s := range c.clauses {
		if w := words(c.words, s); (firstOf(w, l.v.TaskDone) != "" || firstOf(w, l.v.All) != "" && numbered(p, w)) && l.names(p, c, w) >= leastMention {
			return true
		}
	}
	return false
}
