package report

import "fmt"

// Problem is something a person should look at although the work went on. What
// stops the work is an error instead.
type Problem struct {
	Code    string `json:"code"`    // stable, snake_case: page_unreadable, year_conflict
	Message string `json:"message"` // what is the matter
	Hint    string `json:"hint,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`   // from 1, where a rule or text file has one
	Column  int    `json:"column,omitempty"` // from 1, in characters
	Page    int    `json:"page,omitempty"`
}

// String returns file:line:column: message (hint).
func (p Problem) String() string {
	s := p.Message
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	switch {
	case p.File != "" && p.Line > 0 && p.Column > 0:
		return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, s)
	case p.File != "" && p.Line > 0:
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, s)
	case p.Page > 0:
		return fmt.Sprintf("page %d: %s", p.Page, s)
	}
	return s
}

// Refusal is the error of a document that cannot be taken in. Code is stable
// and names the reason; Hint says what the person can do about it.
type Refusal struct {
	Code string // see the Refused constants
	Why  string // one line, lower case
	Hint string // one line: what to do next
	Err  error  // cause; may be nil
}

// The reasons for which a document is refused.
const (
	RefusedMissing     = "missing"      // no such file
	RefusedEmpty       = "empty"        // no bytes, or no text in them
	RefusedUnknown     = "not_document" // no known format
	RefusedUnsupported = "unsupported"  // a known format that cannot be read here
	RefusedDamaged     = "damaged"      // a known format, but broken
	RefusedTooLarge    = "too_large"    // over a limit
	RefusedTimeout     = "timeout"      // over the time limit
	RefusedPassword    = "password"     // encrypted
	RefusedNeedsOCR    = "needs_ocr"    // pictures of pages only
	RefusedUnreadable  = "unreadable"   // text is there but garbage
	RefusedEncoding    = "encoding"     // no character encoding fits
)

func (r *Refusal) Error() string {
	s := r.Code + ": " + r.Why
	if r.Err != nil {
		s += ": " + r.Err.Error()
	}
	if r.Hint != "" {
		s += "; " + r.Hint
	}
	return s
}

func (r *Refusal) Unwrap() error { return r.Err }
