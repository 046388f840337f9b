package track

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"taizhang/report"
)

// promises returns the promises of one report's plan part: facts that set out
// to reach something. Values of one object in one sentence are one promise
// (达到240亿元，同比增长21%), and a date belongs to what it is the date of.
func promises(r report.Report) []report.Commitment {
	var out []report.Commitment
	for _, f := range r.Facts {
		if !isPromise(f) {
			continue
		}
		if c := partner(out, f); c != nil {
			addFact(c, f)
			continue
		}
		out = append(out, newPromise(r, f))
	}
	return out
}

func isPromise(f report.Fact) bool {
	if f.Part != report.Plan || f.Modality != report.Target {
		return false
	}
	switch f.Kind {
	case report.KindEvent, report.KindDocument, report.KindRank:
		return f.Kind == report.KindRank
	}
	return true
}

// partner returns the promise that f belongs to, looking back over those of
// the same sentence.
func partner(out []report.Commitment, f report.Fact) *report.Commitment {
	for i := len(out) - 1; i >= 0 && out[i].Sentence == f.Sentence; i-- {
		c := &out[i]
		sameObject := (c.Subject == f.Subject || c.Indicator != "" && c.Indicator == f.Indicator) &&
			(c.Action == f.Action || f.Comparison != "")
		sameDate := f.Kind == report.KindDeadline && c.Due == f.Due
		sameClause := len(c.Targets) == 0 && f.Value == nil && c.Text == clause(f) && c.Due == f.Due
		if sameObject && f.Kind != report.KindTask || sameDate || sameClause {
			return c
		}
	}
	return nil
}

func newPromise(r report.Report, f report.Fact) report.Commitment {
	c := report.Commitment{
		Org:       r.Outline.Org,
		MadeIn:    r.ID,
		Year:      r.Outline.Planned,
		Text:      clause(f),
		Sentence:  f.Sentence,
		Place:     f.Place,
		Section:   f.Section,
		Owner:     f.Owner,
		Indicator: f.Indicator,
		Subject:   f.Subject,
		Action:    f.Action,
		Strength:  f.Strength,
		Testable:  f.Kind != report.KindTask || f.Testable != nil && *f.Testable,
	}
	if !f.Period.IsZero() {
		c.Year = f.Period.End.Year
	}
	addFact(&c, f)
	c.ID = id(c)
	return c
}

// addFact takes a fact's value and date into the promise.
func addFact(c *report.Commitment, f report.Fact) {
	c.Facts = append(c.Facts, f.ID)
	if f.Value != nil {
		c.Targets = append(c.Targets, report.CommitmentTarget{Value: *f.Value, Comparison: f.Comparison})
	}
	if c.Owner == "" {
		c.Owner = f.Owner
	}
	switch {
	case !f.Due.IsZero():
		c.Due = f.Due
	case c.Due.IsZero() && !f.Period.IsZero():
		c.Due = f.Period.End
	}
}

// id is made of what was said, not of where: it survives a better repair.
func id(c report.Commitment) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s", c.MadeIn, c.Sentence, c.Facts[0]))
	return "c" + hex.EncodeToString(sum[:])[:11]
}

// clauseEnds are the marks between which a clause stands.
const clauseEnds = "，。；！？：\t"

// clause returns the shortest clause of the sentence, verbatim, that holds the
// fact's words and, where it can be had, its subject.
func clause(f report.Fact) string {
	at := strings.Index(f.Sentence, f.Text)
	if at < 0 {
		return f.Sentence
	}
	start := 0
	if i := strings.LastIndexAny(f.Sentence[:at], clauseEnds); i >= 0 {
		start = i + len(string([]rune(f.Sentence[i:])[0]))
	}
	end := len(f.Sentence)
	if i := strings.IndexAny(f.Sentence[at+len(f.Text):], clauseEnds); i >= 0 {
		end = at + len(f.Text) + i
	}
	if !strings.Contains(f.Sentence[start:end], f.Subject) {
		if i := strings.LastIndex(f.Sentence[:start], f.Subject); i >= 0 {
			start = i
		}
	}
	return f.Sentence[start:end]
}
