package report

import "time"

// Decision is what a person decided: who, when, why, about what. Decisions are
// kept for ever, one a line, in the order in which they were made. What the
// other fields mean depends on the kind; see the kinds.
type Decision struct {
	ID       string       `json:"id"` // given by the library
	Kind     DecisionKind `json:"kind"`
	Who      string       `json:"who"`
	When     time.Time    `json:"when"`
	Why      string       `json:"why,omitempty"`
	Target   DecisionKey  `json:"target,omitzero"`    // what it is about, where that stands in a document
	Other    DecisionKey  `json:"other,omitzero"`     // of a link: the answer; of a merge: the promise it is one with
	Field    string       `json:"field,omitempty"`    // what of it; see the Field constants
	Subject  string       `json:"subject,omitempty"`  // of a name or a merge: the name, as it is written
	Full     string       `json:"full,omitempty"`     // of a name or a merge: the full form or name it stands for
	Value    string       `json:"value,omitempty"`    // what was decided, as typed
	Quantity *Value       `json:"quantity,omitempty"` // Value, where it is a number with a unit
	Undoes   string       `json:"undoes,omitempty"`   // id of the decision this one takes back
}

// DecisionKind is what a decision is about.
type DecisionKind string

// Kinds of decisions about names, and about decisions.
const (
	DecisionName DecisionKind = "name" // Subject is a name (of Full), or is none; Value
	DecisionUndo DecisionKind = "undo" // an earlier decision no longer holds; Undoes
)

// Kinds of decisions about a promise, which is Target.
const (
	DecisionConfirm DecisionKind = "confirm" // the ledger line is right; Value: the status it had
	DecisionStatus  DecisionKind = "status"  // Value: a Status
	DecisionValue   DecisionKind = "value"   // Field: target or result; Value, Quantity: the right number
	DecisionLink    DecisionKind = "link"    // Other answers it; Value: a Verdict, or LinkNone
	DecisionOwner   DecisionKind = "owner"   // Value: the responsible unit
	DecisionDue     DecisionKind = "due"     // Value: a day, YYYY-MM-DD
	DecisionClose   DecisionKind = "close"   // 销号: nothing is expected of it any more
	DecisionWrong   DecisionKind = "wrong"   // the ledger line is wrong and is to be corrected
	DecisionComment DecisionKind = "comment" // Value: what is to be said; on a fact or a report, too
)

// Kinds of decisions about what the program read.
const (
	DecisionMerge   DecisionKind = "merge"   // Field: indicator or org, Subject is Full; or promise, Target is Other
	DecisionReport  DecisionKind = "report"  // Target: a document; Field: org, org_short, kind, year, planned; Value
	DecisionFact    DecisionKind = "fact"    // Target: a fact; Field: see FactFields; Value, Quantity
	DecisionReject  DecisionKind = "reject"  // Target: a fact, which is none
	DecisionRemove  DecisionKind = "remove"  // Target: a document, which is to be seen no more
	DecisionVersion DecisionKind = "version" // Target: a document; Value: VersionCounts or VersionOwn
)

// The values of a decision about a name.
const (
	NameConfirmed = "confirmed"
	NameRejected  = "rejected"
)

// The values of decisions about links and versions beside those of a type.
const (
	LinkNone      = "none"   // the sentence is no answer
	VersionCounts = "counts" // of several versions of a report this one counts
	VersionOwn    = "own"    // it is a version of no other, it counts for itself
)

// Fields that decisions correct.
const (
	FieldTarget    = "target"
	FieldResult    = "result"
	FieldOrg       = "org"
	FieldOrgShort  = "org_short"
	FieldKind      = "kind"
	FieldYear      = "year"
	FieldPlanned   = "planned"
	FieldIndicator = "indicator"
	FieldPromise   = "promise"
	FieldSubject   = "subject"
	FieldAction    = "action"
	FieldModality  = "modality"
	FieldValue     = "value"
	FieldDue       = "due"
	FieldPeriod    = "period"
	FieldOwner     = "owner"
)

// DecisionKey names a place of a document by what was said there, not by its
// bytes, which move when repair improves: the document, the sentence, the words
// of the value and which of the same words they are. It outlives re-import,
// better repair and new rules as long as the document says the same. Package
// decision makes keys and finds their places again.
type DecisionKey struct {
	Document   string `json:"document"`             // SHA-256 of the original; its first 12 digits are the report's id
	Sentence   string `json:"sentence,omitempty"`   // its letters and digits alone; empty: the whole document
	Repeat     int    `json:"repeat,omitempty"`     // how often the document says the sentence before
	Words      string `json:"words,omitempty"`      // of the value, without blanks; empty: the whole sentence
	Occurrence int    `json:"occurrence,omitempty"` // how often the sentence has the words before
	Kind       Kind   `json:"kind,omitempty"`       // of the fact; a fact of another kind there will do
	Ordinal    int    `json:"ordinal,omitempty"`    // how many facts of that kind the same words make before
	Source     Span   `json:"source,omitzero"`      // in Source.Raw: a second witness where the sentence changed
}

// Report returns the id of the report of the key's document.
func (k DecisionKey) Report() string { return k.Document[:min(12, len(k.Document))] }

// IsZero tells whether the key names nothing.
func (k DecisionKey) IsZero() bool { return k == DecisionKey{} }

// Identity returns the key without its second witness: keys of one place made
// at different times are the same then.
func (k DecisionKey) Identity() DecisionKey {
	k.Source = Span{}
	return k
}
