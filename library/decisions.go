package library

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// decisionsFile holds one decision a line; lines are only ever added.
const decisionsFile = "decisions.jsonl"

// Decide writes decisions down for good, all or none, and returns them with
// their ids. It is the one way in: what is no decision, or takes back what is
// not there, is refused. d.When is given by the caller.
func (l *Library) Decide(decisions ...report.Decision) ([]report.Decision, error) {
	if l.options.ReadOnly {
		return nil, errors.New("decide: the library is open for reading only")
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	log, err := l.readDecisions()
	if err != nil {
		return nil, err
	}
	var lines bytes.Buffer
	if log.open {
		// The line that was being written when a program ended keeps to itself.
		lines.WriteByte('\n')
	}
	all := log.decisions
	first := len(all)
	for _, d := range decisions {
		if err := checkDecision(d, all); err != nil {
			return nil, err
		}
		d.ID = decisionID(d, len(all))
		line, err := json.Marshal(d)
		if err != nil {
			return nil, fmt.Errorf("decide: %w", err)
		}
		lines.Write(append(line, '\n'))
		all = append(all, d)
	}
	if err := l.appendDecisions(lines.Bytes()); err != nil {
		return nil, err
	}
	return slices.Clone(all[first:]), nil
}

// Decisions returns every decision ever made, oldest first, taken back or not.
func (l *Library) Decisions() ([]report.Decision, error) {
	log, err := l.readDecisions()
	return log.decisions, err
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
	for _, d := range InForce(log.decisions) {
		if d.Kind == report.DecisionName && d.Value == report.NameConfirmed {
			names = append(names, d.Subject)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// InForce returns the decisions that hold, oldest first: those not taken back,
// of several about one name and full form the last.
func InForce(all []report.Decision) []report.Decision {
	undone := Undone(all)
	last := map[[2]string]int{}
	for i, d := range all {
		if d.Kind == report.DecisionName && !undone[d.ID] {
			last[[2]string{d.Subject, d.Full}] = i
		}
	}
	var out []report.Decision
	for i, d := range all {
		if k, ok := last[[2]string{d.Subject, d.Full}]; ok && k == i {
			out = append(out, d)
		}
	}
	return out
}

// Undone returns the ids of decisions taken back. Taking back the taking back
// puts the first in force again.
func Undone(all []report.Decision) map[string]bool {
	out := map[string]bool{}
	for _, d := range slices.Backward(all) {
		if d.Undoes != "" && !out[d.ID] {
			out[d.Undoes] = true
		}
	}
	return out
}

// longestName is how many characters a name may have.
const longestName = 60

// checkDecision tells what is wrong with a decision.
func checkDecision(d report.Decision, all []report.Decision) error {
	switch {
	case d.Who == "":
		return errors.New("decide: want who decided")
	case d.When.IsZero():
		return errors.New("decide: want when it was decided")
	}
	switch d.Kind {
	case report.DecisionName:
		return checkName(d)
	case report.DecisionUndo:
		return checkUndo(d, all)
	}
	return fmt.Errorf("decide: kind %q, want %s or %s", d.Kind, report.DecisionName, report.DecisionUndo)
}

func checkName(d report.Decision) error {
	n := utf8.RuneCountInString(d.Subject)
	switch {
	case d.Value != report.NameConfirmed && d.Value != report.NameRejected:
		return fmt.Errorf("decide: %q of name %s, want %s or %s",
			d.Value, d.Subject, report.NameConfirmed, report.NameRejected)
	case !utf8.ValidString(d.Subject) || n < 2 || n > longestName || strings.ContainsFunc(d.Subject, unicode.IsSpace):
		return fmt.Errorf("decide: name %q, want 2 to %d characters without blanks", d.Subject, longestName)
	case d.Undoes != "":
		return errors.New("decide: a decision about a name takes nothing back")
	}
	return nil
}

func checkUndo(d report.Decision, all []report.Decision) error {
	if !slices.ContainsFunc(all, func(e report.Decision) bool { return e.ID == d.Undoes }) {
		return fmt.Errorf("decide: there is no decision %q to take back; see the history", d.Undoes)
	}
	if Undone(all)[d.Undoes] {
		return fmt.Errorf("decide: decision %s is taken back already", d.Undoes)
	}
	return nil
}

// decisionID is made of the decision and how many were made before it.
func decisionID(d report.Decision, before int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s", before, d.Kind, d.Who, d.When.UTC(), d.Subject, d.Full,
		d.Undoes)
	return hex.EncodeToString(h.Sum(nil))[:10]
}

// appendDecisions adds lines and has them on disk before it returns. After an
// error the file is as it was before.
func (f folder) appendDecisions(lines []byte) error {
	file, err := os.OpenFile(f.path(decisionsFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return fmt.Errorf("decide: %w", err)
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
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("decide: %w", err)
	}
	return f.sync("") // the file's name, where it is new
}

// decisionLog is what decisions.jsonl holds.
type decisionLog struct {
	decisions []report.Decision
	bad       []int // numbers of lines that are no decision, from 1
	open      bool  // the last line has no end
}

// readDecisions reads the file. A line that cannot be read, as a crash leaves
// one, is passed over and numbered in bad.
func (f folder) readDecisions() (decisionLog, error) {
	var log decisionLog
	file, err := os.Open(f.path(decisionsFile))
	if errors.Is(err, os.ErrNotExist) {
		return log, nil
	}
	if err != nil {
		return log, fmt.Errorf("read decisions: %w", err)
	}
	defer file.Close()
	r := bufio.NewReader(file)
	for number := 1; ; number++ {
		line, err := r.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return log, fmt.Errorf("read decisions: %w", err)
		}
		log.open = err == io.EOF && len(line) > 0
		log.add(line, number)
		if err == io.EOF {
			return log, nil
		}
	}
}

// add reads one line. The last may lack its line end: half an object is never
// JSON, so what can be read is whole.
func (g *decisionLog) add(line []byte, number int) {
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	var d report.Decision
	if json.Unmarshal(line, &d) != nil || d.ID == "" {
		g.bad = append(g.bad, number)
		return
	}
	g.decisions = append(g.decisions, d)
}

// examineDecisions names the lines that are no decision.
func (f folder) examineDecisions() ([]report.Problem, error) {
	log, err := f.readDecisions()
	var found []report.Problem
	for _, n := range log.bad {
		found = append(found, report.Problem{Code: "decision_damaged", File: f.path(decisionsFile), Line: n,
			Message: "this line is no decision; it was half written or changed, and is passed over",
			Hint:    "make the decision again, then remove the line"})
	}
	return found, err
}
