package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// draft is a rule to be tried, and what to say of it.
type draft struct {
	rule  ruleText
	notes []string
}

// The priorities of a draft: over the general rules and below the topics', so
// that these keep what is theirs; over the topic rules; over the suppressing
// ones as well.
const (
	aboveGeneral     = 30
	aboveTopics      = 60
	aboveSuppressing = 95
)

// drafts are the rules to try, the most general first: words by their classes,
// words as they stand, fewer slots, fewer words.
func (p *Pipeline) drafts(s *scene) []draft {
	var shapes []draft
	for _, o := range []drafting{
		{classes: true, slots: true, named: true}, {slots: true, named: true}, {slots: true}, {}, {one: true},
	} {
		if d, ok := p.draft(s, o); ok && !slices.ContainsFunc(shapes, d.sameAs) && !p.inForce(d) {
			shapes = append(shapes, d)
		}
	}
	now := p.priorityOf(s.fact.Rule)
	priorities := slices.Compact([]int{max(aboveGeneral, now+1), max(aboveTopics, now+1), aboveSuppressing})
	var out []draft
	for _, priority := range priorities {
		for _, d := range shapes {
			d.rule.priority = priority
			out = append(out, d)
		}
	}
	return out
}

// inForce tells whether a rule of the same kind has the pattern already: the
// draft would only shadow it.
func (p *Pipeline) inForce(d draft) bool {
	for _, r := range p.rules.Rules {
		for _, pattern := range r.Patterns {
			if r.Kind == d.rule.kind && slices.Contains(d.rule.patterns, pattern.Source) {
				return true
			}
		}
	}
	return false
}

func (d draft) sameAs(other draft) bool {
	return slices.Equal(d.rule.patterns, other.rule.patterns) && slices.Equal(d.rule.keep, other.rule.keep)
}

// priorityOf is the priority of a rule in force.
func (p *Pipeline) priorityOf(id string) int {
	for _, r := range p.rules.Rules {
		if r.ID == id {
			return r.Priority
		}
	}
	return 0
}

// drafting says how words and mentions become a pattern.
type drafting struct {
	classes bool // a word stands for its class
	slots   bool // mentions between the words are slots, else gaps
	named   bool // the indicator of the fact is kept
	one     bool // only the word nearest to the value
}

// element is a part of a pattern and the words it stands for.
type element struct {
	span    report.Span // in the sentence
	pattern string
	slot    string // name of a slot
	value   bool   // it is the value of the fact
}

func (p *Pipeline) draft(s *scene, o drafting) (draft, bool) {
	d := draft{rule: ruleText{kind: s.fact.Kind, priority: aboveTopics}}
	elements := p.wordElements(s, o, &d)
	value, ok := p.valueElement(s)
	if s.fact.Kind == report.KindTask {
		return p.taskDraft(s, d, elements)
	}
	if !ok || len(elements) == 0 {
		return d, false
	}
	elements = append(elements, value)
	if o.slots {
		elements = append(elements, s.between(elements)...)
	}
	slices.SortFunc(elements, func(a, b element) int { return a.span.Start - b.span.Start })
	number(elements)
	d.rule.patterns = []string{s.pattern(elements)}
	d.rule.keep = s.keepOf(elements, o.named)
	return d, true
}

// between are the mentions among the elements, as slots. Where the pattern
// reaches over the end of a clause, those on the way say nothing of the fact.
func (s *scene) between(elements []element) []element {
	slices.SortFunc(elements, func(a, b element) int { return a.span.Start - b.span.Start })
	var out []element
	for i := 1; i < len(elements); i++ {
		room := report.Span{Start: elements[i-1].span.End, End: elements[i].span.Start}
		if room.Len() <= 0 || strings.ContainsAny(room.Of(s.text), clauseMarks) {
			continue
		}
		for _, m := range s.mentions {
			span, slot := s.spanOf(m), ruleset.SlotName(m.Type)
			if !room.Contains(span) || ruleset.MentionTypes(slot) == nil {
				continue
			}
			out = append(out, element{span: span, slot: slot})
			room.Start = span.End
		}
	}
	return out
}

// number gives slots of the same name numbers: 【数量1】 【数量2】.
func number(elements []element) {
	count, seen := map[string]int{}, map[string]int{}
	for _, e := range elements {
		count[e.slot]++
	}
	for i := range elements {
		e := &elements[i]
		if e.slot == "" {
			continue
		}
		if count[e.slot] > 1 {
			seen[e.slot]++
			e.slot = fmt.Sprintf("%s%d", e.slot, seen[e.slot])
		}
		if e.pattern == "" {
			e.pattern = "【" + e.slot + "】"
		}
	}
}

// pattern joins elements: what stands between them becomes a gap, of the
// clause or, over a clause mark, of the sentence.
func (s *scene) pattern(elements []element) string {
	var b strings.Builder
	for i, e := range elements {
		if i > 0 {
			b.WriteString(gap(s.text[elements[i-1].span.End:max(e.span.Start, elements[i-1].span.End)]))
		}
		b.WriteString(e.pattern)
	}
	return b.String()
}

func gap(between string) string {
	switch {
	case between == "":
		return ""
	case strings.ContainsAny(between, clauseMarks):
		return "……"
	}
	return "…"
}
