package api

import (
	"net/http"

	"taizhang/report"
)

// Problem is an error as it is answered (RFC 9457). To who does not bear the
// server's token Detail never holds a path of the disk or the words of an error
// that is the program's own.
type Problem struct {
	Type     string           `json:"type"` // about:blank: Title says what Status means
	Title    string           `json:"title"`
	Status   int              `json:"status"`
	Code     string           `json:"code"` // stable, snake_case: one of the Code constants
	Detail   string           `json:"detail,omitempty"`
	Field    string           `json:"field,omitempty"`    // of the request that is wrong
	Decision *report.Decision `json:"decision,omitempty"` // that was made before
	Name     string           `json:"name,omitempty"`     // that was not proposed
}

// The codes of problems.
const (
	Invalid      = "invalid"
	NotFound     = "not_found"
	NotAllowed   = "not_allowed"
	Forbidden    = "forbidden"
	SignIn       = "sign_in"
	Foreign      = "foreign" // of another site
	ReaderOnly   = "reader"
	UnknownHost  = "unknown_host"
	TooLarge     = "too_large"
	NotSupported = "not_supported"
	BrokenOff    = "broken_off"
	Decided      = "decided"
	Changed      = "changed" // by somebody else meanwhile
	NotProposed  = "not_proposed"
	Internal     = "internal"
)

// NewProblem returns a problem without fields of its own.
func NewProblem(status int, code, detail string) Problem {
	return Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: code, Detail: detail}
}
