package match

import (
	"slices"

	"taizhang/report"
)

// annotate applies the rules that bind no value and make no fact (由…负责,
// 责任单位：…): what they keep goes to the promises of the sentence, and where it
// has none, to those of its paragraph before it. first is the first fact of
// the sentence.
func (w *work) annotate(v *view, sentence, first int) {
	for _, f := range w.found {
		if !w.annotates(f) {
			continue
		}
		facts := w.b.facts[first:]
		if !slices.ContainsFunc(facts, promised) {
			facts = w.paragraphBefore(sentence)
		}
		for k := range facts {
			if promised(facts[k]) {
				w.m.keep(v, f, &facts[k])
			}
		}
	}
}

func promised(f report.Fact) bool { return f.Modality == report.Target }

func (w *work) annotates(f found) bool {
	rule := f.program.rule
	if rule.Suppress || creates(rule.Kind) || rule.Kind != "" {
		return false
	}
	for _, c := range f.captures {
		if c.mention >= 0 {
			return false
		}
	}
	return true
}

// paragraphBefore returns the facts of the sentences before it in its paragraph.
func (w *work) paragraphBefore(sentence int) []report.Fact {
	from := sentence
	for from > 0 && w.d.Sentences[from-1].Paragraph == w.d.Sentences[sentence].Paragraph {
		from--
	}
	start := w.d.Sentences[from].Span.Start
	k := len(w.b.facts)
	for k > 0 && w.b.facts[k-1].Place.Start >= start {
		k--
	}
	return w.b.facts[k:]
}
