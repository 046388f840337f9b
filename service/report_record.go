package service

import (
	"slices"

	"taizhang/decision"
	"taizhang/library"
	"taizhang/report"
)

// ReportRecord is what is known of a report beside its text and facts.
type ReportRecord struct {
	ID       string            `json:"id"`
	Hash     string            `json:"hash"`
	Name     string            `json:"name"`
	Format   string            `json:"format"`
	Title    string            `json:"title"`
	Now      Filing            `json:"now"`   // as people corrected it
	Found    Filing            `json:"found"` // as it was extracted
	Evidence []report.Evidence `json:"evidence"`
	Facts    int               `json:"facts"`
	Letters  int               `json:"letters"` // characters of the text, blanks left out
	Pages    []report.PageMark `json:"pages"`
	Problems []report.Problem  `json:"problems"`
	Versions []library.Version `json:"versions"` // of the same report, the one that counts first; this one is among them
	Rejected []report.Fact     `json:"rejected"` // facts that somebody said are none
	Stale    bool              `json:"stale"`    // other rules or another program extracted it
	History  []Past            `json:"history"`  // decisions on it and its facts, oldest first
}

// Filing is under what a report is filed.
type Filing struct {
	Org      string `json:"org"`
	OrgShort string `json:"org_short"`
	Kind     string `json:"kind"`
	Year     int    `json:"year"`
	Planned  int    `json:"planned"`
}

func filingOf(o report.Outline) Filing {
	return Filing{o.Org, o.OrgShort, o.Kind, o.Reviewed, o.Planned}
}

// ReportRecord returns what is known of a report. The error is
// library.ErrNoReport where there is none.
func (s *Service) ReportRecord(id string) (ReportRecord, error) {
	r, err := s.library.Report(id)
	if err != nil {
		return ReportRecord{}, err
	}
	found, err := s.library.Extracted(id)
	if err != nil {
		return ReportRecord{}, err
	}
	p, giveBack := s.borrow()
	stale := r.Fingerprint != p.Fingerprint()
	giveBack()
	out := ReportRecord{ID: r.ID, Hash: r.Hash, Name: r.Name, Format: r.Format, Title: r.Outline.Title,
		Now: filingOf(r.Outline), Found: filingOf(found.Outline), Evidence: some(r.Outline.Evidence),
		Facts: len(r.Facts), Letters: len(letters(r.Text.Body)), Pages: some(r.Text.Pages), Problems: some(r.Problems),
		Versions: []library.Version{}, Rejected: rejected(found, r), Stale: stale}
	if out.Versions, err = s.VersionsOf(id); err != nil {
		return ReportRecord{}, err
	}
	out.History, err = s.historyOf(r.Hash)
	return out, err
}

// some returns a list that is not nil.
func some[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// rejected returns the facts that were found and are none.
func rejected(found, now *report.Report) []report.Fact {
	there := map[string]bool{}
	for i := range now.Facts {
		there[now.Facts[i].ID] = true
	}
	out := []report.Fact{}
	for _, f := range found.Facts {
		if !there[f.ID] {
			out = append(out, f)
		}
	}
	return out
}

// VersionsOf returns the versions of a report, none where it is the only one.
func (s *Service) VersionsOf(id string) ([]library.Version, error) {
	all, err := s.library.Versions()
	if err != nil {
		return nil, err
	}
	for _, group := range all {
		if slices.ContainsFunc(group, func(v library.Version) bool { return v.ID == id }) {
			return group, nil
		}
	}
	return []library.Version{}, nil
}

// historyOf returns the decisions about a document and all that stands in it.
func (s *Service) historyOf(hash string) ([]Past, error) {
	all, err := s.library.Decisions()
	if err != nil {
		return nil, err
	}
	undone, out := decision.Undone(all), []Past{}
	for _, d := range decision.Trace(all, func(d report.Decision) bool { return d.Target.Document == hash }) {
		out = append(out, Past{d, undone[d.ID]})
	}
	return out, nil
}
