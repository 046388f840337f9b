package library

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// decisionsFile holds one decision a line; lines are only ever added.
const decisionsFile = "decisions.jsonl"

// Decide writes decisions down for good, all or none, and returns them with
// their ids. It is the one way in: what is no decision, or takes back what is
// not there, is refused. d.When is given by the caller. What the decisions
// change of reports can be seen at once; only the years that times in a report
// are counted from wait for Reextract.
func (l *Library) Decide(decisions ...report.Decision) ([]report.Decision, error) {
	return l.decide(func(all []report.Decision) ([]report.Decision, error) {
		made := slices.Clone(decisions)
		for i := range made {
			var err error
			if made[i].ID, err = decisionID(made[i], len(all)+i); err != nil {
				return nil, err
			}
		}
		return made, nil
	})
}

// ImportDecisions writes down those of another library's decisions that are not
// here yet, in their order, all or none, and returns them.
func (l *Library) ImportDecisions(others []report.Decision) ([]report.Decision, error) {
	return l.decide(func(all []report.Decision) ([]report.Decision, error) {
		return decision.New(all, others), nil
	})
}

// decide adds the decisions that more returns of those there are.
func (l *Library) decide(
	more func(all []report.Decision) ([]report.Decision, error),
) ([]report.Decision, error) {
	if l.options.ReadOnly {
		return nil, errors.New("decide: the library is open for reading only")
	}
	l.changing.Lock()
	defer l.changing.Unlock()
	log, err := l.readDecisions()
	if err != nil {
		return nil, err
	}
	made, err := more(log.Decisions)
	if err != nil || len(made) == 0 {
		return nil, err
	}
	lines, err := decisionLines(log, made)
	if err != nil {
		return nil, err
	}
	if err := l.appendTo(decisionsFile, lines); err != nil {
		return nil, fmt.Errorf("decide: %w", err)
	}
	return made, l.follow(append(log.Decisions, made...), made)
}

// decisionLines checks decisions that are to follow those of the log, and
// returns their lines.
func decisionLines(log decision.Log, made []report.Decision) ([]byte, error) {
	var lines bytes.Buffer
	if log.Open {
		// The line that was being written when a program ended keeps to itself.
		lines.WriteByte('\n')
	}
	all := log.Decisions
	for _, d := range made {
		if err := decision.Check(d, all); err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	err := decision.Write(&lines, made)
	return lines.Bytes(), err
}

// Decisions returns every decision ever made, oldest first, taken back or not.
func (l *Library) Decisions() ([]report.Decision, error) {
	log, err := l.readDecisions()
	return log.Decisions, err
}

// ConfirmedNames returns the names that people confirmed for the library in
// dir, sorted; none where there is no library. The library need not be open:
// its words have to be known before an index can be.
func ConfirmedNames(dir string) ([]string, error) {
	log, err := folder(dir).readDecisions()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, d := range decision.InForce(log.Decisions) {
		if d.Kind == report.DecisionName && d.Value == report.NameConfirmed {
			names = append(names, d.Subject)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// decisionID is made of the decision and how many were made before it.
func decisionID(d report.Decision, before int) (string, error) {
	d.ID, d.When = "", d.When.UTC()
	line, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("decide: %w", err)
	}
	sum := sha256.Sum256(fmt.Appendf(line, "\n%d", before))
	return hex.EncodeToString(sum[:])[:10], nil
}

// appendTo adds lines to a file and has them on disk before it returns. After
// an error the file is as it was before.
func (f folder) appendTo(name string, lines []byte) error {
	file, err := os.OpenFile(f.path(name), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	end, err := file.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = file.Write(lines)
	}
	if err == nil {
		err = file.Sync()
	}
	if err != nil {
		err = errors.Join(err, file.Truncate(end))
	}
	if err = errors.Join(err, file.Close()); err != nil || end > 0 {
		return err
	}
	return f.sync("") // the file's name is new
}

// readDecisions reads the file; where there is none there are no decisions.
func (f folder) readDecisions() (decision.Log, error) {
	file, err := os.Open(f.path(decisionsFile))
	if errors.Is(err, os.ErrNotExist) {
		return decision.Log{}, nil
	}
	if err != nil {
		return decision.Log{}, fmt.Errorf("read decisions: %w", err)
	}
	defer file.Close()
	return decision.ReadLog(file)
}

// examineDecisions names the lines that are no decision.
func (f folder) examineDecisions() ([]report.Problem, error) {
	log, err := f.readDecisions()
	var found []report.Problem
	for _, n := range log.Bad {
		found = append(found, report.Problem{Code: "decision_damaged", File: f.path(decisionsFile), Line: n,
			Message: "this line is no decision; it was half written or changed, and is passed over",
			Hint:    "make the decision again, then remove the line"})
	}
	return found, err
}
