package web

import (
	"strings"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// ruleEffect is what would come of a change to rules, as the page shows it.
type ruleEffect struct {
	service.RuleEffect
	Mistakes []shownProblem
	Doubts   []shownProblem
	Broken   []shownProblem
	Rows     []changeRow
	Unlisted int // changes that are counted only
	Lost     []lostRow
}

// shownProblem is a problem of rules with the line it stands on.
type shownProblem struct {
	report.Problem
	Here   bool   // in the file that is edited
	Before string // of the line, up to the column
	After  string // and from there
}

// changeRow is a fact that would appear, vanish or change.
type changeRow struct {
	pipeline.Change
	Sentence []stretch
	Place    quotePlace
	Fact     *report.Fact // that appears or vanishes
	Fields   []changedField
}

// changedField is a field before and after, by the words of labels.
type changedField struct{ Name, Old, New string }

// lostRow is a decision that would lose its ground.
type lostRow struct {
	report.Decision
	Place quotePlace
}

// quotedOfChange is how many characters of a sentence are shown on either side
// of a fact that changes.
const quotedOfChange = 40

func (s *server) shownEffect(c service.RuleChange, e service.RuleEffect) *ruleEffect {
	lines := strings.Split(c.Text, "\n")
	out := &ruleEffect{RuleEffect: e, Mistakes: shownProblems(e.Check.Mistakes, c.File, lines),
		Doubts: shownProblems(e.Check.Doubts, c.File, lines), Broken: shownProblems(e.Check.Broken, c.File, lines),
		Unlisted: e.Appear + e.Vanish + e.Change - len(e.Changes)}
	filed := s.filedReports()
	for _, one := range e.Changes {
		out.Rows = append(out.Rows, s.changeRow(filed, one))
	}
	for _, d := range e.Lost {
		at := s.filedAt(filed, d.Target.Report())
		out.Lost = append(out.Lost, lostRow{d, at})
	}
	return out
}

// shownProblems shows the line of problems that stand in the file on trial.
func shownProblems(all []report.Problem, file string, lines []string) []shownProblem {
	var out []shownProblem
	for _, p := range all {
		x := shownProblem{Problem: p, Here: p.File == file}
		if x.Here && p.Line > 0 && p.Line <= len(lines) {
			line := []rune(lines[p.Line-1])
			at := min(max(p.Column-1, 0), len(line))
			x.Before, x.After = strings.TrimLeft(string(line[:at]), " "), string(line[at:])
			x.Hint = ""
		}
		out = append(out, x)
	}
	return out
}

func (s *server) changeRow(filed filedReports, c pipeline.Change) changeRow {
	row := changeRow{Change: c, Place: s.at(filed, c.Report, c.Place.Start, c.Place.Page), Fact: c.New}
	if c.New == nil {
		row.Fact = c.Old
	}
	if before, after, ok := strings.Cut(c.Sentence, c.Text); ok {
		row.Sentence = []stretch{{Text: endingOf(before, quotedOfChange)}, {c.Text, true}, {Text: openingOf(after, quotedOfChange)}}
	} else {
		row.Sentence = []stretch{{Text: openingOf(c.Sentence, 2*quotedOfChange)}}
	}
	for _, f := range c.Fields {
		row.Fields = append(row.Fields, changedField{strings.ToUpper(f.Field[:1]) + f.Field[1:], f.Old, f.New})
	}
	return row
}
