package library

import (
	"errors"

	"taizhang/report"
)

// Status says what became of a file.
type Status string

// What becomes of a file: taken in; taken in though pages of it could not be
// read; not taken in; in the library already.
const (
	Imported Status = "imported"
	Partly   Status = "partly"
	Refused  Status = "refused"
	Skipped  Status = "skipped"
)

// The codes of a Result beside those of report.Refusal.
const (
	CodeDuplicate = "duplicate" // the same content is in the library
	CodePages     = "pages"     // some pages could not be read
	CodeCrashed   = "crashed"   // a fault of the program
	CodeFailed    = "failed"    // any other error
	CodeRemoved   = "removed"   // somebody removed this content from the library
	CodeVersion   = "version"   // another version of the same report is in the library
)

// Result is what became of one file.
type Result struct {
	Path     string           `json:"path"`
	Status   Status           `json:"status"`
	Code     string           `json:"code,omitempty"` // why it is refused, skipped or not whole
	Why      string           `json:"why,omitempty"`  // one line
	Hint     string           `json:"hint,omitempty"` // what to do about it
	Report   string           `json:"report,omitempty"`
	Org      string           `json:"org,omitempty"`
	Year     int              `json:"year,omitempty"`
	Facts    int              `json:"facts"`
	Problems []report.Problem `json:"problems,omitempty"`
	Version  *VersionOf       `json:"version,omitempty"`
	Seconds  float64          `json:"seconds"` // that its extraction took
}

// Summary is what became of all files of an import.
type Summary struct {
	Results  []Result `json:"results"` // in the order of the files
	Imported int      `json:"imported"`
	Partly   int      `json:"partly"`
	Refused  int      `json:"refused"`
	Skipped  int      `json:"skipped"`
	Facts    int      `json:"facts"`
}

func (s *Summary) add(r Result) {
	s.Results = append(s.Results, r)
	s.Facts += r.Facts
	switch r.Status {
	case Imported:
		s.Imported++
	case Partly:
		s.Partly++
	case Refused:
		s.Refused++
	case Skipped:
		s.Skipped++
		s.Facts -= r.Facts
	}
}

// refused returns the result of a file that was not taken in.
func refused(path string, err error) Result {
	r := Result{Path: path, Status: Refused, Code: CodeFailed, Why: err.Error()}
	var why *report.Refusal
	if errors.As(err, &why) {
		r.Code, r.Why, r.Hint = why.Code, why.Why, why.Hint
		if why.Err != nil {
			r.Why += ": " + why.Err.Error()
		}
	}
	return r
}

// taken returns the result of a file that was taken in.
func taken(path string, r *report.Report) Result {
	out := Result{Path: path, Status: Imported, Report: r.ID, Org: r.Outline.Org, Year: r.Year(),
		Facts: len(r.Facts), Problems: r.Problems}
	for _, p := range r.Text.Pages {
		if p.Quality == report.Unreadable {
			out.Status, out.Code = Partly, CodePages
			out.Why = "some pages could not be read"
			out.Hint = "see the problems; a text layer or OCR may help"
		}
	}
	return out
}
