package track

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// Fewest and most letters of what is promised.
const (
	leastObject = 3
	mostObject  = 60
)

// pledge is what a clause without a fact of its own promises: 启动《…规划》,
// 对债务进行全面审计, 客运站投入使用.
type pledge struct {
	subject, action string
	behind          bool // the verb follows what is promised
	passed          bool // the thing is to pass an examination, however abstract it is
	strength        report.Strength
	span            report.Span // of the words in the sentence
}

// pledges returns what the clauses of a sentence of the plan promise beyond the
// promises that its facts made.
func (v *vocabulary) pledges(sentence string, taken []report.Span) []pledge {
	var out []pledge
	last := ""
	for _, c := range report.Clauses(sentence) {
		if slices.ContainsFunc(taken, func(s report.Span) bool { return s.Start < c.End && c.Start < s.End }) {
			continue
		}
		if items := v.itemsOf(words(sentence, c)); len(items) > 1 {
			out = append(out, v.listed(sentence, c, items)...)
			continue
		}
		p, ok := v.pledge(words(sentence, c))
		if before := p; !ok && p.action != "" && p.subject == "" {
			p.subject = last // 进行…试点，在全国推开
			before.subject = last
			ok = v.concrete(before)
		}
		if g, parsed := v.parse(words(sentence, c)); parsed && g.subject != "" {
			last = g.subject
		} else if head := v.aside(words(sentence, c)); head != "" {
			last = head
		}
		if ok {
			p.span = report.Span{Start: c.Start + p.span.Start, End: c.Start + p.span.End}
			out = append(out, p)
		}
	}
	return out
}

// listed returns what the items of a clause promise.
func (v *vocabulary) listed(sentence string, clause report.Span, items []report.Span) []pledge {
	var out []pledge
	for _, s := range items {
		s.Start, s.End = clause.Start+s.Start, clause.Start+s.End
		if p, ok := v.pledge(words(sentence, s)); ok {
			p.span = report.Span{Start: s.Start + p.span.Start, End: s.Start + p.span.End}
			out = append(out, p)
		}
	}
	return out
}

// pledge reads one clause.
func (v *vocabulary) pledge(clause string) (pledge, bool) {
	if p, ok := v.isCourse(clause); ok {
		return p, true
	}
	if firstOf(clause, v.Tasks.Slogans) != "" {
		return pledge{}, false
	}
	p, ok := v.parse(clause)
	if ok && p.subject == "" {
		return p, false
	}
	if strings.HasPrefix(clause, "（") && p.strength != report.Complete && !v.isWork(p.subject) {
		return p, false // a heading: （三）推进共同富裕
	}
	return p, ok && v.concrete(p)
}

// parse reads verb and object off a clause in one of the orders they come in.
func (v *vocabulary) parse(clause string) (pledge, bool) {
	start := v.skipLead(clause)
	rest := clause[start:]
	for _, read := range []func(string) (pledge, bool){v.verbFirst, v.verbBehind, v.resultLast} {
		if p, ok := read(rest); ok {
			p.span = report.Span{Start: start, End: len(clause)}
			return p, true
		}
	}
	return pledge{}, false
}

// skipLead returns where a clause begins behind its number, who does it, when,
// and how: 一是, 我们, 今年, 要, 扎实.
func (v *vocabulary) skipLead(clause string) int { return v.skip(clause, true) }

// skip is skipLead, also without the words of where something is done: in an answer
// they may begin a name: 园区污水处理厂.
func (v *vocabulary) skip(clause string, places bool) int {
	at := ordinalOf(clause)
	for {
		w := v.leadAt(clause[at:], places)
		if n := v.spanLead(clause[at:]); n > len(w) {
			w = clause[at : at+n]
		}
		if verb, _ := v.verbAt(clause[at:]); w == "" || len(verb) >= len(w) {
			if n := yearLead(clause[at:]); n > 0 {
				at += n
				continue
			}
			return at + ordinalOf(clause[at:])
		}
		if at += len(w); slices.Contains(v.Tasks.Manner, w) {
			at += len(longestPrefix(clause[at:], v.Tasks.Adverbial)) // 稳妥地
		}
	}
}

