package gold

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
)

// Line is one annotated fact. In Kind, Unit, Bound, Modality, Period and Due
// "a|b" accepts either.
type Line struct {
	N        int    `json:"n"`
	Quote    string `json:"quote"`   // the words of the value, or the name of an award
	Context  string `json:"context"` // the clause that holds them, blanks removed
	Kind     string `json:"kind"`
	Min      string `json:"min"` // exact decimals; empty where a kind has no value
	Max      string `json:"max"`
	Unit     string `json:"unit"`
	Bound    string `json:"bound"`
	Subject  string `json:"subject"` // regular expression over indicator and subject
	Action   string `json:"action"`
	Modality string `json:"modality"`
	Period   string `json:"period"` // empty: could not be known, is not scored

	Due        string `json:"due,omitempty"`
	Per        string `json:"per,omitempty"`
	Comparison string `json:"comparison,omitempty"`
	NotSubject string `json:"not_subject,omitempty"` // must not match
	Optional   bool   `json:"optional,omitempty"`    // may be printed or left out
	Note       string `json:"note,omitempty"`

	// Read and kept, not scored.
	Cell     *Cell  `json:"cell,omitempty"`
	Owner    string `json:"owner,omitempty"`
	Strength string `json:"strength,omitempty"`
	Testable *bool  `json:"testable,omitempty"`
	Level    string `json:"level,omitempty"`
	Scope    string `json:"scope,omitempty"`
	PartOf   string `json:"part_of,omitempty"` // subject of the whole

	Members []string `json:"members,omitempty"` // names enumerated with a count, as written

	subject, notSubject *regexp.Regexp
}

// Cell names the table cell a fact stands in.
type Cell struct {
	Row    string `json:"row"`
	Column string `json:"column"`
}

// Read reads a file of gold lines. Every line that is wrong is named in the
// error.
func Read(path string) ([]Line, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the gold file: %w", err)
	}
	defer f.Close()
	lines, err := Parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return lines, nil
}

// Parse reads gold lines, one JSON object a line; empty lines are skipped.
func Parse(r io.Reader) ([]Line, error) {
	var lines []Line
	var bad []error
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if squeeze(in.Text()) == "" {
			continue
		}
		line, err := parseLine(in.Bytes())
		if err != nil {
			bad = append(bad, fmt.Errorf("line %d: %w", n, err))
			continue
		}
		lines = append(lines, line)
	}
	return lines, errors.Join(append(bad, in.Err())...)
}

func parseLine(data []byte) (Line, error) {
	var l Line
	if err := json.Unmarshal(data, &l); err != nil {
		return l, fmt.Errorf("expected a JSON object: %w", err)
	}
	if l.Quote == "" || l.Context == "" || l.Kind == "" {
		return l, errors.New("expected quote, context and kind")
	}
	var err error
	if l.subject, err = regexp.Compile(l.Subject); err != nil {
		return l, fmt.Errorf("subject: %w", err)
	}
	if l.NotSubject != "" {
		if l.notSubject, err = regexp.Compile(l.NotSubject); err != nil {
			return l, fmt.Errorf("not_subject: %w", err)
		}
	}
	return l, nil
}
