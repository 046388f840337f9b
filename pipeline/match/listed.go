package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// spans returns where the text of the new facts stands: the value slot, and
// where that is a quote or a title, those listed after it.
func (w *work) spans(v *view, f *found) []report.Span {
	c := valueCapture(f)
	if c == nil {
		return []report.Span{{Start: f.fromOr(f.span.Start), End: f.span.End}}
	}
	out := []report.Span{{Start: f.fromOr(c.span.Start), End: c.span.End}}
	if c.mention < 0 {
		return w.listed(v, f, out)
	}
	last := c.span
	for k := c.mention + 1; k < len(v.mentions); k++ {
		next := v.span(k)
		if next.Start < last.End {
			continue
		}
		between := strings.TrimSpace(v.text[last.End:next.Start])
		if v.mentions[k].Type != v.mentions[c.mention].Type || !w.m.isJoin(between) {
			break
		}
		out, last = append(out, next), next
	}
	if v.mentions[c.mention].Type == report.MentionQuote {
		for i := range out {
			out[i] = unquoted(v.text, out[i])
		}
	}
	return out
}

// listed adds the names that follow the first of a list without quotes: each
// must end in a word of the class in which the first does.
func (w *work) listed(v *view, f *found, out []report.Span) []report.Span {
	class := f.program.valueClass()
	k := v.clauseAt(f.span.End)
	if class < 0 || k < 0 {
		return out
	}
	for start := f.span.End; ; {
		rest := v.text[start:v.clauses()[k].End]
		shorter := w.m.vocab.joins.cutPrefix(rest)
		if shorter == rest {
			return out
		}
		start += len(rest) - len(shorter)
		next, ok := w.m.nameFrom(v, start, v.clauses()[k].End, class)
		if !ok {
			return out
		}
		out, start = append(out, next), next.End
	}
}

// nameFrom returns the shortest words from start that end in a word of the class.
func (m *Matcher) nameFrom(v *view, start, limit int, class int32) (report.Span, bool) {
	end := 0
	for _, h := range v.hits {
		if int(h.Start) < start || int(h.End) > limit || !m.classes[class][h.Word] {
			continue
		}
		if end > 0 && int(h.Start) >= end {
			break
		}
		end = max(end, int(h.End))
	}
	words := v.text[start:max(start, end)]
	if utf8.RuneCountInString(words) < minWords || utf8.RuneCountInString(words) > maxName ||
		strings.Contains(words, "、") {
		return report.Span{}, false
	}
	return report.Span{Start: start, End: end}, true
}

// valueClass returns the class in which the words of the value slot end, -1 for none.
func (p *program) valueClass() int32 {
	slots := p.keep.value.slots
	for i := range p.code {
		in := &p.code[i]
		if in.op == opClose && slices.Contains(slots, in.slot) && p.code[i-1].op == opClass {
			return p.code[i-1].num
		}
	}
	return -1
}

func (m *Matcher) isJoin(between string) bool {
	if between == "" {
		return true
	}
	for _, j := range m.vocab.joins.words {
		if between == j {
			return true
		}
	}
	return false
}

// unquoted returns the span without the quote marks at its ends.
func unquoted(text string, s report.Span) report.Span {
	words := s.Of(text)
	inner := strings.TrimLeft(words, "“‘\"「『")
	if inner == words {
		return s // 全省“平安县”: the marks are inside
	}
	s.Start += len(words) - len(inner)
	s.End -= len(inner) - len(strings.TrimRight(inner, "”’\"」』"))
	return s
}

// valueCapture returns the capture that is the value of the match: of the slots
// keep names the first that holds something, else none.
func valueCapture(f *found) *capture {
	for _, slot := range f.program.keep.value.slots {
		for i := range f.captures {
			if f.captures[i].slot == slot {
				return &f.captures[i]
			}
		}
	}
	return nil
}

// fromOr returns where 【取自此】 lets the words of the fact begin.
func (f *found) fromOr(otherwise int) int {
	for _, c := range f.captures {
		if c.slot == ruleset.SlotFrom {
			return c.span.Start
		}
	}
	return otherwise
}

func valueSpan(f *found) report.Span {
	if c := valueCapture(f); c != nil {
		return c.span
	}
	return f.span
}

func valueMention(f *found) int {
	if c := valueCapture(f); c != nil {
		return c.mention
	}
	return -1
}
