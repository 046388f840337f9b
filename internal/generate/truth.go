package generate

import (
	"encoding/json"
	"io"
)

// Fate is what becomes of a promise.
type Fate string

// Fates of promises.
const (
	Kept     Fate = "kept"
	Exceeded Fate = "exceeded"
	Partly   Fate = "partly"
	Missed   Fate = "missed"   // said openly
	Late     Fate = "late"     // in the same year, after its day
	Later    Fate = "later"    // passed over, and told as done a year later
	Moved    Fate = "moved"    // the review sets a later date
	Underway Fate = "underway" // still being worked at
	Silent   Fate = "silent"   // no report speaks of it
	Reworded Fate = "reworded" // kept, told in other words
	Restated Fate = "restated" // the review gives another target than was promised
	Split    Fate = "split"    // one promise, answered piece by piece
	Merged   Fate = "merged"   // several promises, one answer
	Half     Fate = "half"     // growth reached, level not
	Pending  Fate = "pending"  // of the last plan
)

// Quote is a place: the report by the year it reviews, the sentence there, and
// the words in it.
type Quote struct {
	Report   int    `json:"report"`
	Sentence string `json:"sentence"`
	Text     string `json:"text"`
}

// Promise is what a plan promised and what became of it.
type Promise struct {
	ID      string   `json:"id"`
	Chain   string   `json:"chain"` // the same for all wordings of one matter
	Org     string   `json:"org"`
	Family  string   `json:"family"` // quantity, ratio, ceiling, growth, both, project, two, document, title, task
	Name    string   `json:"name"`   // of what is promised, as this plan puts it
	Year    int      `json:"year"`
	Made    Quote    `json:"made"`
	Owner   string   `json:"owner,omitempty"`
	Targets []Target `json:"targets,omitempty"`
	Due     string   `json:"due"`
	Fate    Fate     `json:"fate"`
	Status  []string `json:"status"` // what a ledger may say of it, the best first
	Answers []*Quote `json:"answers,omitempty"`
}

// Target is a number promised.
type Target struct {
	Value string `json:"value"`
	Unit  string `json:"unit"`
	Bound string `json:"bound"` // exact, at_least, at_most, about
}

// Break is a planted break in an indicator's series: what Again says does not
// agree with what First said.
type Break struct {
	Kind      string `json:"break"` // restated, contradiction, scope
	Org       string `json:"org"`
	Indicator string `json:"indicator"`
	Year      int    `json:"year"` // of the value that does not agree
	First     Quote  `json:"first"`
	Again     Quote  `json:"again"`
}

// Copy is a sentence copied with its figures from an earlier report.
type Copy struct {
	Org  string `json:"org"`
	From Quote  `json:"from"`
	To   Quote  `json:"to"`
}

// Chain is one matter promised in several years, under its names.
type Chain struct {
	ID       string   `json:"id"`
	Org      string   `json:"org"`
	Names    []string `json:"names"`    // in the order of the years
	Promises []string `json:"promises"` // ids
	Shrinks  bool     `json:"shrinks"`
}

// Truth is all that is known about an office's reports.
type Truth struct {
	Promises []*Promise
	Breaks   []*Break
	Copies   []*Copy
	Chains   []Chain
}

// Write prints the truth as JSON lines, each with its kind.
func (t Truth) Write(to io.Writer) error {
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	write := func(kind string, line any) error {
		return e.Encode(struct {
			Kind string `json:"kind"`
			Line any    `json:"truth"`
		}{kind, line})
	}
	for _, p := range t.Promises {
		if err := write("promise", p); err != nil {
			return err
		}
	}
	for _, b := range t.Breaks {
		if err := write("break", b); err != nil {
			return err
		}
	}
	for _, c := range t.Copies {
		if err := write("copy", c); err != nil {
			return err
		}
	}
	for _, c := range t.Chains {
		if err := write("chain", c); err != nil {
			return err
		}
	}
	return nil
}
