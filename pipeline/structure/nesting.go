package structure

import (
	"slices"

	"taizhang/report"
)

// accepts tells whether a numbered line continues its numbering. A list inside
// a section that starts again at one, and numbers that run backwards, are text;
// so is everything in footnotes.
func (s *sectioner) accepts(l line) bool {
	if s.other {
		return s.isAppendix(l)
	}
	k := s.beside(l.class)
	if l.class == unnumbered || k < 0 || l.number > s.open[k].number {
		return true
	}
	return l.number == 1 && l.head == len(l.text)
}

// isAppendix tells whether a heading opens notes on terms or an appendix.
func (s *sectioner) isAppendix(l line) bool {
	return !l.longer(appendixMost) && contains(l.text[:l.head], s.lex.Words("其他标题词"))
}

// heading opens the section of a heading.
func (s *sectioner) heading(l line) {
	if s.resume != noCue {
		s.now, s.resume = s.resume, noCue
	}
	depth := s.depth(l)
	head := l.text[:l.head]
	if s.isAppendix(l) {
		s.other, depth = true, 0
	}
	s.open = s.open[:depth]
	switch {
	case s.other:
		s.now = noCue
	case depth == 0:
		s.topHeading(head)
	default:
		s.now = s.open[depth-1].state
		s.subHeading(head)
	}
	s.begin(l.span.Start, report.Span{Start: l.span.Start, End: l.span.Start + l.head})
	s.open = append(s.open, open{len(s.out.Sections) - 1, l.class, l.number, l.level, s.now})
	if s.now.part == report.Plan {
		s.planBegins(head)
	}
	if rest := l.text[l.head:]; rest != "" && len(s.open) == 1 {
		s.lead(rest, l.span.Start+l.head)
	}
}

// beside returns the index of the open heading of a class, or -1.
func (s *sectioner) beside(class int) int {
	return slices.IndexFunc(s.open, func(o open) bool { return o.class == class })
}

// depth returns under how many of the open headings a heading belongs: beside
// the one of its class, else under all of higher rank.
func (s *sectioner) depth(l line) int {
	if l.class == unnumbered {
		return s.plainDepth(l)
	}
	if k := s.beside(l.class); k >= 0 {
		return k
	}
	for k, o := range s.open {
		if o.class != unnumbered && o.class > l.class {
			return k
		}
	}
	n := len(s.open)
	if n > 1 && s.open[n-1].class == unnumbered && s.open[n-2].class != unnumbered {
		return n - 1 // a heading without number does not take numbered ones under it
	}
	return n
}

// plainDepth places a heading without number: beside the last of its kind; at
// the top where it turns from what was done to what is planned.
func (s *sectioner) plainDepth(l line) int {
	cues := s.headCues(l.text[:l.head])
	turns := len(cues) > 0 && cues[0].part != s.now.part
	if turns {
		return 0
	}
	for k, o := range s.open {
		if o.class == unnumbered && (l.level == 0 || o.level >= l.level) {
			return k
		}
	}
	return len(s.open)
}
