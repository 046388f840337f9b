package structure

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
)

// sectioner walks the lines of a text and opens a section at every heading and
// wherever the part or the years change without one.
type sectioner struct {
	*document
	now     cue
	open    []int // indices in out.Sections of the headings above, outermost first
	classes []int // their ranks
	numbers []int // their numbers
	levels  []int // their levels in the format; 0 if it gives none
	states  []cue // part and years of the text right under each
	mixed   []cue // what the top heading announces besides its first half
	bound   bool  // the top heading itself says which half it is
	both    bool  // the top heading plans one year and several
	tops    int   // top headings so far
	headed  bool  // some top heading announces the plan: no need to look for one without
	yearly  bool  // some top heading announces the planned year
	other   bool  // inside footnotes and appendices
	at      int   // index of the line being looked at
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

// survey looks ahead for top headings that announce the plan.
func (s *sectioner) survey() {
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
	switch {
	case i < s.front:
	case l.head > 0 && s.accepts(l):
		s.heading(l)
	case s.isCalling(l.text) || s.opensSpeech(i):
	default:
		s.at = i
		s.lead(l.text, l.span.Start)
	}
}

// opensSpeech tells whether a line only offers the report: 现在，我代表国务院…请予审议。
func (s *sectioner) opensSpeech(i int) bool {
	return i < s.front+openingLines && len(s.open) == 0 && strings.Contains(s.lines[i].text, "审议")
}

// accepts tells whether a numbered line continues its numbering. A list inside
// a section that starts again at one, and numbers that run backwards, are text;
// so is everything in footnotes.
func (s *sectioner) accepts(l line) bool {
	if s.other {
		return s.isAppendix(l)
	}
	k := slices.Index(s.classes, l.class)
	if l.class == unnumbered || k < 0 || l.number > s.numbers[k] {
		return true
	}
	return l.number == 1 && l.head == len(l.text)
}

// isAppendix tells whether a heading opens notes on terms or an appendix.
func (s *sectioner) isAppendix(l line) bool {
	return l.runes() <= appendixMost && contains(l.text[:l.head], s.lex.Words("其他标题词"))
}

// heading opens the section of a heading.
func (s *sectioner) heading(l line) {
	depth := s.depth(l)
	head := l.text[:l.head]
	if s.isAppendix(l) {
		s.other, depth = true, 0
	}
	s.close(depth)
	switch {
	case s.other:
		s.now = noCue
	case depth == 0:
		s.topHeading(head)
	default:
		s.now = s.states[depth-1]
		s.subHeading(head)
	}
	s.begin(l.span.Start, report.Span{Start: l.span.Start, End: l.span.Start + l.head})
	s.open = append(s.open, len(s.out.Sections)-1)
	s.classes = append(s.classes, l.class)
	s.numbers = append(s.numbers, l.number)
	s.levels = append(s.levels, l.level)
	s.states = append(s.states, s.now)
	if s.now.part == report.Plan {
		s.planBegins(head)
	}
	if rest := l.text[l.head:]; rest != "" && len(s.open) == 1 {
		s.lead(rest, l.span.Start+l.head)
	}
}

// close closes all headings but the outermost depth.
func (s *sectioner) close(depth int) {
	s.open, s.classes = s.open[:depth], s.classes[:depth]
	s.numbers, s.states = s.numbers[:depth], s.states[:depth]
	s.levels = s.levels[:depth]
}

// depth returns under how many of the open headings a heading belongs: beside
// the one of its class, else under all of higher rank.
func (s *sectioner) depth(l line) int {
	if l.class == unnumbered {
		return s.plainDepth(l)
	}
	if k := slices.Index(s.classes, l.class); k >= 0 {
		return k
	}
	for k, class := range s.classes {
		if class != unnumbered && class > l.class {
			return k
		}
	}
	n := len(s.classes)
	if n > 1 && s.classes[n-1] == unnumbered && s.classes[n-2] != unnumbered {
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
	for k, class := range s.classes {
		if class == unnumbered && (l.level == 0 || s.levels[k] >= l.level) {
			return k
		}
	}
	return len(s.classes)
}

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
		if s.allowed(c) || !c.period.IsZero() {
			s.now = c
			return
		}
	}
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
	case c.part == report.Plan && s.now.part == report.Review:
		s.change(c, at)
		s.planBegins(firstSentence(text))
	default:
		s.change(c, at)
	}
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
		s.close(0)
	case len(s.open) > 1 && whole:
		s.close(1)
	}
	s.now = c
	for k := range s.states {
		if whole || k == len(s.states)-1 {
			s.states[k] = c
		}
	}
	s.begin(at, report.Span{})
}

// lastPart tells whether no further heading comes under the open top heading.
func (s *sectioner) lastPart() bool {
	for _, l := range s.lines[s.at+1:] {
		if l.head > 0 {
			return l.class == s.classes[0] || l.class != unnumbered && l.class <= s.top
		}
	}
	return true
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
		parent = s.open[n-1]
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
	return a
}
