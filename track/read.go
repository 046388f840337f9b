package track

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// leastMention is the share of a promise's object that a sentence without
// result must name to be shown as a mention.
const leastMention = 0.6

// leastBare is that share for a sentence that says no more than the name.
const leastBare = 0.7

// leastProof is the share of the object that a sentence must name to prove that
// the promise was kept or broken.
const leastProof = 0.58

// read reads off the words of a sentence what became of a promise.
func (l *ledger) read(p *promise, c candidate) (reading, bool) {
	if r, ok := l.byAward(p, c); ok {
		return r, true
	}
	best, ok := reading{}, false
	for _, s := range l.scope(p, c) {
		r, says := l.readClause(p, c, s)
		if says && (!ok || decisive(r.status) > decisive(best.status)) {
			best, ok = r, true
		}
	}
	if ok {
		return best, true
	}
	return reading{status: report.Unverifiable, verdict: report.Mentions, why: "提到同一事项，没有说结果"}, c.name >= leastBare && !c.plan
}

// decisive orders what a sentence may say of a promise: that it failed, that it
// is done, that it goes on.
func decisive(s report.Status) int {
	switch s {
	case report.Missed, report.Partial:
		return 4
	case report.Late:
		return 3
	case report.Done, report.Exceeded:
		return 2
	case report.InProgress:
		return 1
	}
	return 0
}

// readClause reads one clause. A word of completion counts if it says what was
// promised, was neither denied nor only planned.
func (l *ledger) readClause(p *promise, c candidate, s report.Span) (reading, bool) {
	clause := words(c.words, s)
	if firstPrefix(clause, l.v.Musing) != "" || firstPrefix(c.words, l.v.Musing) != "" {
		return reading{}, false
	}
	if r, ok := l.byRate(p, c, s); ok {
		return r, true
	}
	w := firstOf(clause, l.v.TaskDone)
	if w == "" && numbered(p, clause) && firstOf(clause, l.v.Planned) == "" && firstOf(clause, l.v.Negations) == "" {
		w = firstOf(clause, l.v.All) // 215户全部脱贫
	}
	if w != "" && len(p.Targets) > 0 && l.names(p, c, clause) >= leastMention {
		return reading{status: report.Done, verdict: report.Supports, why: "原文说“" + w + "”"}, true
	}
	goal := p.goal
	future, done, goes := "", "", ""
	named := named(p, clause)
	for _, h := range l.v.hits(clause) {
		switch {
		case inside(named, h.at) || h.stage > 1 && goal == 1 && l.stepElsewhere(p.Action, clause):
		case h.meaning&failed != 0 && l.v.hasPast(clause[:h.at]):
			continue // 去年未能如期完工的…于7月竣工
		case h.meaning&failed != 0 && l.fails(p, c, clause, h):
			return reading{status: report.Missed, verdict: report.Contradicts, why: "原文说“" + h.word + "”"}, true
		case h.meaning&neverSaid != 0 && firstOf(p.Text, l.v.Never) != "":
			done = h.word
		case h.meaning&planned != 0:
			future = h.word
		case h.stage == 1 && future == "" && l.v.said(clause, h) && l.v.drafted(p, h.word) && c.name >= leastProof:
			done = h.word
		case h.stage > 0 && future == "" && firstPrefix(clause[h.end:], l.v.Nearly) != "" && !l.v.denied(clause, h):
			goes = h.word + firstPrefix(clause[h.end:], l.v.Nearly) // 设备安装过半
		case h.stage > 0 && l.v.said(clause, h) && future == "" && (partly(clause[h.end:]) || ofPart(h.word, clause[h.end:])):
			goes = h.word
		case h.stage > 0 && l.v.said(clause, h) && future == "" && l.v.nearly(p, h.word) && c.name >= leastProof:
			return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说“" + h.word + "”"}, true
		case h.stage > 0 && l.v.said(clause, h) && future == "":
			if h.stage >= goal && (goal > 0 || h.stage >= len(l.v.Stages)-1) && !(goal == 1 && h.stage == 1 && !l.v.samePermit(p, h.word)) &&
				(goal > 0 || !l.stepElsewhere(p.Action, clause)) {
				done = h.word
			} else {
				goes = h.word
			}
		case h.stage == begun && goal == begun && l.v.denied(clause, h) && c.name >= leastProof:
			return reading{status: report.Missed, verdict: report.Contradicts, why: "原文说没有" + h.word}, true
		case h.stage > 0 && future != "" || h.stage > 0 && l.v.denied(clause, h):
			goes = future + h.word
		case h.meaning&completed != 0 && (goal == 0 || p.finish) && future == "" && l.v.said(clause, h):
			if done = h.word; p.document && firstOf(clause, l.v.Documents) == "" && !strings.Contains(clause, "《") {
				done, goes = "", h.word
			}
		case h.meaning&ongoing != 0:
			goes = h.word
		}
	}
	if w := l.v.itemLeft(clause); done != "" && goal > 0 && w != "" {
		return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说“" + done + "”，又说“" + w + "”"}, true
	}
	if done == "" && future == "" && (goal == 0 || goal > begun && goal < len(l.v.Stages)) {
		if done = l.v.passed(clause); done != "" && firstOf(p.Text, l.v.Upper) != "" && firstOf(done, l.v.Upper) == "" && firstOf(done, l.v.Lower) != "" {
			done, goes = "", done // 通过省级评估 on the way to 国家评估
		}
		if done == "" && goal > 0 {
			done = l.v.finished(clause)
		}
	}
	if goal > 0 && future != "" && done == "" {
		if due := l.movedTo(p, c, s); !due.IsZero() {
			return reading{status: report.Missed, verdict: report.Contradicts, why: "期限改为" + due.String()}, true
		}
	}
	return l.outcome(p, c, s, done, goes)
}

