package ruleset

import "taizhang/report"

// File is one rule file: a topic.
type File struct {
	Name       string // economy.yaml
	Title      string
	Note       string
	Layer      int // 0 built in; own folders from 1
	Indicators []Indicator
	Rules      []Rule
}

// Indicator is a name under which the values of years and offices compare.
type Indicator struct {
	Name      string
	Aliases   []string
	Family    string    // unit family: money, ratio, count, ... as in units.yaml
	Direction Direction // what is good
	At        At
}

// Direction says whether more of an indicator is good.
type Direction string

// Directions: 多好, 少好, 无.
const (
	MoreIsBetter Direction = "多好"
	LessIsBetter Direction = "少好"
	Neither      Direction = "无"
)

// Rule is a rule as its author wrote it, checked.
type Rule struct {
	ID              string // topic/id: economy/total
	Title           string
	Kind            report.Kind // empty: as the value itself says
	Patterns        []Pattern
	Keep            Keep
	Suppress        bool // values bound by it are no facts
	Priority        int  // the higher one wins
	Examples        []Example
	Counterexamples []Counterexample
	Note            string
	At              At
}

// At is where something stands in the rule files.
type At struct {
	File   string
	Line   int // from 1
	Column int // from 1, in characters
}

// Keep says what a match sets. A value in 【】 is the words of that slot, any
// other is taken as it stands.
type Keep struct {
	Value     string // slot that is the value or the text of the fact; empty: every value slot
	Indicator string
	Subject   string
	Action    string
	Level     string
	Scope     string
	Owner     string
	Kind      report.Kind
	Modality  report.Modality
	Strength  report.Strength
}

// Example is a text in which the rule must make a fact.
type Example struct {
	Text string
	Part report.Part // of the report the text stands in; review if not given
	Want Want
	At   At
}

// Counterexample is a text in which the rule must make no fact.
type Counterexample struct {
	Text string
	Part report.Part
	At   At
}

// Want is what the fact of an example must say. Empty fields are not compared.
type Want struct {
	Text      string
	Kind      report.Kind
	Indicator string
	Subject   string
	Action    string
	Modality  report.Modality
	Level     string
	Scope     string
	Owner     string
	Strength  report.Strength
	Facts     int // number of facts the rule makes; 0: at least one
}
