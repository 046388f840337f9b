package report

// Kind is the kind of a fact.
type Kind string

// Kinds of facts.
const (
	KindCount     Kind = "count"
	KindAmount    Kind = "amount"
	KindRatio     Kind = "ratio"
	KindMeasure   Kind = "measure"
	KindFrequency Kind = "frequency"
	KindRank      Kind = "rank"
	KindDeadline  Kind = "deadline"
	KindAward     Kind = "award"
	KindEvent     Kind = "event"
	KindDocument  Kind = "document"
	KindTask      Kind = "task"
)

// Modality is the state of what a fact says.
type Modality string

// Modalities: 已完成, 预计, 计划, 正在.
const (
	Actual   Modality = "actual"
	Forecast Modality = "forecast"
	Target   Modality = "target"
	Ongoing  Modality = "ongoing"
)

// Comparison is what a growth is measured against; empty for a plain value.
type Comparison string

// Comparisons: 同比, 年均, 比20XX年.
const (
	YearOnYear Comparison = "yoy"
	Average    Comparison = "average"
	AgainstAny Comparison = "base"
)

// Better says which way of an indicator is good; empty where it is not known.
type Better string

// The ways: 多好, 少好.
const (
	More Better = "more"
	Less Better = "less"
)

// Strength is the strength of the verb of a promise:
// 确保 > 完成 > 力争 > 推进 > 谋划.
type Strength string

// Strengths of a promise, strongest first.
const (
	Ensure   Strength = "ensure"
	Complete Strength = "complete"
	Strive   Strength = "strive"
	Push     Strength = "push"
	PlanTo   Strength = "plan"
)

// Fact is one value, award, event, issued document or promise of a report, as
// it is printed one a line. Fields that do not apply are absent.
type Fact struct {
	ID     string `json:"id"`     // stable: from document, sentence, words and their occurrence
	Report string `json:"report"` // id of the report
	Org    string `json:"org,omitempty"`
	Year   int    `json:"year,omitempty"` // the year the report reviews

	Kind       Kind       `json:"kind"`
	Indicator  string     `json:"indicator,omitempty"` // canonical name, where a rule gives one
	Subject    string     `json:"subject,omitempty"`   // at most 24 characters
	Action     string     `json:"action,omitempty"`
	Value      *Value     `json:"value,omitempty"` // absent for deadline, award, event, document, task
	Comparison Comparison `json:"comparison,omitempty"`
	Better     Better     `json:"better,omitempty"` // which way of the indicator is good
	Modality   Modality   `json:"modality"`
	Period     Period     `json:"period,omitzero"`
	Due        Date       `json:"due,omitzero"`

	Text     string   `json:"text"`     // the words of the value: Body[Place.Start:Place.End]
	Sentence string   `json:"sentence"` // the sentence they stand in
	Place    Place    `json:"place"`
	Section  []string `json:"section,omitempty"` // headings above, outermost first
	Part     Part     `json:"part,omitempty"`
	Rule     string   `json:"rule"`    // id of the rule that made the fact
	Ruleset  string   `json:"ruleset"` // fingerprint of the rule set

	Members  []string `json:"members,omitempty"`
	PartOf   string   `json:"part_of,omitempty"` // id of the whole (其中)
	Cell     *Cell    `json:"cell,omitempty"`
	Level    string   `json:"level,omitempty"` // of an award: 国家级, 省级, ...
	Scope    string   `json:"scope,omitempty"` // of a rank: 全国, 全省, ...
	Owner    string   `json:"owner,omitempty"`
	Strength Strength `json:"strength,omitempty"`
	Testable *bool    `json:"testable,omitempty"`
	Quality  Quality  `json:"quality"`            // of the page it stands on
	Decision string   `json:"decision,omitempty"` // id of the last decision that corrected it
}