// byRate answers a promise of all there are by the share that was reached, or
// by what is told of all: 全覆盖, 覆盖率88%.
func (l *ledger) byRate(p *promise, c candidate, s report.Span) (reading, bool) {
	if r, ok := l.byCount(p, c, s); ok {
		return r, true
	}
	if len(p.Targets) > 0 || firstOf(p.Text, l.v.Total) == "" || c.name < leastProof {
		return reading{}, false
	}
	for _, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at < s.Start || at >= s.End || f.Value == nil || f.Value.Unit != "%" || f.Comparison != "" || firstSuffix(f.Subject, l.v.Shares) == "" {
			continue
		}
		if f.Value.Min.Cmp(report.Whole(100)) < 0 {
			return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说到" + f.Text}, true
		}
		return reading{status: report.Done, verdict: report.Supports, why: "原文说到" + f.Text}, true
	}
	clause := words(c.words, s)
	if w := firstPrefix(clause, l.v.Left); w != "" && firstOf(clause, l.v.Negations) != "" && l.names(p, c, clause) >= leastMention {
		return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说“" + w + "”"}, true
	}
	if w := firstOf(clause, l.v.All); w != "" && l.names(p, c, clause) >= leastMention && firstOf(clause, l.v.Negations) == "" &&
		firstOf(clause, l.v.Planned) == "" && firstOf(clause, l.v.Ongoing) == "" {
		return reading{status: report.Done, verdict: report.Supports, why: "原文说“" + w + "”"}, true
	}
	return reading{}, false
}

// byCount answers a promise of all there are by how many there are and how many of
// them were done: 19项问题完成整改17项.
func (l *ledger) byCount(p *promise, c candidate, s report.Span) (reading, bool) {
	if len(p.Targets) > 0 || firstOf(p.Text, l.v.Entire) == "" || c.name < leastProof {
		return reading{}, false
	}
	var all *report.Fact
	for i, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at < s.Start || at >= s.End || f.Value == nil || f.Kind != report.KindCount {
			continue
		}
		if all != nil && f.Value.Unit == all.Value.Unit && f.Value.Min.Cmp(all.Value.Min) < 0 {
			return reading{status: report.Partial, verdict: report.PartlyMet, why: "原文说" + all.Text + "里的" + f.Text}, true
		}
		all = &c.facts[i]
	}
	return reading{}, false
}

// finished returns the words of a clause that say that a work was done: 完成升级改造,
// 改造完成; empty where there are none.
func (v *vocabulary) finished(clause string) string {
	w := firstSuffix(clause, v.Modes)
	if before := strings.TrimSuffix(clause, w); w != "" && strings.HasSuffix(before, "完成") && firstSuffix(strings.TrimSuffix(before, "完成"), v.Negations) == "" {
		return "完成" + w
	}
	before, ok := strings.CutSuffix(clause, "完成")
	if w = firstSuffix(before, v.Modes); ok && w != "" {
		return w + "完成"
	}
	before, behind, after := strings.Cut(clause, "后")
	if w = firstSuffix(before, v.Modes); after && w != "" && firstOf(behind, v.Levels) != "" {
		return w + "后" // 扩建后日供水能力达到5万吨
	}
	return ""
}

// mostPassed is how many letters may stand between 通过 and what is passed.
const mostPassed = 10

