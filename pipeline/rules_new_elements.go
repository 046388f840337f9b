package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// wordElements are the words that matter: by class or as they stand.
func (p *Pipeline) wordElements(s *scene, o drafting, d *draft) []element {
	words := s.words
	if o.one && len(words) > 1 {
		words = []report.Span{slices.MinFunc(words, func(a, b report.Span) int {
			return s.farness(a) - s.farness(b)
		})}
	}
	var out []element
	literals := 0
	for _, w := range words {
		e := element{span: w, pattern: literal(w.Of(s.text))}
		if slot := s.slotAt(w); slot != "" {
			e.slot, e.pattern = slot, ""
		} else if class := p.classOf(w.Of(s.text), s.fact.Kind); o.classes && class != "" {
			e.pattern = "〈" + class + "〉"
		} else {
			literals++
		}
		out = append(out, e)
	}
	if literals == 0 && s.fact.Value != nil {
		return s.spelled(out) // 〈指标连接词〉【数量】 would be about anything
	}
	for _, e := range out {
		if strings.HasPrefix(e.pattern, "〈") {
			d.notes = append(d.notes, fmt.Sprintf("「%s」写成了词表%s，表里的词都算；只要这个词，请改回原字",
				e.span.Of(s.text), e.pattern))
		}
	}
	return out
}

// spelled writes words as they stand.
func (s *scene) spelled(words []element) []element {
	for i := range words {
		if words[i].slot == "" {
			words[i].pattern = literal(words[i].span.Of(s.text))
		}
	}
	return words
}

// slotAt is the slot of a mention that is just these words; "" for none.
func (s *scene) slotAt(span report.Span) string {
	for _, m := range s.mentions {
		if slot := ruleset.SlotName(m.Type); s.spanOf(m) == span && ruleset.MentionTypes(slot) != nil {
			return slot
		}
	}
	return ""
}

// spanOf is where a mention stands in the sentence.
func (s *scene) spanOf(m report.Mention) report.Span {
	return report.Span{Start: m.Span.Start - s.base, End: m.Span.End - s.base}
}

// classOf is the word class that holds a word, of those that rules of the
// kind (or of no kind) use; "" for none.
func (p *Pipeline) classOf(word string, kind report.Kind) string {
	found := ""
	for _, r := range p.rules.Rules {
		if r.Suppress || r.Kind != kind && r.Kind != "" {
			continue
		}
		for _, pattern := range r.Patterns {
			pattern.Walk(func(e ruleset.Element) {
				if found == "" && e.Op == ruleset.Class && slices.Contains(p.rules.Words(e.Text), word) {
					found = e.Text
				}
			})
		}
	}
	return found
}

// literal writes words so that they stand for themselves.
func literal(words string) string {
	if strings.ContainsAny(words, "【】〈〉「（）？?|｜…") || strings.Contains(words, "...") {
		return "「" + words + "」"
	}
	return words
}

// valueElement is the slot of the value: that of its mention, else 【词语】.
func (p *Pipeline) valueElement(s *scene) (element, bool) {
	if s.mention < 0 {
		return p.nameElement(s)
	}
	m := s.mentions[s.mention]
	slot := ruleset.SlotName(m.Type)
	if s.fact.Kind == report.KindDeadline && m.ByWhen {
		slot = ruleset.SlotDeadline
	}
	return element{span: s.spanOf(m), slot: slot, value: true}, ruleset.MentionTypes(slot) != nil
}

// nameElement is the slot of a name without marks around it: it ends in a word
// of a class that rules of the kind end names in, or with the clause.
func (p *Pipeline) nameElement(s *scene) (element, bool) {
	e := element{span: s.value, slot: p.wordsSlot(s.value.Of(s.text), s.fact.Kind), value: true}
	classed := e.slot != ruleset.SlotWords
	ends := s.value.End == len(s.text) || strings.IndexAny(s.text[s.value.End:], clauseMarks) == 0
	if !classed && ends {
		e.pattern = "【" + ruleset.SlotWords + "】【" + ruleset.SlotEnd + "】"
	}
	return e, ends || classed
}

// wordsSlot is the slot of words that end in a word of a class in which rules
// of the kind let words end: 词语〈奖项词尾〉; else 词语.
func (p *Pipeline) wordsSlot(words string, kind report.Kind) string {
	slot := ruleset.SlotWords
	ends := func(w string) bool { return strings.HasSuffix(words, w) }
	for _, r := range p.rules.Rules {
		for _, pattern := range r.Patterns {
			pattern.Walk(func(e ruleset.Element) {
				class := ruleset.SlotClass(e.Text)
				named := e.Op == ruleset.Slot && class != "" && ruleset.SlotBase(e.Text) == ruleset.SlotWords
				if named && slot == ruleset.SlotWords && r.Kind == kind &&
					slices.ContainsFunc(p.rules.Words(class), ends) {
					slot += "〈" + class + "〉"
				}
			})
		}
	}
	return slot
}
