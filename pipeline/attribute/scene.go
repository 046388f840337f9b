package attribute

import (
	"slices"
	"strings"

	"taizhang/report"
)

// scene is one sentence being read. It turns from one to the next, and uses its
// lists again.
type scene struct {
	a      *Attributor
	d      *report.Document
	s      *report.Sentence
	index  int // of the sentence
	flow   flow
	owned  bool   // the last value had a time of its own
	owner  string // responsible unit the sentence names
	before handed // what was handed on when the clause began
	made   []made
	open   []int  // deadlines in made whose object is not yet named
	done   []bool // mentions that were part of some clause
	words  []word
	at     []int    // places of the values of the clause
	when   []timeAt // times of the clause
	cutter cutter
	depth  int // of the clause being read
	outer  int // and the value before its bracket

	readings []reading // of the clause
	parts    []part    // of the document
	telling  bool      // the steps that lead to an attribution are asked for
	lists    []string  // the subjects of clauses with several
	old      flow      // of the sentence before
	anchored bool
	years    report.Anchor // of the section, once asked for
	usual    report.Period // of values there that name none
}

// handed is what the clauses before were about.
type handed struct {
	topic          []string
	about, subject string
}

// turn turns to sentence i; what the one before hands on stays in flow.
func (x *scene) turn(i int) {
	x.s, x.index = &x.d.Sentences[i], i
	x.owned, x.owner, x.before = false, "", handed{}
	x.depth, x.outer, x.anchored = 0, -1, false
	x.lists = x.lists[:0]
	x.made, x.open = x.made[:0], nil
	n := len(x.s.Mentions)
	x.done = slices.Grow(x.done[:0], n)[:n]
	clear(x.done)
}

// made is an attribution and the mention it is part of, if any.
type made struct {
	report.Attribution
	whole key  // the mention it is part of
	part  bool // it is part of one
	depth int  // of brackets
	outer int  // of a bracket: mention of the last value before it, else -1
}

// flow is what a clause hands on to the next one.
type flow struct {
	paragraph int
	sober     int              // section+1 whose span of years is over: 同时也要看到……
	subject   string           // of the last value
	verbal    bool             // the subject is only the verb, for want of a noun
	action    string           // of the last value
	unit      string           // of the last value
	prior     [2]string        // subject and unit of the last value of the sentence before
	thing     [2]string        // subject and unit of the last count of the sentence
	pair      [2]report.Period // of the last 由A增加到B
	about     string           // what the clause before was about, in whatever way
	topic     []string         // nouns a clause without values began with
	recent    []string         // subjects of the values of the sentence so far
	beside    []string         // different subjects of the last clause with values
	modality  report.Modality
	handed    bool    // the modality is that of the sentence before
	changed   [2]bool // the verb over the last ratio was one of rise, of fall
	planned   string  // action of the clause that stated the modality
	period    report.Period
	against   bool // the sentence compares with another year: 1982年同1978年相比
	alone     bool // the time stood alone in its clause
	listing   bool // a list of what was done goes on: 已建成的有：
	holds     bool // the period holds for the whole sentence
	due       report.Date
	wholes    []whole // the last values, of which others may be part
}

// read attributes all mentions of the sentence.
func (x *scene) read() {
	x.enter()
	if why := x.unread(); why != "" {
		x.skipRest(why)
		return
	}
	if x.cell() {
		return
	}
	if !matters(x.s) {
		x.skipRest("在名称或专用说法里")
		x.underHead()
		return
	}
	x.words = x.a.words.words(x.words[:0], x.d.Text.Body, x.s)
	x.owner = owner(x.words)
	clauses := x.cutter.clauses(&x.a.words, x.d.Text.Body, x.words)
	for i := range clauses {
		c := &clauses[i]
		x.depth, x.outer = c.depth, c.before
		if c.depth == 0 {
			x.clause(c)
			continue
		}
		outer := x.flow
		x.flow.subject = x.subjectOf(c.before, outer.subject)
		x.clause(c)
		x.flow = outer
	}
	x.skipRest("在名称或专用说法里")
	x.underHead()
}

// enter resets what does not go on from the sentence before.
func (x *scene) enter() {
	old := &x.old
	*old = x.flow
	x.flow = flow{paragraph: x.s.Paragraph, sober: old.sober, recent: x.flow.recent[:0]}
	if x.sobers() {
		x.flow.sober = x.s.Section + 1
		return
	}
	if old.paragraph != x.s.Paragraph || x.s.Cell != nil {
		return
	}
	x.flow.wholes = old.wholes
	x.flow.prior = [2]string{old.subject, old.unit}
	if x.continues() {
		x.flow.modality, x.flow.period, x.flow.due = old.modality, old.period, old.due
		x.flow.handed = old.modality != ""
		x.flow.holds, x.flow.alone = old.holds, old.alone
		x.flow.listing, x.flow.against = old.listing, old.against
		if old.unit == moneyUnit {
			x.flow.thing = old.thing
		}
		return
	}
	if old.holds && days(old.period) > longestYear {
		x.flow.period, x.flow.holds = old.period, true
	}
}

