package track

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// ChangeType is what became of a promise between two states of a ledger.
type ChangeType string

// A promise that only the new ledger has, that only the old one has, and one of
// which something is different.
const (
	LineAppeared ChangeType = "appeared"
	LineVanished ChangeType = "vanished"
	LineChanged  ChangeType = "changed"
)

// LedgerChange is a promise that is not the same in two states of a ledger.
type LedgerChange struct {
	Change ChangeType    `json:"change"`
	ID     string        `json:"id"`
	Org    string        `json:"org"`
	Year   int           `json:"year"`
	Text   string        `json:"text"`
	Fields []FieldChange `json:"fields,omitempty"`
	Status report.Status `json:"status"` // now; of one that vanished, then
}

// FieldChange is a field of a promise that is different.
type FieldChange struct {
	Field string `json:"field"` // status, light, due, owner, target, evidence, decision
	Old   string `json:"old"`
	New   string `json:"new"`
}

// DiffLedgers compares two states of a ledger, in the order of the new one;
// what vanished comes last. A promise is the same by its id, else by office,
// year and words: another version of a report makes other ids.
func DiffLedgers(old, now []report.Commitment) []LedgerChange {
	byID, bySaying := map[string]int{}, map[string]int{}
	for i, c := range old {
		byID[c.ID], bySaying[sayingOf(c)] = i, i
	}
	there := map[string]bool{}
	for _, c := range now {
		there[c.ID] = true
	}
	seen := map[int]bool{}
	var out []LedgerChange
	for _, c := range now {
		i, ok := byID[c.ID]
		if !ok {
			if i, ok = bySaying[sayingOf(c)]; ok && (there[old[i].ID] || seen[i]) {
				ok = false
			}
		}
		if !ok {
			out = append(out, changeOf(LineAppeared, c, nil))
			continue
		}
		seen[i] = true
		if fields := fieldsChanged(old[i], c); len(fields) > 0 {
			out = append(out, changeOf(LineChanged, c, fields))
		}
	}
	for i, c := range old {
		if !seen[i] {
			out = append(out, changeOf(LineVanished, c, nil))
		}
	}
	return out
}

func sayingOf(c report.Commitment) string { return fmt.Sprintln(c.Org, c.Year, c.Text) }

func changeOf(t ChangeType, c report.Commitment, fields []FieldChange) LedgerChange {
	return LedgerChange{t, c.ID, c.Org, c.Year, c.Text, fields, c.Status}
}

// fieldsChanged returns the fields in which two states of a promise differ.
func fieldsChanged(old, now report.Commitment) []FieldChange {
	var out []FieldChange
	for _, f := range []FieldChange{
		{"status", string(old.Status), string(now.Status)},
		{"light", string(old.Light), string(now.Light)},
		{"due", old.Due.String(), now.Due.String()},
		{"owner", old.Owner, now.Owner},
		{"target", targetText(old), targetText(now)},
		{"evidence", evidenceText(old), evidenceText(now)},
		{"decision", old.Decision, now.Decision},
	} {
		if f.Old != f.New {
			out = append(out, f)
		}
	}
	return out
}

func targetText(c report.Commitment) string {
	var out []string
	for _, t := range c.Targets {
		out = append(out, quantityText(t.Value))
	}
	return strings.Join(out, "；")
}

// evidenceText returns the sentence that decides.
func evidenceText(c report.Commitment) string {
	if len(c.Answers) == 0 {
		return ""
	}
	return c.Answers[0].Sentence
}
