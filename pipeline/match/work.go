package match

import (
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// work is the making of the facts of one document, sentence by sentence.
type work struct {
	m     *Matcher
	b     *builder
	d     report.Document
	attrs []report.Attribution
	made  []int // index+1 of the fact made of an attribution

	first      int // number of the first fact of the sentence
	view       view
	candidates []int32
	found      []found
	runner     runner
}

// sentence makes the facts of sentence i, whose attributions are attrs[from:to].
func (w *work) sentence(i, from, to int) {
	s := w.d.Sentences[i]
	w.first = len(w.b.facts)
	w.found = w.found[:0]
	var v *view
	if s.Span.Len() <= longestSentence {
		v = &w.view
		w.m.look(v, w.d, s)
		w.candidates = w.m.candidates(v, w.d.Part(s), w.candidates)
		w.runner.m, w.runner.v = w.m, v
		w.found = w.m.matches(&w.runner, w.candidates, w.found)
	}
	for k := from; k < to; k++ {
		w.value(v, k)
	}
	if len(w.found) > 0 {
		w.create(v, i)
		w.annotate(v, i)
	}
}

// value makes the fact of attribution k, unless a rule suppresses it.
func (w *work) value(v *view, k int) {
	a := w.attrs[k]
	if a.Skip != "" {
		return
	}
	mention := w.d.Sentences[a.Sentence].Mentions[a.Mention]
	rule := w.m.generalRule(mention, a)
	bound := w.binding(v, a, mention)
	for _, f := range bound {
		if f.program.rule.Suppress {
			return
		}
	}
	if len(bound) > 0 {
		rule = bound[0].program.rule
	}
	if rule == nil {
		return
	}
	fact := w.b.value(a, mention, rule)
	for _, f := range bound {
		w.m.keep(v, f, &fact)
	}
	w.m.name(&fact)
	w.b.add(a.Sentence, fact)
	w.made[k] = len(w.b.facts)
}

// binding returns the matches that say something of the attribution, highest
// priority first. A suppressing match ends them: what stands below it is void,
// what stands above it keeps the value.
func (w *work) binding(v *view, a report.Attribution, m report.Mention) []found {
	var out []found
	for _, f := range w.found {
		rule := f.program.rule
		switch {
		case creates(rule.Kind), rule.Kind != "" && rule.Kind != a.Kind && rule.Keep.Kind == "":
			continue
		case !w.binds(f, a, m), !w.names(v, f, a):
			continue
		case rule.Suppress && len(out) > 0:
			return out
		case rule.Suppress:
			return []found{f}
		}
		out = append(out, f)
	}
	return out
}

// names tells whether the indicator a match names can be what the value is
// about. A match that only names, and names wrongly, says nothing.
func (w *work) names(v *view, f found, a report.Attribution) bool {
	name := w.m.words(v, f, f.program.rule.Keep.Indicator)
	return name == "" || w.m.related(name, a.Subject)
}

// binds tells whether the match holds the mention in a slot whose value it is.
func (w *work) binds(f found, a report.Attribution, m report.Mention) bool {
	slots := w.m.slots[f.program.rule.Keep.Value]
	named := len(slots) > 0
	values := false
	for _, c := range f.captures {
		if c.mention < 0 {
			continue
		}
		isValue := valueType(w.d.Sentences[a.Sentence].Mentions[c.mention].Type)
		values = values || isValue
		if c.mention != a.Mention {
			continue
		}
		if named && slices.Contains(slots, c.slot) || !named && (isValue || a.Kind == report.KindDeadline) {
			return true
		}
	}
	if !f.program.rule.Suppress || values || named {
		return false
	}
	// A suppressing rule without a value slot covers all that stands in it.
	base := w.d.Sentences[a.Sentence].Span.Start
	return f.span.Start+base <= m.Core.Start && m.Core.End <= f.span.End+base
}

func valueType(t report.MentionType) bool {
	return slices.Contains(ruleset.MentionTypes(ruleset.SlotValue), t)
}

// creates tells whether rules of the kind make facts of their own.
func creates(kind report.Kind) bool {
	switch kind {
	case report.KindAward, report.KindDocument, report.KindEvent, report.KindTask:
		return true
	}
	return false
}

// keep fills the fields of the fact that the rule sets and none above it has set.
func (m *Matcher) keep(v *view, f found, fact *report.Fact) {
	k := f.program.rule.Keep
	set := func(field *string, value string, already bool) {
		if words := m.words(v, f, value); words != "" && !already {
			*field = words
		}
	}
	if words := m.words(v, f, k.Indicator); fact.Indicator == "" && m.related(words, fact.Subject) {
		fact.Indicator = words
	}
	set(&fact.Level, k.Level, fact.Level != "")
	set(&fact.Scope, k.Scope, fact.Scope != "")
	set(&fact.Owner, k.Owner, fact.Owner != "")
	set(&fact.Subject, k.Subject, fact.Rule != f.program.rule.ID && fact.Subject != "")
	set(&fact.Action, k.Action, fact.Rule != f.program.rule.ID && fact.Action != "")
	if fact.Rule != f.program.rule.ID {
		return
	}
	if k.Kind != "" {
		fact.Kind = k.Kind
	}
	if k.Modality != "" {
		fact.Modality = k.Modality
	}
	if k.Strength != "" {
		fact.Strength = k.Strength
	}
}

// words returns what a value of keep stands for: words as they are, or of
// slots in 【】 and 〈〉 the first that holds something.
func (m *Matcher) words(v *view, f found, value string) string {
	if !strings.HasPrefix(value, "【") && !strings.HasPrefix(value, "〈") {
		return value
	}
	for _, slot := range m.slots[value] {
		if words := m.slotWords(v, f, slot); words != "" {
			return words
		}
	}
	return ""
}

// slotWords returns the words a slot of the match holds.
func (m *Matcher) slotWords(v *view, f found, slot string) string {
	switch slot {
	case ruleset.SlotBefore:
		return m.before(v, f)
	case ruleset.SlotAfter:
		return m.after(v, f)
	}
	for _, c := range f.captures {
		if c.slot != slot {
			continue
		}
		if it := m.indicatorOf(c.word); it != nil && ruleset.SlotBase(slot) == ruleset.SlotIndicator {
			return it.Name
		}
		return bareName(c.span.Of(v.text))
	}
	return ""
}

// bareName returns words without the quote or title marks around the whole.
func bareName(words string) string {
	words = strings.TrimSpace(words)
	for _, marks := range []string{"“”", "‘’", "《》", "〈〉", `""`} {
		open, closing := marks[:len(marks)/2], marks[len(marks)/2:]
		inner, ok := strings.CutPrefix(words, open)
		if inner, both := strings.CutSuffix(inner, closing); ok && both && !strings.Contains(inner, open) {
			return inner
		}
	}
	return words
}

// name gives the fact its indicator: that of its subject, or the one a rule
// named, if the value can be one of it; and which way of it is good.
func (m *Matcher) name(f *report.Fact) {
	it := m.names.of(f.Subject)
	if it == nil || !fits(it, f) {
		it = m.names.exact[f.Indicator]
		if it == nil {
			return
		}
		if !fits(it, f) {
			f.Indicator = ""
			return
		}
	} else {
		f.Indicator = it.Name
	}
	switch it.Direction {
	case ruleset.MoreIsBetter:
		f.Better = report.More
	case ruleset.LessIsBetter:
		f.Better = report.Less
	}
}
