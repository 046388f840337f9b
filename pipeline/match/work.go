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
	b     builder
	d     *report.Document
	attrs []report.Attribution
	made  []int // index+1 of the fact made of an attribution

	index      int // of the sentence
	s          *report.Sentence
	part       report.Part
	first      int // number of the first fact of the sentence
	view       view
	candidates []int32
	found      []found
	bound      []found // those that say something of one value
	created    []report.Fact
	runner     runner
}

// work returns the work on a document before its first sentence.
func (m *Matcher) work(d *report.Document, attrs []report.Attribution) *work {
	w, ok := m.works.Get().(*work)
	if !ok {
		w = &work{m: m}
		w.b.ids, w.b.keys = map[factID]int{}, map[string]int{}
	}
	w.d, w.attrs = d, attrs
	w.made = slices.Grow(w.made[:0], len(attrs))[:len(attrs)]
	clear(w.made)
	w.b.begin(d, values(attrs), m.set.Fingerprint())
	return w
}

// mostKeys is up to how many ids and sentences a map is used again: the memory
// of larger ones is given back.
const mostKeys = 1 << 12

// leave keeps the lists of a work for the next document.
func (m *Matcher) leave(w *work) {
	if len(w.b.ids) > mostKeys || len(w.b.keys) > mostKeys {
		return
	}
	clear(w.b.ids)
	clear(w.b.keys)
	w.d, w.attrs, w.s, w.view.mentions = nil, nil, nil, nil
	w.b = builder{ids: w.b.ids, keys: w.b.keys, words: w.b.words[:0], name: w.b.name[:0]}
	m.works.Put(w)
}

// sentence makes the facts of sentence i, whose attributions are attrs[from:to].
func (w *work) sentence(i, from, to int) {
	s := &w.d.Sentences[i]
	w.index, w.s, w.part = i, s, partOfSentence(w.d, s)
	w.first = len(w.b.facts)
	w.found = w.found[:0]
	var v *view
	if s.Span.Len() <= longestSentence {
		v = &w.view
		w.m.look(v, w.d, s)
		w.candidates = w.m.candidates(v, w.part, w.candidates)
		w.runner.m, w.runner.v, w.runner.kept = w.m, v, w.runner.kept[:0]
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
	a := &w.attrs[k]
	if a.Skip != "" {
		return
	}
	mention := &w.d.Sentences[a.Sentence].Mentions[a.Mention]
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
	for i := range bound {
		w.m.keep(v, &bound[i], fact)
	}
	w.m.name(fact)
	w.b.complete(a.Sentence, fact)
	w.made[k] = len(w.b.facts)
}

// binding returns the matches that say something of the attribution, highest
// priority first. A suppressing match ends them: what stands below it is void,
// what stands above it keeps the value.
func (w *work) binding(v *view, a *report.Attribution, m *report.Mention) []found {
	out := w.bound[:0]
	for i := range w.found {
		f := &w.found[i]
		rule := f.program.rule
		switch {
		case creates(rule.Kind), rule.Kind != "" && rule.Kind != a.Kind && rule.Keep.Kind == "":
			continue
		case !w.binds(f, a, m), !w.names(v, f, a):
			continue
		case rule.Suppress && len(out) > 0:
			return out
		case rule.Suppress:
			out = append(out, *f)
			w.bound = out
			return out
		}
		out = append(out, *f)
	}
	w.bound = out
	return out
}

// names tells whether the indicator a match names can be what the value is
// about. A match that only names, and names wrongly, says nothing.
func (w *work) names(v *view, f *found, a *report.Attribution) bool {
	name := w.m.words(v, f, &f.program.keep.indicator)
	return name == "" || w.m.related(name, a.Subject)
}

// binds tells whether the match holds the mention in a slot whose value it is.
func (w *work) binds(f *found, a *report.Attribution, m *report.Mention) bool {
	slots := f.program.keep.value.slots
	named := len(slots) > 0
	values := false
	for i := range f.captures {
		c := &f.captures[i]
		if c.mention < 0 {
			continue
		}
		isValue := valueTypes&typeOf(w.d.Sentences[a.Sentence].Mentions[c.mention].Type) != 0
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

// creates tells whether rules of the kind make facts of their own.
func creates(kind report.Kind) bool {
	switch kind {
	case report.KindAward, report.KindDocument, report.KindEvent, report.KindTask:
		return true
	}
	return false
}

// keep fills the fields of the fact that the rule sets and none above it has set.
func (m *Matcher) keep(v *view, f *found, fact *report.Fact) {
	k, kept := &f.program.rule.Keep, f.program.keep
	own := fact.Rule == f.program.rule.ID
	set := func(field *string, value *keptWords, already bool) {
		if already {
			return
		}
		if words := m.words(v, f, value); words != "" {
			*field = words
		}
	}
	if fact.Indicator == "" {
		if words := m.words(v, f, &kept.indicator); m.related(words, fact.Subject) {
			fact.Indicator = words
		}
	}
	set(&fact.Level, &kept.level, fact.Level != "")
	set(&fact.Scope, &kept.scope, fact.Scope != "")
	set(&fact.Owner, &kept.owner, fact.Owner != "")
	set(&fact.Subject, &kept.subject, !own && fact.Subject != "")
	set(&fact.Action, &kept.action, !own && fact.Action != "")
	if !own {
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
func (m *Matcher) words(v *view, f *found, value *keptWords) string {
	for _, slot := range value.slots {
		if words := m.slotWords(v, f, slot); words != "" {
			return words
		}
	}
	return value.words
}

// slotWords returns the words a slot of the match holds.
func (m *Matcher) slotWords(v *view, f *found, slot string) string {
	switch slot {
	case ruleset.SlotBefore:
		return m.before(v, f)
	case ruleset.SlotAfter:
		return m.after(v, f)
	}
	for i := range f.captures {
		c := &f.captures[i]
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