// passed returns the words of a clause that say that the whole was examined and
// found done (通过自治区评估验收); empty where there are none.
func (v *vocabulary) passed(clause string) string {
	before, behind, ok := strings.Cut(clause, "通过")
	w := firstSuffix(behind, v.Passing)
	if !ok || w == "" || letters(behind) > mostPassed || firstSuffix(before, v.Negations) != "" {
		return ""
	}
	return "通过" + behind
}

// samePermit tells whether a step before the work begins is the one that was
// promised: the permit (核准), not a study for it (可研评审).
func (v *vocabulary) samePermit(p *promise, word string) bool {
	if v.answers(p.Action, word) {
		return true
	}
	if firstSuffix(word, v.Permits) != "" && firstOf(p.Text, v.Permits) == "" {
		return true // what is approved was examined
	}
	if v.drafted(p, word) {
		return true
	}
	for _, h := range v.hits(p.Text) {
		if h.stage == 1 && (h.word == word || strings.Contains(word, h.word) || v.answers(h.word, word)) {
			return true
		}
	}
	return false
}

// itemLeft returns the item of a clause that says how much of another part of the work
// is done (泵站完工、厂区完成七成); empty where none does or it is of another work.
func (v *vocabulary) itemLeft(clause string) string {
	_, rest, ok := strings.Cut(clause, "、")
	for _, item := range strings.Split(rest, "、") {
		for _, h := range v.hits(item) {
			if ok && h.stage+int(h.meaning&completed) > 0 && partly(item[h.end:]) && !v.isWork(item[:h.at]) {
				return item
			}
		}
		if before, behind, of := strings.Cut(item, "完成"); ok && of && partly(behind) && !v.isWork(before) {
			return item
		}
	}
	return ""
}

// nearly tells whether the whole of a work was to be finished, and the word says
// that most of it is: 全面建成, 基本建成.
func (v *vocabulary) nearly(p *promise, word string) bool {
	w := firstPrefix(word, v.Mostly)
	return w != "" && p.goal >= finishing && firstOf(p.Text, v.Entire) != "" && v.stageOf(strings.TrimPrefix(word, w)) >= finishing
}

// drafted tells whether something was to be written, and the words tell that it was
// examined or approved.
func (v *vocabulary) drafted(p *promise, words string) bool {
	return firstOf(p.Text, v.Drafts) != "" && firstOf(p.Text, v.Exams) == "" && firstOf(words, v.Exams) != ""
}

// partly tells whether what follows a word of completion is a share of the
// work: 完成主体工程的70%.
func partly(behind string) bool {
	if tenths(behind) || storeys(behind) {
		return true // 路基完成七成
	}
	i := strings.IndexByte(behind, '%')
	if i < 0 || strings.HasPrefix(behind[max(0, i-3):], "100%") {
		return false
	}
	n := strings.TrimRight(behind[:i], "0123456789.")
	return n != behind[:i] && letters(n) <= 6 && !strings.Contains(n, "率")
}

// mostBefore is how many letters may stand between a word of completion and the
// tenths that were completed.
const mostBefore = 6

// tenths tells whether what follows a word of completion is some tenths of the
// work: 完成七成.
func tenths(behind string) bool {
	at := strings.LastIndex(behind, "成")
	if at < 0 {
		return false
	}
	n, start := numeralBefore(behind[:at])
	after := behind[at+len("成"):]
	return n > 0 && n < 10 && letters(behind[:start]) <= mostBefore && (after == "" || !unicode.IsLetter(firstRune(after)))
}

// storeys tells whether what follows is how many storeys stand: 完成主体四层.
func storeys(behind string) bool {
	before, _, ok := strings.Cut(behind, "层")
	n, start := numeralBefore(before)
	return ok && n > 0 && start == 0
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ofPart tells whether what was finished is named behind the word, and so only
// a part of the work: 已完成可行性研究.
func ofPart(word, behind string) bool {
	return strings.HasSuffix(word, "完成") && letters(behind) > 2
}

// byAward answers the aim at an award by the awards of the sentence.
func (l *ledger) byAward(p *promise, c candidate) (reading, bool) {
	for _, t := range p.facts {
		if t.Kind != report.KindAward {
			continue
		}
		for _, f := range c.facts {
			if f.Kind != report.KindAward || l.a.cover(t.Text, f.Text) < 0.8 && l.a.cover(f.Text, t.Text) < 0.8 {
				continue
			}
			why := "原文说“" + f.Action + "”"
			if f.Modality == report.Actual {
				return reading{status: report.Done, verdict: report.Supports, why: why}, true
			}
			return reading{status: report.InProgress, verdict: report.Mentions, why: why}, true
		}
	}
	return reading{}, false
}
