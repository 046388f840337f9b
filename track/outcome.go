package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// begun is the stage of a work that is under way, finishing that from which on
// little is left of it.
const (
	begun     = 2
	finishing = 4
)

// prepares tells whether the clause tells of a step before the work begins.
func (v *vocabulary) prepares(clause string) bool {
	return slices.ContainsFunc(v.hits(clause), func(h heard) bool { return h.stage == 1 })
}

// outcome makes a reading of what was found in a clause.
func (l *ledger) outcome(p *promise, c candidate, s report.Span, done, goes string) (reading, bool) {
	clause := words(c.words, s)
	own, denied := "", false
	if done == "" && (p.goal == 0 || !slices.Contains(l.v.Light, p.Action)) && l.acts(p, clause, c) {
		if own = p.Action; firstOf(l.bare(p, clause), l.v.Negations) != "" {
			own, goes, denied = "", "没有"+p.Action, true
		}
		if _, rest, there := strings.Cut(clause, own); slices.Contains(l.v.Light, own) && there && partly(rest) {
			own, goes = "", own // 完成总工程量的80%
		} else if slices.Contains(l.v.Light, own) && there && l.otherPart(p, clause, rest) {
			own, goes = "", own // …治理完成清淤
		}
		if own != "" && p.goal > 0 && !strings.Contains(clause, own) && l.v.stageOf(clause) < p.goal {
			own, goes = "", own // 隧道贯通 is not 建成通车
		}
		if stage := l.v.stageOf(clause); own != "" && stage > 0 && stage < finishing && slices.Contains(l.v.Building, own) && p.goal == 0 {
			own = "" // 开工建设 builds nothing yet
		}
	}
	if done == "" && (goes == "" || l.ends(p, own, clause) || own != "" && p.goal == 0 && l.v.answers(p.Action, goes)) {
		done = own
	}
	if done == "" && goes == "" && p.finish && firstSuffix(clause, l.v.Finishing) != "" && !denied && l.names(p, c, clause) >= leastMention {
		done = firstSuffix(clause, l.v.Finishing) // 土石方工程完成
	}
	if done == "" && goes == "" && p.goal <= 1 && !denied && len(p.Targets) == 0 && l.v.drafted(p, clause) && l.names(p, c, clause) >= leastMention {
		done = firstOf(clause, l.v.Exams)
	}
	if w := firstOf(clause, l.v.Success); done == "" && goes == "" && w != "" && p.goal == 0 && !denied && firstPrefix(p.Action, l.v.Light) != "" &&
		!l.stepElsewhere(p.Action, clause) && l.names(p, c, clause) >= leastMention {
		done = w // 实现截流, 成功截流
	}
	if done == "" && p.goal == begun && firstPrefix(p.Action, l.v.Finishing) == "" && strings.Contains(clause, "完成") && !l.v.prepares(clause) && l.names(p, c, clause) >= leastMention {
		done = "完成" // of a work that was to begin a part is done: 完成土方的70%
	}
	begins := p.goal == 0 && slices.Contains(l.v.Starting, p.Action)
	if begins && done == "" && !denied {
		if done = goes; done == "" && l.names(p, c, clause) >= leastMention && l.moves(clause) {
			done = p.Action // what goes on has begun
		}
	}
	if done != "" && p.goal == 0 && !begins &&
		(l.v.endless(p.Action) && !l.overAll(p, done, clause) || l.repeats(p, clause) || firstSuffix(p.object, l.v.Lasting) != "" || l.only(p, done, clause)) {
		done, goes = "", done // what is never over is not done by a step
	}
	if done != "" && p.award() && !l.titled(p, clause) {
		done, goes = "", done // what the title is for was built
	}
	if c.name < leastProof || l.v.otherLevel(p.object, clause) || p.award() && l.names(p, c, clause) < leastMention {
		return reading{}, false
	}
	switch {
	case done != "" && l.v.halfOf(p, c) != "":
		return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说“" + done + "”，没有说" + l.v.halfOf(p, c)}, true
	case done != "" && l.shareOf(c, s) != "":
		return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说" + l.shareOf(c, s)}, true
	case done != "":
		r := reading{status: report.Done, verdict: report.Supports, why: "原文说“" + done + "”"}
		day, dated := l.dayOf(c, s)
		if dated && p.Due.Before(day) && !p.Due.IsZero() && !(p.goal == begun && l.v.stageOf(clause) > begun) {
			r.status, r.why, r.late = report.Late, r.why+"，晚于期限"+p.Due.String(), daysLate(p.Due, day)
		}
		if w := firstOf(c.with(s), l.v.Late); w != "" {
			r.status, r.why = report.Late, r.why+"，"+w
		}
		return r, true
	case goes != "":
		return reading{status: report.InProgress, verdict: report.Mentions, why: "原文说“" + goes + "”"}, true
	case firstOf(clause, l.v.Failed) != "":
		return reading{}, false
	case len(p.Targets) > 0 && !p.told:
		return reading{}, false
	case l.v.endless(p.Action) && l.names(p, c, clause) >= leastMention:
		return reading{status: report.InProgress, verdict: report.Mentions, why: "原文说到这件事，承诺的是" + p.Action}, true
	case p.goal == 0 && l.names(p, c, clause) >= leastMention && strings.Contains(clause, "率") && strings.Contains(clause, "%"):
		return reading{status: report.InProgress, verdict: report.Mentions, why: "原文说到比例，没有说完成"}, true
	case l.names(p, c, clause) >= leastMention && l.moves(clause):
		return reading{status: report.InProgress, verdict: report.Mentions, why: "原文说到进展，没有到承诺的一步"}, true
	}
	return reading{}, false
}

