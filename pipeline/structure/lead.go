package structure

import (
	"strings"

	"taizhang/report"
)

// lead opens a section without heading where text changes part or years by its
// first words.
func (s *sectioner) lead(text string, at int) {
	if s.other || s.out.Kind == report.KindCongress && s.now.part == report.Plan {
		return
	}
	c := s.leadCue(text)
	switch {
	case s.now.part == report.OtherPart:
		s.change(s.firstPart(c), at)
	case c == noCue || c == s.now || !s.allowed(c):
	case c.part == report.Plan && s.now.part == report.Review && s.passing():
		s.resume = s.now
		s.now = c
		s.begin(at, report.Span{})
	case c.part == report.Plan && s.now.part == report.Review:
		s.change(c, at)
		s.planBegins(firstSentence(text))
	default:
		s.change(c, at)
	}
}

// passing tells whether a plan spoken of inside the review is only a look
// ahead at the end of a point: the numbering goes on after it.
func (s *sectioner) passing() bool {
	next := s.next[s.at]
	if s.givenInPlanYear() || next >= len(s.lines) || len(s.open) == 0 {
		return false
	}
	l := s.lines[next]
	k := s.beside(l.class)
	return k >= 0 && l.class != unnumbered && l.number > s.open[k].number
}

// firstPart is the part of running text before any heading.
func (s *sectioner) firstPart(c cue) cue {
	switch {
	case c != noCue && c.part == report.Review:
		return c
	case s.out.Kind == report.KindPlan:
		return cue{part: report.Plan}
	}
	return cue{part: report.Review}
}

// change opens a section without heading. Where the plan begins, the headings
// of the review are closed, unless they announced it; after the last
// sub-section the change is about the whole again, before it only about the one.
func (s *sectioner) change(c cue, at int) {
	whole := len(s.open) < 2 || s.lastPart()
	switch {
	case c.part == report.Plan && s.now.part == report.Review && !s.announced(report.Plan):
		s.open = s.open[:0]
	case len(s.open) > 1 && whole:
		s.open = s.open[:1]
	}
	s.now = c
	for k := range s.open {
		if whole || k == len(s.open)-1 {
			s.open[k].state = c
		}
	}
	s.begin(at, report.Span{})
}

// lastPart tells whether no further heading comes under the open top heading.
func (s *sectioner) lastPart() bool {
	next := s.next[s.at]
	if next >= len(s.lines) {
		return true
	}
	l := s.lines[next]
	return l.class == s.open[0].class || l.class != unnumbered && l.class <= s.top
}

// leadCue returns what the first words of a paragraph, or of its second
// sentence, say of the time it is about.
func (s *sectioner) leadCue(text string) cue {
	text = strings.TrimLeft(text, "—― ")
	for _, call := range s.lex.Words("称呼") {
		if rest, ok := strings.CutPrefix(text, call); ok {
			text = strings.TrimLeft(rest, "！，：!,")
		}
	}
	first, rest, _ := strings.Cut(text, "。")
	c := s.sentenceCue(first)
	if c == noCue {
		c = s.announcedIn(first)
	}
	second, _, _ := strings.Cut(rest, "。")
	if next := s.sentenceCue(second); next.part == report.Review && !next.period.IsZero() {
		return next // 2025年是收官之年。五年来，…
	}
	return c
}

func (s *sectioner) sentenceCue(sentence string) cue {
	c := s.timeAt(sentence, 0)
	if c == noCue && !s.givenInPlanYear() && hasPrefix(sentence, s.lex.Words("下一步起首")) {
		c = cue{part: report.Plan}
	}
	if c == noCue && !s.headed && s.givenInPlanYear() && contains(sentence, s.lex.Words("今年中间")) {
		return cue{part: report.Plan}
	}
	if c == noCue && strings.HasSuffix(sentence, "的五年") && s.now.part == report.Review {
		return cue{report.Review, s.pastFive()}
	}
	if c.part == report.Plan && s.now.part == report.Review && !s.givenInPlanYear() {
		if !contains(sentence, s.lex.Words("将来词")) {
			return noCue // a year named, nothing promised
		}
	}
	return c
}

// announcedIn looks in a whole sentence for the half that the heading announced
// and that has not begun: 根据建议，编制了“十五五”规划纲要.
func (s *sectioner) announcedIn(sentence string) cue {
	if len(s.mixed) == 0 || s.mixed[0].part == s.now.part {
		return noCue
	}
	for i := range sentence {
		if c := s.timeAt(sentence, i); c == s.mixed[0] {
			return c
		}
	}
	return noCue
}

func firstSentence(text string) string {
	if i := strings.Index(text, "。"); i >= 0 {
		return text[:i+len("。")]
	}
	return text
}
