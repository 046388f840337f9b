package structure

import (
	"strconv"
	"strings"
	"time"

	"taizhang/report"
)

// sectioner walks the lines of a text and opens a section at every heading and
// wherever the part or the years change without one.
type sectioner struct {
	*document
	now    cue
	open   []open // the headings above, outermost first
	mixed  []cue  // what the top heading announces besides its first half
	bound  bool   // the top heading itself says which half it is
	both   bool   // the top heading plans one year and several
	tops   int    // top headings so far
	headed bool   // some top heading announces the plan: no need to look for one without
	yearly bool   // some top heading announces the planned year
	other  bool   // inside footnotes and appendices
	resume cue    // what a look ahead inside the review interrupted
	at     int    // index of the line being looked at
	next   []int  // of each line, the next line after it that is a heading
}

// open is a heading whose section has not ended.
type open struct {
	section int // index in out.Sections
	class   int
	number  int
	level   int // in the format; 0 if it gives none
	state   cue // part and years of the text right under it
}

// findSections cuts the body into sections with part and anchor.
func (d *document) findSections() {
	s := &sectioner{document: d}
	s.survey()
	s.start(report.Span{}, report.OtherPart)
	for i := range d.lines {
		s.line(i)
	}
	s.finish()
}

// survey looks ahead: where headings stand, and which announce the plan.
func (s *sectioner) survey() {
	s.next = make([]int, len(s.lines))
	next := len(s.lines)
	for i := len(s.lines) - 1; i >= 0; i-- {
		if s.next[i] = next; s.lines[i].head > 0 {
			next = i
		}
	}
	for _, l := range s.lines {
		if l.head == 0 || l.class != unnumbered && l.class > s.top {
			continue
		}
		for _, c := range s.headCues(l.text[:l.head]) {
			if c.part == report.Plan {
				s.headed = true
				s.yearly = s.yearly || c.period.IsZero()
			}
		}
	}
}

func (s *sectioner) line(i int) {
	l := s.lines[i]
	s.at = i
	switch {
	case i < s.front:
	case l.head > 0 && s.accepts(l):
		s.heading(l)
	case s.isCalling(l.text) || s.opensSpeech(i):
	default:
		s.lead(l.text, l.span.Start)
	}
}

// opensSpeech tells whether a line only offers the report: 现在，我代表国务院…请予审议。
func (s *sectioner) opensSpeech(i int) bool {
	return i < s.front+openingLines && len(s.open) == 0 && strings.Contains(s.lines[i].text, "审议")
}

// planBegins notes the words with which the plan begins, once.
func (s *sectioner) planBegins(quote string) {
	for _, e := range s.out.Evidence {
		if e.Field == "plan_start" {
			return
		}
	}
	start := s.out.Sections[len(s.out.Sections)-1].Span.Start
	s.out.Evidence = append(s.out.Evidence, report.Evidence{
		Field: "plan_start", Value: strconv.Itoa(start), From: "text", Quote: quote,
		Span: report.Span{Start: start, End: start + len(quote)},
	})
}

// begin closes the last section at at and opens one.
func (s *sectioner) begin(at int, head report.Span) {
	last := &s.out.Sections[len(s.out.Sections)-1]
	bare := strings.TrimSpace(s.text.Body[last.Head.End:max(at, last.Head.End)]) == ""
	if head.Len() == 0 && (last.Span.Start == at || last.Head.Len() > 0 && bare) {
		last.Part, last.Anchor = s.now.part, s.anchor()
		return
	}
	last.Span.End = at
	s.start(report.Span{Start: at, End: at}, s.now.part)
	section := &s.out.Sections[len(s.out.Sections)-1]
	section.Head = head
	section.Heading = head.Of(s.text.Body)
}

func (s *sectioner) start(p report.Span, part report.Part) {
	parent := -1
	if n := len(s.open); n > 0 {
		parent = s.open[n-1].section
	}
	section := report.Section{Parent: parent, Level: len(s.open) + 1, Span: p, Part: part, Anchor: s.anchor()}
	if len(s.out.Sections) == 0 {
		section.Level = 0
	}
	s.out.Sections = append(s.out.Sections, section)
}

func (s *sectioner) finish() {
	s.out.Sections[len(s.out.Sections)-1].Span.End = len(s.text.Body)
}

// anchor returns what words of time mean in the section that now opens.
func (s *sectioner) anchor() report.Anchor {
	a := report.Anchor{Reviewed: s.out.Reviewed, Planned: s.out.Planned, Period: s.now.period}
	a.Year, a.ThisYear = a.Reviewed, a.Reviewed
	if s.now.part == report.Plan {
		a.Year = a.Planned
		if a.Planned != 0 {
			a.ThisYear = a.Planned
		}
	}
	if s.givenInPlanYear() {
		a.ThisYear = a.Planned
	}
	if s.out.Kind == report.KindPlan && a.Year == 0 {
		a.Year = a.Planned
	}
	if a.Period.IsZero() && a.Year != 0 {
		a.Period = s.halfYear(a.Year)
	}
	return a
}

// halfYear returns the half of the year that a report of half a year is about.
func (s *sectioner) halfYear(year int) report.Period {
	switch {
	case s.now.part == report.Review && contains(s.out.Title, s.lex.Words("上半年词")):
		return report.MonthsPeriod(year, time.January, time.June)
	case s.now.part == report.Plan && contains(s.out.Title, s.lex.Words("下半年词")):
		return report.MonthsPeriod(year, time.July, time.December)
	}
	return report.Period{}
}
