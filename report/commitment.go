package report

// Status is the state of a promise. Silence is Unreported, never Missed.
type Status string

// Statuses: 完成 超额 部分完成 进行中 未完成 逾期完成 未见报告 未到期 无法核验.
const (
	Done         Status = "done"
	Exceeded     Status = "exceeded"
	Partial      Status = "partial"
	InProgress   Status = "in_progress"
	Missed       Status = "missed"
	Late         Status = "late"
	Unreported   Status = "unreported"
	NotDue       Status = "not_due"
	Unverifiable Status = "unverifiable"
)

// Light is the warning shown beside a promise; the scheme is configuration.
type Light string

// Lights of the ledger.
const (
	LightNone    Light = "none"
	LightDueSoon Light = "due_soon"
	LightOverdue Light = "overdue"
	LightClosed  Light = "closed"
)

// Verdict says how a sentence bears on a promise.
type Verdict string

// Verdicts of one piece of evidence.
const (
	Supports    Verdict = "supports"
	Contradicts Verdict = "contradicts"
	PartlyMet   Verdict = "partial"
	Mentions    Verdict = "mentions"
)

// Commitment is a line of the ledger: a promise, where it was made, and the
// sentences of later reports that answer it, quoted.
type Commitment struct {
	ID        string             `json:"id"`
	Org       string             `json:"org"`
	MadeIn    string             `json:"made_in"` // id of the report that promises
	Year      int                `json:"year"`    // the year the promise is for
	Text      string             `json:"text"`    // the shortest clause that names object and target
	Sentence  string             `json:"sentence"`
	Place     Place              `json:"place"`
	Section   []string           `json:"section,omitempty"`
	Owner     string             `json:"owner,omitempty"`
	Indicator string             `json:"indicator,omitempty"`
	Subject   string             `json:"subject,omitempty"`
	Action    string             `json:"action,omitempty"`
	Strength  Strength           `json:"strength,omitempty"`
	Testable  bool               `json:"testable"`
	Targets   []CommitmentTarget `json:"targets,omitempty"`
	Due       Date               `json:"due,omitzero"`
	Status    Status             `json:"status"`
	Light     Light              `json:"light"`
	Answers   []Answer           `json:"evidence,omitempty"` // best first
	Chain     []Wording          `json:"chain,omitempty"`
	Returns   *Returns           `json:"returns,omitempty"`  // of a promise with a chain
	Decision  string             `json:"decision,omitempty"` // id of the decision that settled it
	Decided   []Decision         `json:"decided,omitempty"`  // all in force about it, oldest first
	Facts     []string           `json:"facts"`              // ids of the facts it is made of
}

// CommitmentTarget is one number promised.
type CommitmentTarget struct {
	Value
	Comparison Comparison `json:"comparison,omitempty"`
}

// Answer is a sentence of a report that bears on a promise.
type Answer struct {
	Report   string  `json:"report"`
	Year     int     `json:"year"`
	Sentence string  `json:"sentence"`
	Place    Place   `json:"place"`
	Value    *Value  `json:"value,omitempty"`
	Fact     string  `json:"fact,omitempty"`
	Verdict  Verdict `json:"verdict"`
	Score    float64 `json:"score"`               // 0..1
	Why      string  `json:"why"`                 // in Chinese
	Percent  int     `json:"percent,omitempty"`   // of the first target that was reached, where that can be said
	DaysLate int     `json:"days_late,omitempty"` // days between the due day and the day of the answer, of a late one
}

// Returns tells of a chain: the year for which it was first promised, how often
// it was promised, and what became of it in the end.
type Returns struct {
	First int    `json:"first"`
	Times int    `json:"times"`
	Final Status `json:"final"`
}

// Wording is how the same promise was put in another year.
type Wording struct {
	Report string `json:"report"`
	Year   int    `json:"year"`
	Text   string `json:"text"`
}