// continues tells whether the sentence before ended in ；.
func (x *scene) continues() bool {
	if x.index == 0 {
		return false
	}
	return goesOnBehind(x.d.Sentences[x.index-1].Span.Of(x.d.Text.Body))
}

// unread tells why a sentence is not read for facts at all.
func (x *scene) unread() string {
	if x.s.Section < 0 || x.s.Section >= len(x.d.Outline.Sections) {
		return ""
	}
	section := &x.d.Outline.Sections[x.s.Section]
	if !section.Head.Contains(x.s.Span) {
		return ""
	}
	// A numbered line with clauses, or with nothing under it, is no title even
	// where it stands like one.
	words := x.s.Span.Of(x.d.Text.Body)
	under := strings.TrimSpace(x.d.Text.Body[section.Head.End:max(section.Head.End, section.Span.End)])
	if under != "" && !strings.ContainsAny(words, "，。；") {
		return "在标题里"
	}
	return ""
}

// subjectOf returns the subject made for a mention of this sentence.
func (x *scene) subjectOf(mention int, otherwise string) string {
	for i := len(x.made) - 1; i >= 0; i-- {
		if m := &x.made[i]; m.Mention == mention && m.Skip == "" {
			return m.Subject
		}
	}
	return otherwise
}

// begin adds an attribution of the mention, yet to be filled in.
func (x *scene) begin(mention int) *made {
	x.made = append(x.made, made{depth: x.depth, outer: x.outer})
	x.done[mention] = true
	m := &x.made[len(x.made)-1]
	m.Sentence, m.Mention = x.index, mention
	return m
}

// put fills in an attribution of the mention.
func (x *scene) put(mention int, a *report.Attribution) *made {
	m := x.begin(mention)
	a.Sentence, a.Mention = m.Sentence, m.Mention
	m.Attribution = *a
	return m
}

func (x *scene) skip(mention int, why string) {
	if !x.telling {
		x.done[mention] = true
		return
	}
	x.begin(mention).Skip = why
}

// skipRest gives a reason to every mention that has no attribution.
func (x *scene) skipRest(why string) {
	for i := range x.s.Mentions {
		if x.done[i] || !x.telling {
			continue
		}
		if reason, known := skipOf[x.s.Mentions[i].Type]; known {
			x.skip(i, reason)
			continue
		}
		x.skip(i, why)
	}
}

// skipOf are the mentions that are never facts of their own.
var skipOf = map[report.MentionType]string{
	report.MentionTime:     "只是时间",
	report.MentionEvery:    "只是频次的周期",
	report.MentionDuration: "只是时长",
	report.MentionTitle:    "只是文件名",
	report.MentionQuote:    "只是引号里的话",
	report.MentionNonFact:  "固定说法，不是数",
}

// inOrder returns what was made in order of the mentions.
func (x *scene) inOrder() []made {
	for i := 1; i < len(x.made); i++ {
		if x.made[i].Mention < x.made[i-1].Mention {
			slices.SortStableFunc(x.made, func(a, b made) int { return a.Mention - b.Mention })
			break
		}
	}
	return x.made
}

// sobers tells whether the sentence turns from what the years have brought to
// what is still wanting.
func (x *scene) sobers() bool {
	return x.a.sober.in(x.s.Span.Of(x.d.Text.Body))
}

// anchor returns the years of the section, without its span of years where
// that is over.
func (x *scene) anchor() *report.Anchor {
	if x.anchored {
		return &x.years
	}
	x.anchored, x.years = true, report.Anchor{}
	if k := x.s.Section; k >= 0 && k < len(x.d.Outline.Sections) {
		x.years = x.d.Outline.Sections[k].Anchor
	}
	a := &x.years
	if x.flow.sober == x.s.Section+1 && x.part() == report.Review && a.Period.End.Year <= a.Reviewed {
		a.Period = report.Period{}
	}
	x.usual = a.DefaultPeriod()
	return a
}

// usualPeriod returns the period of a value that names none.
func (x *scene) usualPeriod() report.Period {
	x.anchor()
	return x.usual
}

func (x *scene) part() report.Part {
	if k := x.s.Section; k >= 0 && k < len(x.d.Outline.Sections) {
		return x.d.Outline.Sections[k].Part
	}
	return report.OtherPart
}
