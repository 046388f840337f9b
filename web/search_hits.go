package web

import (
	"strings"

	"taizhang/export"
	"taizhang/index"
	"taizhang/report"
)

// passageHit is a sentence that was found.
type passageHit struct {
	index.Passage
	Stretches []stretch
	Under     string // headings above
	URL       string // of the place in the report
}

// factHit is a fact that was found.
type factHit struct {
	report.Fact
	What      string    // indicator or subject
	Said      string    // the value, or the words where there is none
	When      string    // the day it is due, or the period
	IsDue     bool      // When is a day it is due
	Stretches []stretch // of the sentence
	URL       string    // of the place in the report
	SeriesURL string    // of its indicator through the years; empty: it has none
}

func (s *server) passageHits(found []index.Passage) []passageHit {
	var out []passageHit
	for _, f := range found {
		out = append(out, passageHit{f, stretches(f.Text, f.Highlights), strings.Join(f.Section, " / "),
			reportAt(f.Report.ID, f.Place.Start, sentenceAnchor(f.Place.Start))})
	}
	return out
}

func (s *server) factHits(found []report.Fact) ([]factHit, error) {
	var out []factHit
	for _, f := range found {
		r, err := s.service.Report(f.Report)
		if err != nil {
			return nil, err
		}
		h := factHit{Fact: f, What: f.Indicator, Said: export.Value(f.Value), When: f.Due.String(), IsDue: !f.Due.IsZero(),
			Stretches: stretches(f.Sentence, spanInSentence(r, f)), URL: reportAt(f.Report, f.Place.Start, factAnchor(f.ID))}
		if h.What == "" {
			h.What = f.Subject
		}
		if f.Value == nil {
			h.Said = f.Text
		}
		if !h.IsDue {
			h.When = shortPeriod(f.Period)
		}
		if f.Value != nil && h.What != "" {
			h.SeriesURL = seriesURL(h.What)
		}
		out = append(out, h)
	}
	return out, nil
}

// spanInSentence returns where the words of a fact stand in its sentence; none
// where the sentence is not one of the text, as in a table.
func spanInSentence(r *report.Report, f report.Fact) []report.Span {
	for _, p := range r.Sentences {
		if p.Span.Start <= f.Place.Start && f.Place.End <= p.Span.End && p.Span.Of(r.Text.Body) == f.Sentence {
			return []report.Span{{Start: f.Place.Start - p.Span.Start, End: f.Place.End - p.Span.Start}}
		}
	}
	return nil
}

// shortPeriod writes a period as short as it can be told: 2023, 2021–2025, else
// its days.
func shortPeriod(p report.Period) string {
	if p.IsZero() || p != report.YearsPeriod(p.Start.Year, p.End.Year) {
		return strings.ReplaceAll(p.String(), "/", "–")
	}
	first, last := p.Start.String()[:4], p.End.String()[:4]
	if first == last {
		return first
	}
	return first + "–" + last
}
