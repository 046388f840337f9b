package track

import (
	"strings"

	"taizhang/report"
)

// merge puts q into the promise before it in the same sentence that it belongs
// to, and tells whether there was one: values of one object (达到240亿元，同比增长
// 21%), a task and its date (启动…工程，力争年内开工), its number (争取专项债券资金，总额不
// 低于…), the same clause read twice.
func merge(before []promise, q promise) bool {
	for i := len(before) - 1; i >= 0; i-- {
		p := &before[i]
		f := q.facts[0]
		switch {
		case p.Year != q.Year:
		case f.Value != nil && len(p.Targets) > 0:
			if sameObject(p, f) {
				p.take(f)
				return true
			}
		case f.Value != nil:
			if p.awardOf(f) || p.near(q) && f.Subject != "" && strings.HasPrefix(f.Subject, p.Subject) && p.Subject != "" {
				p.absorb(q)
				return true
			}
		case len(p.Targets) > 0:
			if p.restates(q) {
				p.take(f)
				return true
			}
		case p.near(q) && !(p.award() && q.award()) && (p.award() == q.award() || p.span == q.span) && sameName(p.Subject, q.Subject) && !(p.dated && q.dated && p.Due != q.Due):
			p.absorb(q)
			return true
		}
	}
	return false
}

// sameObject tells whether a value is a further one of the promise's object.
func sameObject(p *promise, f report.Fact) bool {
	same := p.Subject == f.Subject || p.Indicator != "" && p.Indicator == f.Indicator
	return same && (p.Action == f.Action || f.Comparison != "")
}

// restates tells whether q, without number, is a part of what p says with one:
// its date, its award, its task.
func (p *promise) restates(q promise) bool {
	f := q.facts[0]
	if f.Kind == report.KindAward {
		return strings.Contains(p.Text, f.Text)
	}
	inside := q.span.Start >= p.span.Start && q.span.End <= p.span.End || p.span == report.ClauseOf(p.Sentence, q.span.Start, q.span.End)
	return inside && (!q.dated || q.Due == p.Due || !p.dated) && (q.dated || sameName(p.Subject, q.Subject))
}

// awardOf tells whether p is the aim at an award that the number f counts.
func (p *promise) awardOf(f report.Fact) bool {
	return p.facts[0].Kind == report.KindAward && len(p.facts) == 1 && strings.Contains(f.Subject, p.facts[0].Text)
}

// near tells whether the two stand in one clause or in neighbouring ones.
func (p *promise) near(q promise) bool {
	a, b := p.span, q.span
	if a.Start > b.Start {
		a, b = b, a
	}
	return b.Start <= a.End+len("，")
}

// sameName tells whether one name is in the other.
func sameName(a, b string) bool {
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// absorb makes one promise of p and q. What has a date or a number says what is
// to be reached: 加快…建设，8月底前竣工交付.
func (p *promise) absorb(q promise) {
	f := q.facts[0]
	if p.facts[0].Kind == report.KindAward && f.Value != nil {
		p.Subject, p.Action, p.span = q.Subject, q.Action, q.span
	} else {
		p.span.Start, p.span.End = min(p.span.Start, q.span.Start), max(p.span.End, q.span.End)
	}
	p.Text = words(p.Sentence, p.span)
	if q.Action != "" && (f.Kind == report.KindDeadline || p.Action == "") {
		p.Action = q.Action
	}
	if p.Indicator == "" {
		p.Indicator = q.Indicator
	}
	p.Testable = p.Testable || q.Testable
	p.take(f)
}
