package decision

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"taizhang/report"
)

// Log is what a file of decisions holds.
type Log struct {
	Decisions []report.Decision
	Bad       []int // numbers of lines that are no decision, from 1
	Open      bool  // the last line has no end
}

// ReadLog reads a file that decisions were added to, one a line. A line that
// cannot be read, as a crash leaves one, is passed over and numbered in Bad. The
// last line may lack its end: half an object is never JSON, so what can be read
// is whole.
func ReadLog(r io.Reader) (Log, error) {
	var log Log
	lines := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return log, fmt.Errorf("read decisions: %w", err)
		}
		log.Open = err == io.EOF && len(line) > 0
		if d, ok := parse(line); ok {
			log.Decisions = append(log.Decisions, d)
		} else if !isBlank(line) {
			log.Bad = append(log.Bad, number)
		}
		if err == io.EOF {
			return log, nil
		}
	}
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// parse reads one line.
func parse(line []byte) (report.Decision, bool) {
	var d report.Decision
	if isBlank(line) || json.Unmarshal(line, &d) != nil || d.ID == "" {
		return report.Decision{}, false
	}
	return d, true
}
