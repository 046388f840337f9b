package track

import (
	"fmt"
	"strings"
	"time"

	"taizhang/report"
)

// Terms are the words around a number of years that is given for a promise.
type Terms struct {
	Leads []string // 用, 今后
	Tails []string // 内, 时间
	Names []string // behind 年 they make it a name: 行动
	To    []string // between two numbers: 到
}

func newTerms(list func(string) []string) Terms {
	return Terms{Leads: list("年限引词"), Tails: list("年限尾词"), Names: list("年限名尾"), To: list("年限连词")}
}

// longest is how many years a promise may reach over; what says more is no
// span of a promise.
const longest = 10

// yearsAhead returns how many years the words give a promise: 两年内, 用三年时间,
// 今后五年; 0 where they give none.
func (v *vocabulary) yearsAhead(s string) int {
	for at := strings.Index(s, "年"); at >= 0; {
		n, start := numeralBefore(s[:at])
		rest := s[at+len("年"):]
		if n > 1 && n <= longest && v.spanWords(s[:start], rest) {
			return n
		}
		next := strings.Index(rest, "年")
		if next < 0 {
			break
		}
		at += len("年") + next
	}
	return 0
}

// spanWords tells whether the words around N年 make it time that is given: 用,
// 今后 before it, or 内, 时间 behind; 三年行动 is a name.
func (v *vocabulary) spanWords(before, behind string) bool {
	return firstPrefix(behind, v.Terms.Names) == "" &&
		(firstPrefix(behind, v.Terms.Tails) != "" || firstSuffix(before, v.Terms.Leads) != "")
}

// spanLead returns the length of the time given that begins s: 用三年时间,
// 用3到5年时间.
func (v *vocabulary) spanLead(s string) int {
	before, behind, ok := strings.Cut(s, "年")
	n, start := numeralBefore(before)
	tail := longestPrefix(behind, v.Terms.Tails)
	if !ok || n == 0 || tail == "" {
		return 0
	}
	lead := before[:start]
	if to := longestSuffix(lead, v.Terms.To); to != "" {
		if n, from := numeralBefore(strings.TrimSuffix(lead, to)); n > 0 {
			lead = lead[:from]
		}
	}
	if lead != "" && longestSuffix(lead, v.Terms.Leads) != lead {
		return 0
	}
	return len(before) + len("年") + len(tail)
}

// numeralBefore returns the small number that ends s and where it begins.
func numeralBefore(s string) (n, start int) {
	const digits = "一二三四五六七八九十"
	runes := []rune(s)
	if len(runes) == 0 {
		return 0, 0
	}
	last := runes[len(runes)-1]
	if i := strings.IndexRune(digits, last); i >= 0 {
		return i/len("一") + 1, len(s) - len(string(last))
	}
	if last == '两' {
		return 2, len(s) - len("两")
	}
	if last >= '1' && last <= '9' && (len(runes) < 2 || runes[len(runes)-2] < '0' || runes[len(runes)-2] > '9') {
		return int(last - '0'), len(s) - 1
	}
	return 0, 0
}

// reach sets the years of a promise from its words: what is given years is
// due at the end of the last.
func (p *promise) reach(v *vocabulary) {
	p.from = p.Year
	for _, f := range p.facts {
		if f.Value != nil && !f.Period.IsZero() && f.Period.Start.Year < p.Year {
			p.from = f.Period.Start.Year
		}
		p.each = p.each || f.Comparison == report.Average && strings.Contains(p.Text, "每年")
	}
	p.byHoliday(v)
	if p.dated && p.Due.Year > p.Year {
		p.Year = p.Due.Year
		return
	}
	n := v.yearsAhead(words(p.Sentence, report.Span{Start: p.lead(), End: p.span.End}))
	if n == 0 {
		return
	}
	if last := p.from + n - 1; last > p.Year {
		p.Year = last
		p.Due = report.NewDate(last, 12, 31)
	}
}

// byHoliday makes a holiday in the promise its day, where a result or 前 follows:
// 五一开街.
func (p *promise) byHoliday(v *vocabulary) {
	if p.dated || p.Year == 0 {
		return
	}
	for i := 0; i+1 < len(v.Holidays); i += 2 {
		_, behind, ok := strings.Cut(p.Text, v.Holidays[i])
		var month, day int
		if !ok || v.resultOf(behind) != behind && !strings.HasPrefix(behind, "前") || behind == "" {
			continue
		}
		if n, err := fmt.Sscanf(v.Holidays[i+1], "%d-%d", &month, &day); err == nil && n == 2 {
			p.Due, p.dated = report.NewDate(p.Year, time.Month(month), day), true
			return
		}
	}
}

// lead returns where the clause before the promise begins: 用三年时间，基本建成….
func (p *promise) lead() int {
	start := p.span.Start
	for _, c := range report.Clauses(p.Sentence) {
		if c.Start >= p.span.Start {
			break
		}
		start = c.Start
	}
	return start
}
