package pipeline

import (
	"cmp"
	"slices"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// RuleEntry is a rule in force, as a list shows it.
type RuleEntry struct {
	Title    string      `json:"title"`
	ID       string      `json:"id"`
	Topic    string      `json:"topic"`          // title of its file
	Kind     report.Kind `json:"kind,omitempty"` // empty: as the value itself says
	Suppress bool        `json:"suppress,omitempty"`
	Priority int         `json:"priority"` // the higher one wins
	Origin
	Patterns        []string `json:"patterns,omitempty"`
	Examples        []string `json:"examples,omitempty"`        // in each it makes a fact
	Counterexamples []string `json:"counterexamples,omitempty"` // in none of them
	Note            string   `json:"note,omitempty"`
}

// IndicatorEntry is an indicator in force.
type IndicatorEntry struct {
	Name      string   `json:"name"`
	Aliases   []string `json:"aliases,omitempty"`
	Family    string   `json:"family,omitempty"`    // unit family, in Chinese: 金额, 比例, …
	Direction string   `json:"direction,omitempty"` // 多好, 少好, 无
	Topic     string   `json:"topic"`
	Origin
}

// Origin says where an entry stands.
type Origin struct {
	File     string `json:"file"`   // name within its folder
	Line     int    `json:"line"`   // from 1
	Folder   int    `json:"folder"` // 0 built in, else the number of the own folder, from 1
	Replaces bool   `json:"replaces,omitempty"`
}

// Own tells whether the entry is of the office's own.
func (o Origin) Own() bool { return o.Folder > 0 }

// Listing is the rules and indicators in force, by file and line.
type Listing struct {
	Rules      []RuleEntry      `json:"rules"`
	Indicators []IndicatorEntry `json:"indicators"`
}

// List lists the rules in force, built-in ones first. Problems are of files
// with mistakes, whose rules are not in force. It needs no dictionaries.
func List(o Options) (Listing, []report.Problem, error) {
	p, problems, err := loadRules(o)
	if err != nil {
		return Listing{}, problems, err
	}
	return listing(p.rules), problems, nil
}

// listing walks the files of a set, which know the folders that entries came
// from, and lists the last of each id.
func listing(set *ruleset.Set) Listing {
	rules, indicators := map[string]RuleEntry{}, map[string]IndicatorEntry{}
	for _, f := range set.Files {
		for _, r := range f.Rules {
			old, known := rules[r.ID]
			if known && old.Folder == f.Layer {
				continue // twice in one folder: the first is in force
			}
			rules[r.ID] = ruleEntry(f, r, known)
		}
		for _, i := range f.Indicators {
			_, known := indicators[i.Name]
			indicators[i.Name] = IndicatorEntry{Name: i.Name, Aliases: i.Aliases, Family: i.Family,
				Direction: string(i.Direction), Topic: f.Title, Origin: originOf(f, i.At, known)}
		}
	}
	return Listing{
		Rules:      inOrder(rules, func(e RuleEntry) Origin { return e.Origin }),
		Indicators: inOrder(indicators, func(e IndicatorEntry) Origin { return e.Origin }),
	}
}

func ruleEntry(f ruleset.File, r ruleset.Rule, known bool) RuleEntry {
	e := RuleEntry{Title: r.Title, ID: r.ID, Topic: f.Title, Kind: r.Kind, Suppress: r.Suppress,
		Priority: r.Priority, Origin: originOf(f, r.At, known), Note: r.Note}
	for _, p := range r.Patterns {
		e.Patterns = append(e.Patterns, p.Source)
	}
	for _, x := range r.Examples {
		e.Examples = append(e.Examples, x.Text)
	}
	for _, x := range r.Counterexamples {
		e.Counterexamples = append(e.Counterexamples, x.Text)
	}
	return e
}

func originOf(f ruleset.File, at ruleset.At, known bool) Origin {
	return Origin{File: f.Name, Line: at.Line, Folder: f.Layer, Replaces: known && f.Layer > 0}
}

// inOrder returns the entries by folder, file and line.
func inOrder[E any](entries map[string]E, origin func(E) Origin) []E {
	out := make([]E, 0, len(entries))
	for _, e := range entries {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b E) int {
		x, y := origin(a), origin(b)
		return cmp.Or(cmp.Compare(x.Folder, y.Folder), cmp.Compare(x.File, y.File),
			cmp.Compare(x.Line, y.Line))
	})
	return out
}
