package track

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// promise is a line of the ledger in the making.
type promise struct {
	report.Commitment
	facts    []report.Fact // that it is made of; those with values are its targets
	span     report.Span   // of Text in Sentence
	dated    bool          // a date was given, not only the year
	object   string        // the words by which what is promised is known
	names    []string      // it and other names of the same
	wordings []string      // names of the same in the plans before
	finish   bool          // goal is that of its verb alone: 完成
	parts    []string      // works that it names together
	document bool          // a document is to be issued; object is its matter
	told     bool          // its number only describes it: words may prove it
	goal     int           // stage of a project that is to be reached; 0 none
	from     int           // first year that may answer; Year is the last
	each     bool          // every year of the span has the target
}

// promises returns the promises of one report's plan part: facts that set out
// to reach something. Facts that speak of one thing are one promise; see
// merge.
func (v *vocabulary) promises(r report.Report) []promise {
	var out []promise
	told := v.toldInPlan(r)
	for _, group := range planFacts(r, told) {
		first := len(out)
		places, class := report.PlacesIn(group), ""
		for i, f := range group {
			if v.sizeInName(f, places[i]) || v.startsFrom(f, places[i]) {
				continue
			}
			if sizeOfClass(f, places[i]) {
				class = f.Text
				continue
			}
			if class != "" && strings.Contains(f.Sentence, class+f.Subject) {
				f.Subject = class + f.Subject
			}
			p := newPromise(r, f, places[i], places)
			v.borrow(&p, out[first:])
			if !merge(out[first:], p) {
				out = append(out, p)
			}
		}
	}
	out = v.withPledges(r, v.split(r, carryDeadlines(out)), told)
	out = once(out)
	for i := range out {
		out[i].reach(v)
		out[i].ID = id(out[i].Commitment)
	}
	return out
}

// withPledges adds what the sentences of the plan promise without a fact, in
// the order of the text.
func (v *vocabulary) withPledges(r report.Report, made []promise, told []report.Span) []promise {
	taken := map[string][]report.Span{} // sentence → spans of the promises made of facts
	for _, p := range made {
		taken[p.Sentence] = append(taken[p.Sentence], p.span)
	}
	rows := rowSpans(r)
	var out []promise
	for _, s := range r.Sentences {
		words := s.Span.Of(r.Text.Body)
		if partOf(r, s) != report.Plan || inside(rows, s.Span.Start) || inside(told, s.Span.Start) || !ends(words) {
			continue
		}
		for _, g := range v.pledges(words, taken[words]) {
			p := newPledge(r, s, g)
			if i := slices.IndexFunc(made, func(m promise) bool { return m.Sentence == words && m.span.End+len("，") == p.span.Start }); i >= 0 &&
				made[i].dated && made[i].Due.Year > p.Year {
				p.Due, p.dated = made[i].Due, true // 到明年使…普及，基本扫除…
			}
			out = append(out, p)
		}
	}
	out = append(out, made...)
	slices.SortStableFunc(out, func(a, b promise) int { return cmp.Compare(a.Place.Start, b.Place.Start) })
	return out
}

// ends tells whether the words are a sentence, not a heading.
func ends(words string) bool {
	return strings.HasSuffix(words, "。") || strings.HasSuffix(words, "；") || strings.HasSuffix(words, "！")
}

// newPledge makes a promise of a clause without a fact.
func newPledge(r report.Report, s report.Passage, g pledge) promise {
	at := report.Span{Start: s.Span.Start + g.span.Start, End: s.Span.Start + g.span.End}
	p := promise{span: g.span, Commitment: report.Commitment{
		Org: r.Outline.Org, MadeIn: r.ID, Year: r.Outline.Planned, Sentence: s.Span.Of(r.Text.Body), Text: at.Of(r.Text.Body),
		Place: r.Text.Place(at), Section: r.Outline.Path(s.Section), Subject: g.subject, Action: g.action, Strength: g.strength,
	}}
	if year := yearBefore(p.Sentence, g.span.Start); p.Year > 0 && year >= p.Year {
		p.Year, p.Due = year, report.NewDate(year, 12, 31)
		return p
	}
	if period := r.Outline.Sections[s.Section].Anchor.DefaultPeriod(); !period.IsZero() && period.End.Year >= p.Year {
		p.Year, p.Due = period.End.Year, period.End
	} else if p.Year != 0 {
		p.Due = report.NewDate(p.Year, 12, 31)
	}
	return p
}

