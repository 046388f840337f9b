package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// create makes the facts that are no value: awards, documents, events, tasks.
// The rule of the highest priority has its words; what is left goes on.
func (w *work) create(v *view, sentence int) {
	made := w.created[:0]
	for i := range w.found {
		f := &w.found[i]
		rule := f.program.rule
		if !creates(rule.Kind) || rule.Suppress {
			continue
		}
		for _, span := range w.spans(v, f) {
			made = append(made, report.Fact{})
			last := len(made) - 1
			if !w.creation(v, f, span, &made[last]) || taken(made[:last], &made[last]) {
				made = made[:last]
			}
		}
	}
	slices.SortStableFunc(made, func(x, y report.Fact) int { return x.Place.Start - y.Place.Start })
	subject := "" // carried on: X获评“甲”，正在申报“乙”
	for i := range made {
		fact := &made[i]
		if fact.Kind == report.KindAward {
			if fact.Subject == "" {
				fact.Subject = w.carried(w.winner(v, fact, subject))
			}
			subject = fact.Subject
		}
		w.b.add(sentence, fact)
	}
	w.created = made
}

// carried returns the subject of the award before, or the office itself.
func (w *work) carried(subject string) string {
	if subject == "" {
		return w.d.Outline.OrgShort
	}
	return subject
}

// creation fills in the fact a match makes of span, and returns false where the
// sentence speaks against it.
func (w *work) creation(v *view, f *found, span report.Span, fact *report.Fact) bool {
	rule := f.program.rule
	fact.Kind, fact.Rule, fact.Modality = rule.Kind, rule.ID, w.modality(rule.Kind)
	fact.Place.Start, fact.Place.End = v.base+span.Start, v.base+span.End
	if span.Len() == 0 || w.suppressed(v, f, span) {
		return false
	}
	clause := v.clauseAt(f.span.Start)
	fact.Period = w.anchor().DefaultPeriod()
	switch rule.Kind {
	case report.KindEvent:
		m := &v.mentions[max(0, valueMention(f))]
		if !w.isEvent(v, m, f.span) {
			return false
		}
		fact.Period = m.Period
	case report.KindTask:
		if w.part != report.Plan || w.isHeading(v, w.index) || w.holdsFact(v, f.span) || w.holdsDate(v, f) {
			return false
		}
		fact.Due = w.due(v, clause)
	case report.KindAward:
		// 48枚金牌 and 金牌48枚 are counts.
		if w.counts(report.Span{Start: fact.Place.Start, End: fact.Place.End + 1}) {
			return false
		}
		if rule.Keep.Strength == report.Push && w.part != report.Plan {
			return false // only pushed on: a promise
		}
		fact.Period = w.period(v, clause, fact.Period)
		fact.Level = w.m.level(v, span, clause)
	}
	w.m.keep(v, f, fact)
	if rule.Keep.Subject == "" || rule.Keep.Subject == rule.Keep.Value {
		fact.Subject = strings.Trim(span.Of(v.text), "《》")
	}
	if rule.Kind == report.KindTask {
		fact.Testable = w.b.no
		if w.m.vocab.testable.holds(fact, span.Of(v.text)) {
			fact.Testable = w.b.yes
		}
	}
	return true
}

// anchor returns the years of the sentence's section.
func (w *work) anchor() report.Anchor {
	if k := w.s.Section; k >= 0 && k < len(w.d.Outline.Sections) {
		return w.d.Outline.Sections[k].Anchor
	}
	return report.Anchor{}
}

// modality returns how things stand in the part of the report.
func (w *work) modality(kind report.Kind) report.Modality {
	if kind == report.KindTask || w.part == report.Plan {
		return report.Target
	}
	return report.Actual
}

// taken tells whether a fact of the kind was already made of these words.
func taken(made []report.Fact, fact *report.Fact) bool {
	span := report.Span{Start: fact.Place.Start, End: fact.Place.End}
	for i := range made {
		f := &made[i]
		if f.Kind == fact.Kind && span.Overlaps(report.Span{Start: f.Place.Start, End: f.Place.End}) {
			return true
		}
	}
	return false
}

// suppressed tells whether a suppressing rule of higher priority covers span.
func (w *work) suppressed(v *view, f *found, span report.Span) bool {
	for i := range w.found {
		other := &w.found[i]
		rule := other.program.rule
		if rule.Suppress && rule.Priority >= f.program.rule.Priority &&
			(rule.Kind == "" || rule.Kind == f.program.rule.Kind) && other.span.Overlaps(span) {
			return true
		}
	}
	return false
}

// isEvent tells whether the time is the date of a happening: a day or a month
// of a report on what was, in a clause that counts nothing.
func (w *work) isEvent(v *view, m *report.Mention, span report.Span) bool {
	if w.part == report.Plan || m.ByWhen || m.Period.IsZero() || w.holdsFact(v, span) {
		return false
	}
	if reviewed := w.anchor().Reviewed; reviewed > 0 && m.Period.Start.Year > reviewed {
		return false // put off till then
	}
	return m.Grain == "day" || m.Grain == "days" || m.Grain == "month"
}

// holdsDate tells whether the object of a promise holds a date: 确保某项目6月底前
// 完工 is told by its deadline.
func (w *work) holdsDate(v *view, f *found) bool {
	for _, c := range f.captures {
		if ruleset.SlotBase(c.slot) != ruleset.SlotWords {
			continue
		}
		for k, t := range v.types {
			if t == typeOf(report.MentionTime) && c.span.Contains(v.span(k)) {
				return true
			}
		}
	}
	return false
}

// holdsFact tells whether a value of the clauses the span touches
// became a fact.
func (w *work) holdsFact(v *view, span report.Span) bool {
	first, last := v.clauseAt(span.Start), v.clauseAt(span.End)
	if first < 0 || last < 0 {
		return false
	}
	return w.counts(report.Span{
		Start: v.base + v.clauses()[first].Start, End: v.base + v.clauses()[last].End,
	})
}

// counts tells whether a value of the sentence in the span of the body became a fact.
func (w *work) counts(c report.Span) bool {
	facts := w.b.facts[w.first:]
	for i := range facts {
		f := &facts[i]
		if f.Value != nil && c.Overlaps(report.Span{Start: f.Place.Start, End: f.Place.End}) {
			return true
		}
	}
	return false
}

// Lengths in characters of the first sentence of a point that is a heading in
// all but its line: 一是加强基层治理。 The longer is for two clauses where the
// point goes on: 三是统筹建设和管理，提升城市品质。
const (
	shortLead   = 14
	longestLead = 20
)

// lead returns how long sentence i, which opens a point, may be as its heading.
func (w *work) lead(i int) int {
	body := w.d.Text.Body
	this, next := w.d.Sentences[i].Span.Of(body), w.d.Sentences[i+1].Span.Of(body)
	if strings.Contains(this, "，") && strings.HasSuffix(this, "。") && w.m.openers(next) == 0 {
		return longestLead
	}
	return shortLead
}

// isHeading tells whether the sentence is a heading: it promises nothing that
// the text below it does not.
func (w *work) isHeading(v *view, i int) bool {
	s := &w.d.Sentences[i]
	opener := w.m.openers(v.text)
	if opener > 0 && i+1 < len(w.d.Sentences) && w.d.Sentences[i+1].Paragraph == s.Paragraph &&
		utf8.RuneCountInString(v.text[opener:]) <= w.lead(i) {
		return true
	}
	if s.Section < 0 || s.Section >= len(w.d.Outline.Sections) {
		return false
	}
	return w.d.Outline.Sections[s.Section].Head.Overlaps(s.Span)
}
