package report

import "time"

// Decision is what a person decided: who, when, why, about what. Decisions are
// kept for ever, one a line, in the order in which they were made.
type Decision struct {
	ID      string       `json:"id"` // given by the library
	Kind    DecisionKind `json:"kind"`
	Who     string       `json:"who"`
	When    time.Time    `json:"when"`
	Why     string       `json:"why,omitempty"`
	Subject string       `json:"subject,omitempty"` // of a name: the name, as it is written
	Full    string       `json:"full,omitempty"`    // of a name: the full form it stands for
	Value   string       `json:"value,omitempty"`   // of a name: NameConfirmed or NameRejected
	Undoes  string       `json:"undoes,omitempty"`  // id of the decision this one takes back
}

// DecisionKind is what a decision is about.
type DecisionKind string

// Kinds of decisions.
const (
	DecisionName DecisionKind = "name" // a short name or the name of a project is one, or is none
	DecisionUndo DecisionKind = "undo" // an earlier decision no longer holds
)

// The values of a decision about a name.
const (
	NameConfirmed = "confirmed"
	NameRejected  = "rejected"
)