// lead is a word that may stand before a verb.
type lead struct {
	word  string
	place bool // it says where
}

// leadAt returns the longest word that begins s and may stand before a verb.
func (v *vocabulary) leadAt(s string, places bool) string {
	first, _ := utf8.DecodeRuneInString(s)
	best := ""
	for _, l := range v.leads[first] {
		if len(l.word) > len(best) && (places || !l.place) && strings.HasPrefix(s, l.word) {
			best = l.word
		}
	}
	return best
}

// ordinalOf returns the length of a number that heads a point: 一是, 二要, ——.
func ordinalOf(s string) int {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("—-·●（）()1234567890.、 　　", r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	if numeral, rest, ok := strings.Cut(s[n:], "）"); ok && n > 0 && strings.HasSuffix(s[:n], "（") && strings.Trim(numeral, "一二三四五六七八九十") == "" {
		n = len(s) - len(rest) // （六）
	}
	first, size := utf8.DecodeRuneInString(s[n:])
	if digits := strings.TrimRight(s[:n], "0123456789"); digits != s[:n] && unicode.IsLetter(first) {
		n = len(digits) // 307线, not 3.前期工作
	}
	if strings.ContainsRune("一二三四五六七八九十", first) {
		for _, w := range []string{"是要", "要", "是"} {
			if strings.HasPrefix(s[n+size:], w) {
				return n + size + len(w)
			}
		}
	}
	return n
}

// verbAt returns the verb of a task that begins s, and how strong it is.
func (v *vocabulary) verbAt(s string) (string, report.Strength) {
	best, strength := "", report.Strength("")
	first, _ := utf8.DecodeRuneInString(s)
	for _, t := range v.tasks[first] {
		if len(t.verb) > len(best) && strings.HasPrefix(s, t.verb) {
			best, strength = t.verb, t.strength
		}
	}
	return best, strength
}

// verbFirst reads 制定…政策: what follows the verb is the object.
func (v *vocabulary) verbFirst(s string) (pledge, bool) {
	verb, strength := v.verbAt(s)
	if verb == "" {
		return pledge{}, false
	}
	rest := s[len(verb):]
	for _, w := range v.Joints {
		if more, _ := v.verbAt(strings.TrimPrefix(rest, w)); strings.HasPrefix(rest, w) && more != "" {
			rest = strings.TrimPrefix(rest, w)[len(more):]
		}
	}
	if more, _ := v.verbAt(rest); more != "" && len(rest) > len(more)+len("某事某") && !strings.HasPrefix(rest[len(more):], "的") {
		if strength == report.Strive || strength == report.Ensure || v.striving(verb) {
			verb, rest = more, rest[len(more):] // 力争完成…
		}
	}
	if strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, "了") {
		return pledge{}, false
	}
	if w := v.resultOf(rest); w != "" && slices.Contains(v.Tasks.StepLeads, verb) {
		if thing := v.trimManner(strings.TrimSuffix(rest, w)); letters(thing) >= leastObject {
			return pledge{subject: thing, action: w, strength: strength, behind: true}, true // 支持某矿业上市
		}
	}
	if thing, step := v.stepOf(rest); step != "" && slices.Contains(v.Tasks.StepLeads, verb) {
		return pledge{subject: v.trimManner(thing), action: step, strength: strength, behind: true, passed: firstSuffix(step, v.Passing) != ""}, true
	}
	return pledge{subject: rest, action: verb, strength: strength}, true
}

// striving tells whether the verb only says that something is striven for: 积极争取.
func (v *vocabulary) striving(verb string) bool {
	return firstSuffix(verb, v.Tasks.MidModals) != "" && slices.Contains(v.Tasks.Soft, verb)
}

