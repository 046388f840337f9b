package structure

import (
	"strings"

	"taizhang/report"
)

// topHeading sets part and years by a heading of the first level.
func (s *sectioner) topHeading(head string) {
	cues := s.headCues(head)
	s.tops++
	s.mixed, s.bound, s.both = nil, len(cues) > 0, s.plansBoth(head)
	if len(cues) > 0 {
		s.now, s.mixed = cues[0], cues[1:]
		return
	}
	switch {
	case s.now.part == report.OtherPart:
		s.now = cue{part: report.Review}
		if s.out.Kind == report.KindPlan {
			s.now.part = report.Plan
		}
	case s.now.part == report.Review:
		s.now = cue{part: report.Review}
		if s.givenToAssembly() && s.tops > 1 && !s.headed {
			s.now.part = report.Plan // such reports review in their first part
		}
	case s.yearly:
		s.now.period = report.Period{}
	}
}

// plansBoth tells whether a heading announces a plan of one year and of several.
func (s *sectioner) plansBoth(head string) bool {
	one, several := false, false
	for i := range head {
		if c := s.timeAt(head, i); c.part == report.Plan {
			one = one || c.period.IsZero()
			several = several || !c.period.IsZero()
		}
	}
	return one && several
}

func (s *sectioner) givenToAssembly() bool {
	return s.out.Kind == report.KindGovernment || s.out.Kind == report.KindCongress
}

// subHeading changes part and years only where it says so plainly.
func (s *sectioner) subHeading(head string) {
	for _, c := range s.headCues(head) {
		if !c.period.IsZero() || s.allowed(c) && (c.part == s.now.part || s.turns(head)) {
			s.now = c
			return
		}
	}
}

// turns tells whether a heading inside a section turns to the plan: it names
// the planned year, or ends in a word for a plan (（三）下一步工作打算).
func (s *sectioner) turns(head string) bool {
	for _, h := range years(head) {
		if h.year == s.out.Planned {
			return true
		}
	}
	head = strings.TrimRight(head, "。：")
	return hasSuffix(head, s.lex.Words("计划标题词")) || hasSuffix(head, s.lex.Words("计划词"))
}

// allowed tells whether a cue inside a section may change part or years. From
// the plan there is no way back but by a top heading.
func (s *sectioner) allowed(c cue) bool {
	switch {
	case c.part == s.now.part && c.part == report.Review:
		return true
	case c.part == s.now.part:
		return !s.bound || s.both
	case c.part == report.Plan && s.headed:
		return s.announced(report.Plan) || !s.bound && (s.tops > 1 || !c.period.IsZero())
	case c.part == report.Plan:
		return true
	}
	return false
}

func (s *sectioner) announced(p report.Part) bool {
	for _, c := range s.mixed {
		if c.part == p {
			return true
		}
	}
	return false
}
