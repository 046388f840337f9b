package pipeline

import (
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// taskDraft is a promise without a number: its verb and the words after it to
// the end of the clause, or the words before it from the start.
func (p *Pipeline) taskDraft(s *scene, d draft, words []element) (draft, bool) {
	words = slices.DeleteFunc(words, func(w element) bool { return !s.value.Contains(w.span) })
	at := strings.Index(s.value.Of(s.text), s.fact.Action)
	if s.fact.Action == "" || at < 0 {
		return d, false
	}
	verb := element{span: report.Span{Start: s.value.Start + at, End: s.value.Start + at + len(s.fact.Action)},
		pattern: literal(s.fact.Action)}
	for _, w := range words {
		if w.span == verb.span {
			verb = w
		}
	}
	subject := ""
	switch {
	case verb.span.End == s.value.End:
		d.rule.patterns = []string{"【分句首】【词语】" + verb.pattern + "【分句尾】"}
		subject = "【词语】"
	case s.given && len(after(words, verb)) > 0:
		words = append([]element{verb}, after(words, verb)...)
		number(words)
		rest := s.text[words[len(words)-1].span.End:s.value.End]
		d.rule.patterns = []string{s.lead(verb) + s.pattern(words) + gap(rest) + "【分句尾】"}
		subject = s.fact.Subject
	default:
		object := p.wordsSlot(s.text[verb.span.End:s.value.End], s.fact.Kind)
		d.rule.patterns = []string{s.lead(verb) + verb.pattern + "【" + object + "】【分句尾】"}
		subject = "【词语】"
	}
	d.rule.keep = []entry{{"subject", subject}, {"action", s.fact.Action},
		{"strength", ruleset.StrengthName(s.fact.Strength)}}
	if strings.HasPrefix(verb.pattern, "〈") {
		d.rule.keep[1].value = verb.pattern
	}
	return d, true
}

// after are the words that stand behind the verb.
func after(words []element, verb element) []element {
	return slices.DeleteFunc(slices.Clone(words), func(w element) bool {
		return w.span.Start < verb.span.End
	})
}

// lead are the words of the promise before its verb (全面, 进一步), which may
// be there or not.
func (s *scene) lead(verb element) string {
	if verb.span.Start == s.value.Start {
		return ""
	}
	return "（" + literal(s.text[s.value.Start:verb.span.Start]) + "）？"
}