// verbBehind reads 对债务进行审计, 在全国推行…制度: a preposition, what it leads, the
// verb.
func (v *vocabulary) verbBehind(s string) (pledge, bool) {
	prep := longestPrefix(s, v.Tasks.Prep)
	if prep == "" {
		return pledge{}, false
	}
	rest := s[len(prep):]
	for at := range rest {
		if at < 2*len("某") {
			continue
		}
		verb, strength := v.verbAt(rest[at:])
		if verb == "" || utf8.RuneCountInString(verb) < 2 {
			continue
		}
		head, tail := rest[:at], rest[at+len(verb):]
		if inner, _ := v.verbAt(head); inner != "" {
			return pledge{}, false // 把加强…和增加…放在首位
		}
		if strings.HasPrefix(tail, "的") {
			continue
		}
		head = v.trimManner(head)
		if verb == "进行" {
			return pledge{subject: head, action: v.skipManner(tail), strength: strength}, true
		}
		if (prep == "把" || prep == "将") && strings.HasSuffix(verb, "成") {
			return pledge{subject: head, action: verb, strength: strength}, true
		}
		if prep == "在" || prep == "从" || prep == "向" || prep == "按" {
			return pledge{subject: tail, action: verb, strength: strength}, true
		}
		return pledge{subject: head + tail, action: verb, strength: strength}, true
	}
	return pledge{}, false
}

// skipManner returns s without the words that say how: 全面审计.
func (v *vocabulary) skipManner(s string) string { return s[v.skipLead(s):] }

// resultLast reads 客运站投入使用 and 某某项目力争取得核准: what is promised comes
// first.
func (v *vocabulary) resultLast(s string) (pledge, bool) {
	if w := v.resultOf(s); w != "" {
		subject := v.trimManner(strings.TrimSuffix(s, w))
		return pledge{subject: subject, action: w, strength: report.Complete, behind: true}, true
	}
	for _, w := range v.Tasks.MidModals {
		if head, tail, ok := strings.Cut(s, w); ok && letters(head) >= leastObject && letters(tail) >= 2 {
			return pledge{subject: v.trimManner(head), action: tail, strength: report.Strive}, true
		}
	}
	for _, w := range v.Tasks.MidVerbs {
		head, tail, ok := strings.Cut(s, w)
		if ok && letters(head) >= leastObject && letters(tail) >= 2 && !strings.HasPrefix(tail, "的") {
			return pledge{subject: v.trimManner(head), action: w + tail, strength: report.Complete, passed: w == "通过" && firstSuffix(tail, v.Passing) != ""}, true
		}
	}
	return pledge{}, false
}

// trimManner cuts words of manner and time from the end of a name: 客运站年内.
func (v *vocabulary) trimManner(s string) string {
	for {
		w := ""
		for _, list := range [][]string{v.Tasks.When, v.Tasks.Modal, v.Tasks.Manner, v.Tasks.MidModals} {
			if x := firstSuffix(s, list); len(x) > len(w) {
				w = x
			}
		}
		if w == "" {
			return s
		}
		s = strings.TrimSuffix(s, w)
	}
}

// concrete tells whether something is promised that can be looked for later.
func (v *vocabulary) concrete(p pledge) bool {
	subject := strings.TrimSuffix(p.subject, "工作")
	n := letters(subject)
	if n < leastObject || n > mostObject*(1+min(1, strings.Count(subject, "、"))) || !p.passed && firstSuffix(subject, v.Tasks.Abstract) != "" {
		return false
	}
	return p.behind || !slices.Contains(v.Tasks.Soft, p.action) || strings.HasSuffix(subject, "进度") || strings.HasSuffix(subject, "步伐") ||
		v.reaches(p.action, subject) || firstPrefix(subject, v.Never) != "" ||
		firstSuffix(v.core(subject), v.Works) != "" // 建设某某大楼
}

// letters counts the letters of s.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func longestPrefix(s string, words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > len(best) && strings.HasPrefix(s, w) {
			best = w
		}
	}
	return best
}

func longestSuffix(s string, words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > len(best) && strings.HasSuffix(s, w) {
			best = w
		}
	}
	return best
}
