package index

import "taizhang/report"

// Store hands out stored reports by id, to several goroutines at once. Reports
// are not changed by those who get them, and may be shared.
type Store interface {
	Report(id string) (*report.Report, error)
}

// read returns the stored report, or nil where it was extracted again since.
func (r *listed) read(s Store) (*report.Report, error) {
	stored, err := s.Report(r.ID)
	if err != nil || stored.Fingerprint != r.Fingerprint {
		return nil, err
	}
	return stored, nil
}

// view is a stored report as passages are made of it, its text folded once.
type view struct {
	report *report.Report
	entry  *Entry
	body   folded
}

// within returns where words begin inside p, without overlaps.
func (v *view) within(words string, p report.Span) []report.Span {
	if v.body.text == "" {
		v.body = fold(v.report.Text.Body)
	}
	return v.body.within(words, v.body.forward(p.Start), v.body.forward(p.End))
}
