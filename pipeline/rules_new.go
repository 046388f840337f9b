package pipeline

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// RuleRequest is a sentence from which a rule is to be made.
type RuleRequest struct {
	Sentence string
	Part     report.Part // of a report in which it stands; review if not given
	// Words are those that matter. One that is the value itself marks the fact;
	// none: the subject and action of the fact.
	Words []string
	Kind  report.Kind // of the fact; empty: that of the first that has the words
	Title string      // of the rule; empty: made of the words
	ID    string      // of the rule; empty: made of the kind
	File  string      // base name of the rule file, own.yaml if not given
}

// Proposal is a rule made from a sentence, as a whole rule file.
type Proposal struct {
	ID    string      `json:"id"` // topic/id
	File  string      `json:"file"`
	YAML  string      `json:"yaml"`
	Fact  report.Fact `json:"fact"`            // that the rule makes of the sentence
	Notes []string    `json:"notes,omitempty"` // for the author, in Chinese
	// Problems are what lint and test would say; empty where the rule is sound.
	Problems []report.Problem `json:"problems,omitempty"`

	taken int // examples of other rules that it takes over
}

// ErrNoProposal is the error of a sentence of which no rule could be made.
var ErrNoProposal = errors.New("no rule can be proposed")

var plainName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// Propose makes a rule that extracts a fact of the sentence and fits no
// likeness of it without the value. Every draft is tried: the proposal is the
// first that makes the fact and takes no example of another rule over, else
// the one that takes the fewest. The error wraps ErrNoProposal where none
// makes the fact.
func (p *Pipeline) Propose(q RuleRequest) (Proposal, error) {
	if err := q.complete(); err != nil {
		return Proposal{}, err
	}
	s, err := p.scene(q)
	if err != nil {
		return Proposal{}, err
	}
	var best Proposal
	for i, d := range p.drafts(s) {
		if best.YAML != "" && i >= mostDrafts {
			break
		}
		d.rule.title, d.rule.id = q.Title, q.ID
		if d.rule.title == "" {
			d.rule.title = s.title()
		}
		if d.rule.id == "" {
			d.rule.id = defaultID(d.rule)
		}
		out, ok, err := p.try(q, s, d)
		if err != nil {
			return Proposal{}, err
		}
		if ok && (best.YAML == "" || out.faults() < best.faults()) {
			best = out
		}
		if ok && out.faults() == 0 {
			break
		}
	}
	if best.YAML == "" {
		return best, fmt.Errorf("%w: no pattern of these words makes the fact 「%s」; "+
			"give other words with --words", ErrNoProposal, s.fact.Text)
	}
	return best, nil
}

// mostDrafts is how many drafts are tried to find one that leaves the other
// rules alone, once there is one that makes the fact.
const mostDrafts = 6

// faults counts what speaks against a proposal: its own mistakes weigh more
// than examples of other rules that it takes over.
func (p Proposal) faults() int { return 100*len(p.Problems) + p.taken }

// complete fills in what was not given and refuses what cannot be meant.
func (q *RuleRequest) complete() error {
	if q.Part == "" {
		q.Part = report.Review
	}
	if q.File == "" {
		q.File = "own.yaml"
	}
	q.Sentence = strings.Join(strings.Fields(strings.ToValidUTF8(q.Sentence, "\uFFFD")), " ")
	q.Title = strings.Join(strings.Fields(strings.ToValidUTF8(q.Title, "\uFFFD")), " ")
	topic, ok := strings.CutSuffix(q.File, ".yaml")
	switch {
	case !ok || !plainName.MatchString(topic):
		return fmt.Errorf("rule file %q: want small letters, digits and -, ending in .yaml", q.File)
	case q.ID != "" && !plainName.MatchString(q.ID):
		return fmt.Errorf("id %q: want small letters, digits and -", q.ID)
	case q.Sentence == "":
		return errors.New("the sentence is empty; give one that states a fact")
	}
	for _, w := range q.Words {
		if strings.TrimSpace(w) == "" || !utf8.ValidString(w) ||
			!strings.Contains(q.Sentence, strings.TrimSpace(w)) {
			return fmt.Errorf("the word 「%s」 does not stand in the sentence; copy words from it", w)
		}
	}
	return nil
}

