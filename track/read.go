package track

import (
	"slices"
	"strings"
	"time"
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

// mostGap is how many characters may stand between an object and the word that
// says it was missed.
const mostGap = 14

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
	return reading{status: report.Unverifiable, verdict: report.Mentions, why: "提到同一事项，没有说结果"}, c.name >= leastBare
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
	pairs := grams(rest)
	result = head != clause
	if tail := l.v.afterHit(clause[len(head):]); result && len(pairs) == 0 && letters(tail) > 3 &&
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

// readClause reads one clause. A word of completion counts if it says what was
// promised, was neither denied nor only planned.
func (l *ledger) readClause(p *promise, c candidate, s report.Span) (reading, bool) {
	clause := words(c.words, s)
	if firstPrefix(clause, l.v.Musing) != "" || firstPrefix(c.words, l.v.Musing) != "" {
		return reading{}, false
	}
	goal := p.goal
	future, done, goes := "", "", ""
	named := named(p, clause)
	for _, h := range l.v.hits(clause) {
		switch {
		case inside(named, h.at):
		case h.meaning&failed != 0 && l.v.hasPast(clause[:h.at]):
			continue // 去年未能如期完工的…于7月竣工
		case h.meaning&failed != 0 && l.fails(p, c, clause, h):
			return reading{status: report.Missed, verdict: report.Contradicts, why: "原文说“" + h.word + "”"}, true
		case h.meaning&neverSaid != 0 && firstOf(p.Text, l.v.Never) != "":
			done = h.word
		case h.meaning&planned != 0:
			future = h.word
		case h.stage > 0 && l.v.said(clause, h) && future == "" && (partly(clause[h.end:]) || ofPart(h.word, clause[h.end:])):
			goes = h.word
		case h.stage > 0 && l.v.said(clause, h) && future == "":
			if h.stage >= goal && (goal > 0 || h.stage >= len(l.v.Stages)-1) {
				done = h.word
			} else {
				goes = h.word
			}
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
	if goal > 0 && future != "" && done == "" {
		if due := l.movedTo(p, c, s); !due.IsZero() {
			return reading{status: report.Missed, verdict: report.Contradicts, why: "期限改为" + due.String()}, true
		}
	}
	return l.outcome(p, c, s, done, goes)
}

// partly tells whether what follows a word of completion is a share of the
// work: 完成主体工程的70%.
func partly(behind string) bool {
	i := strings.IndexByte(behind, '%')
	if i < 0 || strings.HasPrefix(behind[max(0, i-3):], "100%") {
		return false
	}
	n := strings.TrimRight(behind[:i], "0123456789.")
	return n != behind[:i] && letters(n) <= 4 && !strings.Contains(n, "率")
}

// ofPart tells whether what was finished is named behind the word, and so only
// a part of the work: 已完成可行性研究.
func ofPart(word, behind string) bool {
	return strings.HasSuffix(word, "完成") && letters(behind) > 2
}

// fails tells whether the word of failure is said of the promise. Of one with a
// number it must stand beside the object, which opens the clause or comes with
// its number: …占国内生产总值比重没有完成 says nothing of 国内生产总值. What is never
// over cannot fail.
func (l *ledger) fails(p *promise, c candidate, clause string, h heard) bool {
	if len(p.Targets) == 0 {
		return c.name >= leastProof && (p.goal > 0 || !l.v.endless(p.Action))
	}
	subject := p.Subject
	for _, n := range l.v.namesOf(subject) {
		if strings.Contains(clause, n) {
			subject = n
			break
		}
	}
	at := strings.Index(clause, subject)
	if at < 0 || subject == "" {
		return false
	}
	from := strings.LastIndex(clause[:at], "、") + 1 // 甲、乙进度缓慢: each opens the clause
	before, gap := at-from, words(clause, report.Span{Start: h.end, End: at})
	if at < h.at {
		gap = words(clause, report.Span{Start: at + len(subject), End: h.at})
	} else {
		before = h.at
	}
	return utf8.RuneCountInString(gap) <= mostGap && (before <= 2*len("，") || numbered(p, clause))
}

// numbered tells whether one of the numbers promised stands in the clause.
func numbered(p *promise, clause string) bool {
	return slices.ContainsFunc(p.facts, func(f report.Fact) bool {
		return f.Value != nil && strings.Contains(clause, f.Value.Min.String())
	})
}

// outcome makes a reading of what was found in a clause.
func (l *ledger) outcome(p *promise, c candidate, s report.Span, done, goes string) (reading, bool) {
	clause := words(c.words, s)
	own, denied := "", false
	if done == "" && (p.goal == 0 || !slices.Contains(l.v.Light, p.Action)) && l.acts(p, clause, c) {
		if own = p.Action; firstOf(l.bare(p, clause), l.v.Negations) != "" {
			own, goes, denied = "", "没有"+p.Action, true
		}
	}
	if done == "" && (goes == "" || l.ends(p, own, clause) || own != "" && p.goal == 0 && l.v.answers(p.Action, goes)) {
		done = own
	}
	begins := p.goal == 0 && slices.Contains(l.v.Starting, p.Action)
	if begins && done == "" && !denied {
		if done = goes; done == "" && l.names(p, c, clause) >= leastMention && l.moves(clause) {
			done = p.Action // what goes on has begun
		}
	}
	if done != "" && p.goal == 0 && !begins &&
		(l.v.endless(p.Action) || l.repeats(p, clause) || firstSuffix(p.object, l.v.Lasting) != "" || l.only(p, done, clause)) {
		done, goes = "", done // what is never over is not done by a step
	}
	if c.name < leastProof || l.v.otherLevel(p.object, clause) || p.award() && l.names(p, c, clause) < leastMention {
		return reading{}, false
	}
	switch {
	case done != "":
		r := reading{status: report.Done, verdict: report.Supports, why: "原文说“" + done + "”"}
		day, dated := l.dayOf(c, s)
		if dated && p.Due.Before(day) && !p.Due.IsZero() {
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
	case p.goal > 0 && l.names(p, c, clause) >= leastMention && l.moves(clause):
		return reading{status: report.InProgress, verdict: report.Mentions, why: "原文说到进展，没有到承诺的一步"}, true
	}
	return reading{}, false
}

// only tells whether a verb that has no end of itself is all that the clause
// says: 增加农民收入, without 了, number or 全部.
func (l *ledger) only(p *promise, done, clause string) bool {
	if !slices.Contains(l.v.Measured, p.Action) {
		return false
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

// with returns the clause together with the one behind it.
func (c candidate) with(s report.Span) string {
	for i, k := range c.clauses {
		if k == s && i+1 < len(c.clauses) {
			s.End = c.clauses[i+1].End
		}
	}
	return words(c.words, s)
}

// acts tells whether a clause says that just what was promised was done.
func (l *ledger) acts(p *promise, clause string, c candidate) bool {
	verb := p.Action
	if verb == "" || l.names(p, c, clause) < leastMention {
		return false
	}
	clause = l.bare(p, clause)
	if strings.Contains(clause, verb) || l.v.answers(verb, clause) {
		return true
	}
	for _, w := range l.v.Light {
		if strings.HasSuffix(verb, w) && strings.Contains(clause, w) {
			return true
		}
	}
	return false
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

// dayOf returns the day, or the first of the month, to which the clause or the
// one before it dates what it tells.
func (l *ledger) dayOf(c candidate, s report.Span) (report.Date, bool) {
	from := s.Start
	for i, k := range c.clauses {
		if k == s && i > 0 && len(grams(words(c.words, c.clauses[i-1]))) <= 1 {
			from = c.clauses[i-1].Start // 8月26日，
		}
	}
	day, ok := report.Date{}, false
	for _, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at >= from && at < s.End && f.Modality == report.Actual && dated(f.Period) {
			day, ok = f.Period.Start, true
		}
	}
	if m := monthIn(words(c.words, report.Span{Start: from, End: s.End})); !ok && m > 0 {
		day, ok = report.NewDate(c.year, time.Month(m), 1), true
	}
	return day, ok
}

// monthIn returns the month that the words date what they tell to: 于9月7日通水.
func monthIn(s string) int {
	for i := strings.Index(s, "月"); i > 0; {
		n, start := 0, i
		for start > 0 && s[start-1] >= '0' && s[start-1] <= '9' {
			start--
		}
		for _, d := range s[start:i] {
			n = 10*n + int(d-'0')
		}
		if n >= 1 && n <= 12 && !strings.HasSuffix(s[:start], "—") && !strings.HasSuffix(s[:start], "-") && !strings.HasSuffix(s[:start], "至") {
			return n
		}
		next := strings.Index(s[i+len("月"):], "月")
		if next < 0 {
			break
		}
		i += len("月") + next
	}
	return 0
}

// movedTo returns the later date that the clause now sets for the promise.
func (l *ledger) movedTo(p *promise, c candidate, s report.Span) report.Date {
	for _, f := range c.facts {
		at := f.Place.Start - c.place.Start
		if at >= s.Start && at < s.End && f.Modality == report.Target && !p.Due.IsZero() && p.Due.Before(f.Due) {
			return f.Due
		}
	}
	return report.Date{}
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
