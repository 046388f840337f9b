package track

import (
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// Decided returns the lines as people decided, and the decisions about promises
// that no line has any more. reports are those the lines were made of and
// answered by; decisions are those in force, oldest first. The given lines stay
// as they are.
//
// Corrections of number, answer, owner and due day come first and are judged
// anew by the rules; what a person says of the status stands over that.
func Decided(
	lines []report.Commitment, reports []report.Report, inForce []report.Decision, words Words, o Options,
) ([]report.Commitment, []decision.Orphan) {
	promised := decision.OfKind(inForce, promiseKinds()...)
	promised = slices.DeleteFunc(promised, func(d report.Decision) bool {
		return d.Kind == report.DecisionMerge && d.Field != report.FieldPromise
	})
	if len(promised) == 0 {
		return lines, nil
	}
	x := newDeciding(slices.Clone(lines), reports, newVocabulary(words), o)
	for _, d := range promised {
		x.correct(d)
	}
	for _, d := range promised {
		x.settle(d)
	}
	return x.finish(), x.orphans
}

// promiseKinds are the kinds of decisions about promises.
func promiseKinds() []report.DecisionKind {
	return []report.DecisionKind{report.DecisionConfirm, report.DecisionStatus, report.DecisionValue, report.DecisionLink,
		report.DecisionOwner, report.DecisionDue, report.DecisionClose, report.DecisionWrong, report.DecisionComment, report.DecisionMerge}
}

// deciding is the work on the lines.
type deciding struct {
	lines   []report.Commitment
	reports map[string]*report.Report // by hash
	byFact  map[string]int            // line by fact
	byPlace map[string][]int          // lines by report
	gone    map[int]bool              // lines that are one with another
	changed map[int]bool
	v       *vocabulary
	o       Options
	orphans []decision.Orphan
}

func newDeciding(lines []report.Commitment, reports []report.Report, v *vocabulary, o Options) *deciding {
	x := &deciding{lines: lines, reports: map[string]*report.Report{}, byFact: map[string]int{}, byPlace: map[string][]int{},
		gone: map[int]bool{}, changed: map[int]bool{}, v: v, o: o}
	for i := range reports {
		x.reports[reports[i].Hash] = &reports[i]
	}
	for i := range lines {
		for _, f := range lines[i].Facts {
			if _, taken := x.byFact[f]; !taken {
				x.byFact[f] = i
			}
		}
		x.byPlace[lines[i].MadeIn] = append(x.byPlace[lines[i].MadeIn], i)
	}
	return x
}

// line finds the line that a key names. A document that is not here is another
// office's, or not in the library: false for both.
func (x *deciding) line(k report.DecisionKey) (i int, found, here bool) {
	r := x.reports[k.Document]
	if r == nil {
		return 0, false, false
	}
	place, ok := decision.Locate(r, k)
	if !ok {
		return 0, false, true
	}
	for _, f := range place.Facts {
		if i, ok := x.byFact[r.Facts[f].ID]; ok {
			return i, true, true
		}
	}
	for _, i := range x.byPlace[r.ID] {
		c := x.lines[i]
		at := report.Span{Start: c.Place.Start, End: c.Place.End}
		if at == place.Span || k.Kind == "" && len(c.Facts) == 0 && at.Overlaps(place.Span) {
			return i, true, true
		}
	}
	return 0, false, true
}

// target finds the decision's line, and notes on it that it was decided about;
// a decision without one is an orphan.
func (x *deciding) target(d report.Decision) (*report.Commitment, bool) {
	i, found, here := x.line(d.Target)
	switch {
	case !here, !found && d.Kind == report.DecisionComment: // of a fact or a report
		return nil, false
	case !found:
		r := x.reports[d.Target.Document]
		orphan := decision.Orphan{Decision: d, Why: "the plan does not promise this any more"}
		orphan.Place, orphan.Sentence, orphan.Likeness = decision.Nearest(r, d.Target)
		x.orphans = append(x.orphans, orphan)
		return nil, false
	}
	if !x.changed[i] {
		c := &x.lines[i] // what is shared with the lines given must not be written to
		c.Targets, c.Answers, c.Chain = slices.Clone(c.Targets), slices.Clone(c.Answers), slices.Clone(c.Chain)
		c.Decided = nil
		x.changed[i] = true
	}
	return &x.lines[i], true
}

// correct makes the corrections after which the promise is judged anew.
func (x *deciding) correct(d report.Decision) {
	c, ok := x.target(d)
	if !ok {
		return
	}
	c.Decided = append(c.Decided, d)
	switch d.Kind {
	case report.DecisionOwner:
		c.Owner = d.Value
	case report.DecisionDue:
		if day, err := report.ParseDate(d.Value); err == nil {
			c.Due = day
			x.rejudge(c)
		}
	case report.DecisionValue:
		x.value(c, d)
	case report.DecisionLink:
		x.link(c, d)
	case report.DecisionMerge:
		x.merge(c, d)
		return
	default:
		return
	}
	c.Decision = d.ID
}

// settle lets what a person says of the status stand.
func (x *deciding) settle(d report.Decision) {
	i, found, _ := x.line(d.Target)
	if !found {
		return
	}
	c := &x.lines[i]
	switch d.Kind {
	case report.DecisionStatus, report.DecisionConfirm:
		c.Decision = d.ID
		if d.Value != "" {
			c.Status = report.Status(d.Value)
		}
	}
}

// finish lights the lines and leaves out those that are one with another.
func (x *deciding) finish() []report.Commitment {
	out := make([]report.Commitment, 0, len(x.lines))
	for i := range x.lines {
		c := &x.lines[i]
		if x.gone[i] {
			continue
		}
		if x.changed[i] {
			c.Light = light(*c, x.o)
			for _, d := range c.Decided {
				if d.Kind == report.DecisionClose {
					c.Decision, c.Light = d.ID, report.LightClosed
				}
			}
		}
		out = append(out, *c)
	}
	return out
}

// merge makes one of two promises: of one year they become one line, of several
// years one chain.
func (x *deciding) merge(c *report.Commitment, d report.Decision) {
	c.Decision = d.ID
	from, _, _ := x.line(d.Target)
	i, found, _ := x.line(d.Other)
	if !found || i == from {
		return
	}
	x.changed[i] = true
	other := &x.lines[i]
	other.Chain = slices.Clone(other.Chain)
	if c.Year != other.Year {
		c.Chain = withWording(c.Chain, wording(*other))
		other.Chain = withWording(other.Chain, wording(*c))
		return
	}
	x.gone[from] = true
	other.Facts = slices.Concat(other.Facts, c.Facts)
	other.Decided = append(slices.Clone(other.Decided), d)
	other.Decision = d.ID
	other.Chain = withWording(other.Chain, wording(*c))
	for _, a := range c.Answers {
		if !slices.ContainsFunc(other.Answers, func(b report.Answer) bool { return a.Report == b.Report && a.Place == b.Place }) {
			other.Answers = append(slices.Clip(other.Answers), a)
		}
	}
	if len(other.Targets) == 0 {
		other.Targets = c.Targets
	}
	if (other.Status == report.Unreported || other.Status == report.NotDue || other.Status == report.Unverifiable) && len(c.Answers) > 0 {
		other.Status = c.Status
	}
}

func withWording(chain []report.Wording, w report.Wording) []report.Wording {
	if slices.Contains(chain, w) {
		return chain
	}
	chain = append(chain, w)
	slices.SortStableFunc(chain, func(a, b report.Wording) int { return a.Year - b.Year })
	return chain
}
