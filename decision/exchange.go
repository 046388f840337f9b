package decision

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"taizhang/report"
)

// Write writes decisions as JSON lines, the form in which they are kept and
// handed to another library.
func Write(w io.Writer, all []report.Decision) error {
	out := bufio.NewWriter(w)
	for _, d := range all {
		line, err := json.Marshal(d)
		if err != nil {
			return fmt.Errorf("write decision %s: %w", d.ID, err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("write decisions: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return nil
}

// Read reads decisions that Write wrote. The error names the first line that is
// none.
func Read(r io.Reader) ([]report.Decision, error) {
	log, err := ReadLog(r)
	if err == nil && len(log.Bad) > 0 {
		err = fmt.Errorf("read decisions: line %d is no decision; want JSON lines as decide export writes them",
			log.Bad[0])
	}
	return log.Decisions, err
}

// New returns the decisions of more that are not among those there are, in
// their order.
func New(there, more []report.Decision) []report.Decision {
	known := map[string]bool{}
	for _, d := range there {
		known[d.ID] = true
	}
	var out []report.Decision
	for _, d := range more {
		if !known[d.ID] {
			known[d.ID] = true
			out = append(out, d)
		}
	}
	return out
}
