package pipeline

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// shortestCounterexample is how many characters say something at all.
const shortestCounterexample = 4

// counterexamples are likenesses of the sentence that state no such fact, the
// nearest first: its clauses without the value, the sentence without it, the
// words alone.
func (s *scene) counterexamples() []ruleExample {
	switch s.fact.Kind {
	case report.KindTask: // a promise is one in the plan alone
		return []ruleExample{{text: s.text, part: report.Review}}
	case report.KindDocument: // who reads a document has not written it
		return []ruleExample{{text: "认真学习" + s.value.Of(s.text) + "。", part: s.part}}
	}
	value := s.value
	if s.mention >= 0 {
		value = s.spanOf(s.mentions[s.mention])
	}
	first, last := value.Start, value.End
	for _, w := range s.words {
		first, last = min(first, w.Start), max(last, w.End)
	}
	start, end := 0, len(s.text)
	if i := strings.LastIndexAny(s.text[:first], clauseMarks); i >= 0 {
		_, size := utf8.DecodeRuneInString(s.text[i:])
		start = i + size
	}
	if i := strings.IndexAny(s.text[last:], clauseMarks); i >= 0 {
		end = last + i
	}
	var out []ruleExample
	add := func(text string) {
		text = strings.Trim(text, clauseMarks+" 、")
		if utf8.RuneCountInString(text) >= shortestCounterexample {
			out = append(out, ruleExample{text: text + "。", part: s.part})
		}
	}
	add(s.text[start:value.Start] + s.text[value.End:end])
	add(s.text[:value.Start] + s.text[value.End:])
	var words []string
	for _, w := range s.words {
		words = append(words, w.Of(s.text))
	}
	add(strings.Join(words, "") + "工作有序推进")
	add("未" + strings.Join(words, ""))
	return out
}