// try puts a draft on trial beside the rules in force.
func (p *Pipeline) try(q RuleRequest, s *scene, d draft) (Proposal, bool, error) {
	out := Proposal{ID: strings.TrimSuffix(q.File, ".yaml") + "/" + d.rule.id, File: q.File}
	d.rule.examples = []ruleExample{{text: q.Sentence, part: q.Part}}
	d.rule.counterexamples = s.counterexamples()
	trial, problems, err := p.with(q.File, d.rule.yaml())
	if err == nil && !trial.holds(out.ID) {
		err = firstOf(problems, q.File)
	}
	if err != nil {
		return out, false, err
	}
	fact, ok := trial.makes(out.ID, q.Sentence, q.Part, s.fact)
	if !ok {
		return out, false, nil
	}
	d.rule.examples[0].want = &fact
	d.rule.counterexamples = slices.DeleteFunc(d.rule.counterexamples, func(c ruleExample) bool {
		_, fires := trial.makes(out.ID, c.text, c.part, report.Fact{})
		return fires
	})
	if len(d.rule.counterexamples) == 0 {
		return out, false, nil
	}
	d.rule.counterexamples = d.rule.counterexamples[:1]
	out.YAML, out.Fact, out.Notes = d.rule.yaml(), fact, d.notes
	if now := s.fact.Rule; p.priorityOf(now) > aboveGeneral {
		out.Notes = append(out.Notes, "这个事实已由规则 "+now+" 取出；有了这条规则，由这条作主")
	}
	return out, true, p.prove(&out)
}

// makes returns the fact that a rule makes of a text: the wanted one, or where
// no text is wanted, any.
func (p *Pipeline) makes(id, text string, part report.Part, want report.Fact) (report.Fact, bool) {
	d, attributions := p.passage(text, part, Hints{Year: exampleYear})
	for _, f := range p.matcher.Facts(d, attributions) {
		if f.Rule == id && (want.Text == "" || f.Text == want.Text && f.Kind == want.Kind) {
			return f, true
		}
	}
	return report.Fact{}, false
}

// with is this pipeline with one more rule file.
func (p *Pipeline) with(name, yaml string) (*Pipeline, []report.Problem, error) {
	trial, problems, err := loadRules(Options{
		Rules: append(slices.Clone(p.folders[1:]), oneFile{name, []byte(yaml)})})
	if err != nil {
		return nil, problems, err
	}
	trial.segmenter = p.segmenter
	return trial, problems, nil
}

// holds tells whether a rule is in force.
func (p *Pipeline) holds(id string) bool {
	return slices.ContainsFunc(p.rules.Rules, func(r ruleset.Rule) bool { return r.ID == id })
}

// firstOf is the first problem of a file as an error: a draft that cannot be
// read is a fault of the drafting.
func firstOf(problems []report.Problem, file string) error {
	for _, p := range problems {
		if p.File == file {
			return fmt.Errorf("%w: %s", ErrNoProposal, p)
		}
	}
	return nil
}

// prove notes what lint and test say of the proposal that they do not say
// without it.
func (p *Pipeline) prove(out *Proposal) error {
	trial, problems, err := p.with(out.File, out.YAML)
	if err != nil {
		return err
	}
	problems = append(problems, ruleset.Lint(trial.rules)...)
	broken := trial.TestRules()
	before := append(slices.Clone(p.problems), ruleset.Lint(p.rules)...)
	if len(broken) > 0 {
		before = append(before, p.TestRules()...)
	}
	known := map[string]bool{}
	for _, x := range before {
		known[x.String()] = true
	}
	for _, x := range append(problems, broken...) {
		switch {
		case known[x.String()]:
		case x.File == out.File || x.Code != "example" && x.Code != "counterexample":
			out.Problems = append(out.Problems, x)
		default:
			out.taken++
			out.Notes = append(out.Notes, "有了这条规则，"+x.String())
		}
	}
	return nil
}
