package service

import (
	"errors"
	"fmt"
	"slices"

	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
)

// Promise is one line of the ledger and what there is to know of it.
type Promise struct {
	report.Commitment
	Review  ReviewState  `json:"review"`
	Years   []ChainLink  `json:"years"`   // the same promise by year, this line among them; one: it is alone
	History []Past       `json:"history"` // decisions on it, oldest first
	Filed   []FiledEntry `json:"reports"` // the reports it speaks of

	Key report.DecisionKey `json:"-"` // zero: its place cannot be named
}

// ChainLink is one wording of a promise, and what became of it.
type ChainLink struct {
	report.Wording
	ID     string        `json:"id,omitempty"` // of the line; empty: it has none of its own
	Status report.Status `json:"status,omitempty"`
	Light  report.Light  `json:"light,omitempty"`
}

// FiledEntry is what a report is filed under.
type FiledEntry struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Name  string `json:"name"`
	Year  int    `json:"year"`
}

// ErrNoPromise is the error of an id that no line of the ledger has.
var ErrNoPromise = fmt.Errorf("no such promise: %w", library.ErrNoReport)

// Promise returns a line of the ledger as of a day; zero: the clock's. The error
// is ErrNoPromise where there is none.
func (s *Service) Promise(id string, today report.Date) (Promise, error) {
	if today.IsZero() {
		today = s.Today()
	}
	lines, err := s.ledgerOn(today)
	if err != nil {
		return Promise{}, err
	}
	i := slices.IndexFunc(lines, func(l report.Commitment) bool { return l.ID == id })
	if i < 0 {
		return Promise{}, ErrNoPromise
	}
	p := Promise{Commitment: lines[i], Review: Reviewed(lines[i]), Years: chainLinks(&lines[i], lines), History: []Past{}}
	p.Filed = s.filed(&p)
	key, err := s.keyOfLine(&lines[i])
	if errors.Is(err, library.ErrNoReport) {
		return p, nil // its place cannot be named: nothing was decided on it
	}
	if err == nil {
		p.Key = key
		p.History, err = s.pastOfPromise(key)
	}
	return p, err
}

// chainLinks finds the lines of a promise's other wordings.
func chainLinks(l *report.Commitment, all []report.Commitment) []ChainLink {
	own := report.Wording{Report: l.MadeIn, Year: l.Year, Text: l.Text}
	out := []ChainLink{{own, l.ID, l.Status, l.Light}}
	for _, w := range l.Chain {
		link := ChainLink{Wording: w}
		for i := range all {
			if o := &all[i]; o.MadeIn == w.Report && o.Year == w.Year && o.Text == w.Text {
				link.ID, link.Status, link.Light = o.ID, o.Status, o.Light
				break
			}
		}
		if link.Wording != own {
			out = append(out, link)
		}
	}
	slices.SortStableFunc(out, func(a, b ChainLink) int { return a.Year - b.Year })
	return out
}

// filed returns what the reports of a promise are filed under.
func (s *Service) filed(p *Promise) []FiledEntry {
	speaks := func(e index.Entry) bool {
		return e.ID == p.MadeIn || slices.ContainsFunc(p.Answers, func(a report.Answer) bool { return a.Report == e.ID }) ||
			slices.ContainsFunc(p.Chain, func(w report.Wording) bool { return w.Report == e.ID })
	}
	out := []FiledEntry{}
	for _, e := range s.entries() {
		if speaks(e) {
			out = append(out, FiledEntry{e.ID, e.Title, e.Name, e.Year})
		}
	}
	return out
}
