package track

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// once leaves out promises that only say one of the same report again: 提出…增长
// 8%左右，主要是…. Their facts go to the first.
func once(lines []promise) []promise {
	var out []promise
	first := map[string]int{}
	for _, p := range lines {
		key := p.saying()
		if i, ok := first[key]; ok && key != "" {
			out[i].Facts = append(out[i].Facts, p.Facts...)
			continue
		}
		first[key] = len(out)
		out = append(out, p)
	}
	return out
}

// saying tells what is promised with a number; nothing of a promise without.
func (p *promise) saying() string {
	name := p.Indicator
	if name == "" {
		name = p.Subject
	}
	if len(p.Targets) != 1 || letters(name) < 3 || p.facts[0].Value == nil {
		return ""
	}
	return fmt.Sprintf("%s %s %s %d", name, p.Targets[0].Min, p.Targets[0].Unit, p.Year)
}

// carryDeadlines gives the day that stands in a clause of its own (到明年底，) to the
// promises behind it in the sentence; by itself it is none.
func carryDeadlines(lines []promise) []promise {
	var out []promise
	var bare *promise
	for i := range lines {
		p := &lines[i]
		f := p.facts[0]
		if f.Kind == report.KindDeadline && len(p.facts) == 1 && letters(strings.Trim(strings.Replace(p.Text, f.Text, "", 1), "力争确保取用在到再于要经过通左右的时间")) < 2 {
			bare = p
			continue
		}
		if bare != nil && bare.Sentence == p.Sentence && !p.dated {
			p.Due, p.dated = bare.Due, true
		}
		out = append(out, *p)
	}
	return out
}