// borrow gives a promise that names only a part (5月底前开工、12月底前主体封顶) the
// object of the one before it in its clause.
func (v *vocabulary) borrow(p *promise, before []promise) {
	if len(before) == 0 || len(p.Targets) > 0 || p.Subject == "" && !p.dated ||
		len(grams(v.solid(p.Subject))) > 0 && v.senses[p.Subject] == nil {
		return
	}
	b := before[len(before)-1]
	if p.dated && !b.dated && len(b.Targets) == 0 && p.span.Start-b.span.End == len("，") {
		p.Subject = b.Subject // 加快推进…建设，12月底前主体封顶
		return
	}
	if p.span.Start-b.span.End <= len("、") && p.Sentence[min(b.span.End, p.span.Start):p.span.Start] != "，" {
		p.Subject = b.Subject
	}
}

// planFacts groups the facts that promise something by their sentences.
func planFacts(r report.Report, told []report.Span) [][]report.Fact {
	var out [][]report.Fact
	for _, f := range r.Facts {
		if !isPromise(f) || inside(told, f.Place.Start) {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Sentence == f.Sentence {
			out[n-1] = append(out[n-1], f)
			continue
		}
		out = append(out, []report.Fact{f})
	}
	return out
}

func isPromise(f report.Fact) bool {
	if f.Part != report.Plan || f.Kind == report.KindEvent {
		return false
	}
	// what a plan says of years to come is set out, however it is said
	ahead := f.Modality == report.Actual && f.Period.End.Year > f.Year+1 && f.Year > 0 && f.Value != nil
	return f.Modality == report.Target || ahead
}

func newPromise(r report.Report, f report.Fact, at report.Span, others []report.Span) promise {
	p := promise{Commitment: report.Commitment{
		Org:       r.Outline.Org,
		MadeIn:    r.ID,
		Year:      r.Outline.Planned,
		Sentence:  f.Sentence,
		Place:     f.Place,
		Section:   f.Section,
		Indicator: f.Indicator,
		Subject:   f.Subject,
		Action:    f.Action,
		Strength:  f.Strength,
		Testable:  f.Kind != report.KindTask || f.Testable != nil && *f.Testable,
	}}
	p.span = promiseSpan(f, at, others)
	p.Text = words(f.Sentence, p.span)
	if !f.Period.IsZero() {
		p.Year = f.Period.End.Year
	}
	p.take(f)
	return p
}

// promiseSpan returns the shortest clause, verbatim, that holds the fact's
// words and, where it can be had, its subject.
func promiseSpan(f report.Fact, at report.Span, others []report.Span) report.Span {
	c := item(f.Sentence, report.ClauseOf(f.Sentence, at.Start, at.End), at, f.Subject, others)
	if !strings.Contains(words(f.Sentence, c), f.Subject) {
		if i := strings.LastIndex(f.Sentence[:c.Start], f.Subject); i >= 0 {
			c.Start = i
		}
	}
	return c
}

// take adds a fact's value, date and owner to the promise.
func (p *promise) take(f report.Fact) {
	p.facts = append(p.facts, f)
	p.Facts = append(p.Facts, f.ID)
	if f.Value != nil {
		p.Targets = append(p.Targets, report.CommitmentTarget{Value: *f.Value, Comparison: f.Comparison})
	}
	if p.Owner == "" {
		p.Owner = f.Owner
	}
	switch {
	case !f.Due.IsZero() && !p.dated:
		p.Due, p.dated = f.Due, true
	case p.Due.IsZero() && dated(f.Period) && !strings.ContainsAny(f.Sentence, "月季旬日"):
		p.Due = report.NewDate(f.Period.End.Year, 12, 31) // a month carried over from before
	case p.Due.IsZero() && !f.Period.IsZero():
		p.Due = f.Period.End
	}
}

// id is made of what was said, not of where: it survives a better repair.
func id(c report.Commitment) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s", c.MadeIn, c.Sentence, madeOf(c)))
	return "c" + hex.EncodeToString(sum[:])[:11]
}

// madeOf names what tells the promise from others of its sentence.
func madeOf(c report.Commitment) string {
	if len(c.Facts) > 0 {
		return c.Facts[0]
	}
	return c.Text
}

// award tells whether an award is aimed at.
func (p *promise) award() bool {
	return slices.ContainsFunc(p.facts, func(f report.Fact) bool { return f.Kind == report.KindAward })
}
