package service

import "taizhang/report"

// ReviewState says whether a person has looked at a line of the ledger.
type ReviewState string

// The states of review.
const (
	ReviewOpen    ReviewState = "open"      // to be confirmed
	ReviewWrong   ReviewState = "wrong"     // marked as wrong, to be corrected
	ReviewDone    ReviewState = "confirmed" // confirmed, corrected or closed
	ReviewWaiting ReviewState = "waiting"   // not due: there is nothing to confirm yet
)

// ReviewStates are the states in the order in which they are listed.
func ReviewStates() []ReviewState {
	return []ReviewState{ReviewOpen, ReviewWrong, ReviewDone, ReviewWaiting}
}

// wrongMark is the comment by which a line was marked as wrong before there was
// a kind of decision for that.
const wrongMark = "有误，待更正"

// Reviewed returns the state of a line: what was decided last counts.
func Reviewed(l report.Commitment) ReviewState {
	state := ReviewOpen
	if l.Status == report.NotDue {
		state = ReviewWaiting
	}
	for _, d := range l.Decided {
		switch {
		case d.Kind == report.DecisionConfirm, d.Kind == report.DecisionStatus, d.Kind == report.DecisionClose:
			state = ReviewDone
		case d.Kind == report.DecisionWrong, d.Kind == report.DecisionComment && d.Value == wrongMark:
			state = ReviewWrong
		}
	}
	return state
}

// PromiseKind tells promises with a number from those in words alone.
type PromiseKind string

// The kinds of promises.
const (
	PromiseNumber PromiseKind = "number"
	PromiseWords  PromiseKind = "words"
)

// PromiseKinds are the kinds in the order in which they are listed.
func PromiseKinds() []PromiseKind { return []PromiseKind{PromiseNumber, PromiseWords} }

// KindOfPromise returns the kind of a line.
func KindOfPromise(l report.Commitment) PromiseKind {
	if len(l.Targets) > 0 {
		return PromiseNumber
	}
	return PromiseWords
}