// otherPart tells whether what was finished is named behind the verb and not in
// the promise, whose name stands before it.
func (l *ledger) otherPart(p *promise, clause, rest string) bool {
	rest = lettersOf(rest)
	return letters(rest) > 2 && l.a.cover(rest, p.Text) < 0.3 && l.cover(p, strings.TrimSuffix(clause, rest)) >= leastMention
}

// shareOf returns what the clause behind says that the work done is a share of:
// 完成路基52公里，占总里程的85%; empty where it says none.
func (l *ledger) shareOf(c candidate, s report.Span) string {
	behind := strings.Trim(strings.TrimPrefix(c.with(s), words(c.words, s)), report.ClauseEnds)
	before, rest, ok := strings.Cut(behind, "%")
	if firstPrefix(behind, l.v.Parted) == "" || !ok || rest != "" || strings.HasSuffix(before, "100") || firstOf(before, l.v.Wholes) == "" {
		return ""
	}
	return behind
}

// halfOf returns the second of two things that a promise joins, where the sentence
// says nothing of it: 隧洞贯通并完成截流; empty where there is none.
func (v *vocabulary) halfOf(p *promise, c candidate) string {
	joint := firstOf(p.Text, v.Then)
	if joint == "" || len(p.Targets) > 0 {
		return ""
	}
	second := p.Text[strings.LastIndex(p.Text, joint)+len(joint):]
	verb, _ := v.verbAt(second)
	rest := strings.TrimPrefix(second, verb)
	if verb == "" || v.stageOf(second) > 0 || letters(rest) < 2 || strings.ContainsAny(second, "、，") ||
		slices.ContainsFunc(grams(rest), func(g string) bool { return strings.Contains(c.words, g) }) {
		return ""
	}
	return second
}

// overAll tells whether what goes on without end is said to be done as a whole:
// …改革基本完成.
func (l *ledger) overAll(p *promise, done, clause string) bool {
	return slices.Contains(l.v.Overall, done) && strings.HasSuffix(clause, done) && l.cover(p, clause) >= leastProof
}

// titled tells whether the clause names the title that a promise aims at.
func (l *ledger) titled(p *promise, clause string) bool {
	return slices.ContainsFunc(p.facts, func(f report.Fact) bool {
		return f.Kind == report.KindAward && (l.a.cover(f.Text, clause) >= 0.5 || inOrder(f.Text, clause) > 0)
	})
}

// only tells whether a verb that has no end of itself is all that the clause
// says: 增加农民收入, without 了, number or 全部.
func (l *ledger) only(p *promise, done, clause string) bool {
	if !slices.Contains(l.v.Measured, p.Action) || strings.HasSuffix(p.Text, p.Action) && len(p.facts) == 0 {
		return false // 国际收支状况改善 names a result
	}
	if done != p.Action {
		return true
	}
	before, _, _ := strings.Cut(clause, p.Action)
	return !strings.Contains(clause, "了") && !strings.ContainsAny(clause, "0123456789") && firstSuffix(before, l.v.Whole) == ""
}

// ends tells whether the clause, beside the words that work goes on, says that
// what was promised was done whole: 全面取消, 全部免征.
func (l *ledger) ends(p *promise, own, clause string) bool {
	i := strings.Index(clause, own)
	return own != "" && i > 0 && firstSuffix(clause[:i], l.v.Whole) != ""
}

// repeats tells whether the clause says no more than the promise did: that the
// same is done again.
func (l *ledger) repeats(p *promise, clause string) bool {
	w := firstPrefix(p.Text, l.v.Repeats)
	return w != "" && strings.HasPrefix(clause, w)
}

// moves tells whether something was done to what the clause names.
func (l *ledger) moves(clause string) bool {
	if strings.Contains(clause, "%") || firstOf(clause, l.v.Light) != "" {
		return true
	}
	verb, _ := l.v.verbAt(clause[l.v.skipLead(clause):])
	return verb != ""
}
