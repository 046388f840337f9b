package match

import (
	"strings"

	"taizhang/report"
)

// annotate applies the rules that bind no value and make no fact (由…负责,
// 责任单位：…): what they keep goes to the promises of the sentence, and where it
// has none, to those of its paragraph before it.
func (w *work) annotate(v *view, sentence int) {
	for i := range w.found {
		f := &w.found[i]
		if !w.annotates(f) {
			continue
		}
		facts := w.b.facts[w.first:]
		if strings.HasPrefix(v.text, "（") || !anyPromised(facts) {
			facts = w.paragraphBefore(sentence)
		}
		for k := range facts {
			if promised(&facts[k]) {
				w.m.keep(v, f, &facts[k])
			}
		}
	}
}

func promised(f *report.Fact) bool { return f.Modality == report.Target }

func anyPromised(facts []report.Fact) bool {
	for i := range facts {
		if promised(&facts[i]) {
			return true
		}
	}
	return false
}

func (w *work) annotates(f *found) bool {
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

// paragraphBefore returns the facts of the sentences before it in its paragraph,
// back to the one that begins the point (二是).
func (w *work) paragraphBefore(sentence int) []report.Fact {
	from := sentence
	for from > 0 && w.d.Sentences[from-1].Paragraph == w.d.Sentences[sentence].Paragraph {
		from--
		if w.m.openers(w.d.Sentences[from].Span.Of(w.d.Text.Body)) > 0 {
			break
		}
	}
	start := w.d.Sentences[from].Span.Start
	k := len(w.b.facts)
	for k > 0 && w.b.facts[k-1].Place.Start >= start {
		k--
	}
	end := k
	for end < len(w.b.facts) && w.b.facts[end].Place.End <= w.d.Sentences[sentence].Span.Start {
		end++
	}
	return w.b.facts[k:end]
}
