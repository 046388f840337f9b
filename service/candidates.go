package service

import (
	"slices"
	"strconv"
	"strings"

	"taizhang/decision"
	"taizhang/report"
)

// Candidate is a sentence that could answer a promise.
type Candidate struct {
	ID       string       `json:"id"` // of a fact in it, else of the sentence: what Decide takes as Other
	Report   string       `json:"report"`
	Year     int          `json:"year"`
	Sentence string       `json:"sentence"`
	Place    report.Place `json:"place"`
}

// mostCandidates is how many sentences are offered.
const mostCandidates = 20

// Candidates returns sentences of the office's reports from the promise's year
// on that hold all words, in the order of years.
func (s *Service) Candidates(id, words string) ([]Candidate, error) {
	wanted := strings.Fields(words)
	p, err := s.Promise(id, report.Date{})
	if err != nil || len(wanted) == 0 {
		return []Candidate{}, err
	}
	out := []Candidate{}
	for _, e := range s.entries() {
		if e.Org != p.Org || e.Year < p.Year {
			continue
		}
		r, err := s.library.Report(e.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, candidatesIn(r, wanted)...)
		if len(out) > mostCandidates {
			return out[:mostCandidates], nil
		}
	}
	return out, nil
}

func candidatesIn(r *report.Report, wanted []string) []Candidate {
	var out []Candidate
	for _, p := range r.Sentences {
		words := r.Words(p)
		if slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(words, w) }) || isHeading(r, p) {
			continue
		}
		c := Candidate{ID: sentenceID(r.ID, p), Report: r.ID, Year: r.Year(), Sentence: words, Place: r.Text.Place(p.Span)}
		for i := range r.Facts {
			if at := r.Facts[i].Place; p.Span.Start <= at.Start && at.End <= p.Span.End {
				c.ID = r.Facts[i].ID
				break
			}
		}
		out = append(out, c)
	}
	return out
}

// isHeading tells whether a passage is a heading, which answers nothing.
func isHeading(r *report.Report, p report.Passage) bool {
	return slices.ContainsFunc(r.Outline.Sections, func(s report.Section) bool {
		return s.Head.Len() > 0 && s.Head.Overlaps(p.Span) && p.Span.End <= s.Head.End
	})
}

// sentenceID names a sentence as decisions take it: REPORT@START.
func sentenceID(id string, p report.Passage) string { return id + "@" + strconv.Itoa(p.Span.Start) }

// AnswerID returns by what a decision names an answer: its fact, else its sentence.
func AnswerID(a report.Answer) string {
	if a.Fact != "" {
		return a.Fact
	}
	return a.Report + "@" + strconv.Itoa(a.Place.Start)
}

// locateSentence returns the key of a sentence that sentenceID names.
func (s *Service) locateSentence(id string) (report.DecisionKey, bool) {
	name, at, ok := strings.Cut(id, "@")
	start, err := strconv.Atoi(at)
	if !ok || err != nil {
		return report.DecisionKey{}, false
	}
	r, err := s.library.Extracted(name)
	if err != nil {
		return report.DecisionKey{}, false
	}
	for _, p := range r.Sentences {
		if p.Span.Start <= start && start < p.Span.End {
			return decision.KeyOfSentence(r, p), true
		}
	}
	return report.DecisionKey{}, false
}
