package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// scene is a sentence with the fact a rule is to be made for, and the words
// that matter. Spans are counted from the start of the sentence.
type scene struct {
	text     string
	part     report.Part
	mentions []report.Mention
	base     int // of the sentence in the body
	fact     report.Fact
	value    report.Span   // of the fact's words
	mention  int           // number of the mention that is the value, -1 for none
	words    []report.Span // in order, not overlapping, none within the value
	given    bool          // the author gave the words
}

// scene finds the fact of the request in its sentence.
func (p *Pipeline) scene(q RuleRequest) (*scene, error) {
	d, attributions := p.passage(q.Sentence, q.Part, Hints{Year: exampleYear})
	facts := p.matcher.Facts(d, attributions)
	if q.Kind != "" {
		facts = slices.DeleteFunc(facts, func(f report.Fact) bool { return f.Kind != q.Kind })
	}
	if len(facts) == 0 {
		return nil, fmt.Errorf("%w: the sentence gives no fact%s; taizhang rules explain says why, "+
			"--plan is for a sentence of the plan part", ErrNoProposal, kindClause(q.Kind))
	}
	words := make([]string, len(q.Words))
	for i, w := range q.Words {
		words[i] = strings.TrimSpace(w)
	}
	if w := unfounded(d, facts, words); w != "" {
		return nil, fmt.Errorf("%w: 「%s」 is recognised, but gives no fact%s; taizhang rules explain says why",
			ErrNoProposal, w, kindClause(q.Kind))
	}
	fact := chosen(facts, words)
	for _, sentence := range d.Sentences {
		place := report.Span{Start: fact.Place.Start, End: fact.Place.End}
		if !sentence.Span.Contains(place) {
			continue
		}
		s := &scene{text: sentence.Span.Of(d.Text.Body), part: q.Part, base: sentence.Span.Start, fact: fact,
			mentions: sentence.Mentions, mention: -1}
		s.value = report.Span{Start: place.Start - s.base, End: place.End - s.base}
		s.findMention()
		s.findWords(p, words)
		return s, nil
	}
	return nil, fmt.Errorf("%w: the fact 「%s」 stands in no sentence", ErrNoProposal, fact.Text)
}

// unfounded is a word that is a value and no fact's: a rule cannot make it one.
func unfounded(d report.Document, facts []report.Fact, words []string) string {
	for _, w := range words {
		if slices.ContainsFunc(facts, func(f report.Fact) bool { return f.Text == w }) {
			return ""
		}
	}
	for _, s := range d.Sentences {
		for _, m := range s.Mentions {
			switch m.Type {
			case report.MentionQuote, report.MentionTitle, report.MentionNonFact, report.MentionTime,
				report.MentionEvery:
				continue
			}
			if w := m.Span.Of(d.Text.Body); slices.Contains(words, w) {
				return w
			}
		}
	}
	return ""
}

func kindClause(k report.Kind) string {
	if k == "" {
		return ""
	}
	return " of kind " + string(k)
}

// chosen is the fact the words mean: the one whose own words are among them,
// else the one that is about them and stands nearest to them.
func chosen(facts []report.Fact, words []string) report.Fact {
	best, least := 0, int(^uint(0)>>1)
	for i, f := range facts {
		cost := 0
		for _, w := range words {
			switch {
			case w == f.Text:
				cost -= 10000
			case strings.Contains(f.Subject, w) || w == f.Action || f.Indicator != "" && w == f.Indicator:
				cost -= 1000
			}
			if at := strings.Index(f.Sentence, w); at >= 0 {
				cost += distanceOf(at, strings.Index(f.Sentence, f.Text))
			}
		}
		if cost < least {
			best, least = i, cost
		}
	}
	return facts[best]
}

func distanceOf(a, b int) int { return max(a-b, b-a) }

// findMention finds the mention that is the value: with the marks of a quote
// around it where the fact leaves them out.
func (s *scene) findMention() {
	for i, m := range s.mentions {
		span := s.spanOf(m)
		same := span == s.value
		around := span.Contains(s.value) && span.Len() <= s.value.Len()+2*len("“")
		if m.Type != report.MentionNonFact && (same || around) {
			s.mention = i
			if same {
				return
			}
		}
	}
}

// longestTitle is how many characters of the words a title takes.
const longestTitle = 24

// title is what the rule is called where its author does not say.
func (s *scene) title() string {
	var b strings.Builder
	for i, w := range s.words {
		if i > 0 && s.words[i-1].End < w.Start {
			b.WriteString("…")
		}
		b.WriteString(w.Of(s.text))
	}
	words := []rune(b.String())
	if len(words) > longestTitle {
		words = append(words[:longestTitle-1], '…')
	}
	return fmt.Sprintf("%s（%s）", string(words), ruleset.KindName(s.fact.Kind))
}
