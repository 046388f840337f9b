package index

import (
	"unicode/utf8"

	"taizhang/report"
)

// Store hands out stored reports by id, to several goroutines at once. Reports
// are not changed by those who get them, and may be shared.
type Store interface {
	Report(id string) (*report.Report, error)
	// Text returns a report that may lack its facts and problems.
	Text(id string) (*report.Report, error)
}

// view is a stored report as passages are made of it.
type view struct {
	report *report.Report
	entry  *Entry
}

// within returns where words begin inside p, without overlaps. No more of the
// text is folded than can hold them.
func (v *view) within(words string, p report.Span) []report.Span {
	body := v.report.Text.Body
	start := unitBefore(body, p.Start)
	for more := 2*len(words) + 16; ; more *= 2 {
		end := unitBefore(body, min(p.End+more, len(body)))
		f := fold(body[start:end])
		to := f.forward(p.End - start)
		if end < len(body) && to+len(words) > len(f.text) {
			continue
		}
		out := f.within(words, f.forward(p.Start-start), to)
		for i := range out {
			out[i].Start += start
			out[i].End += start
		}
		return out
	}
}

// unitBefore returns the last place at or before i where a text can be cut
// without being folded otherwise.
func unitBefore(text string, i int) int {
	for ; i > 0 && i < len(text); i-- {
		if r, _ := utf8.DecodeRuneInString(text[i:]); utf8.RuneStart(text[i]) && startsUnit(r) {
			break
		}
	}
	return i
}
