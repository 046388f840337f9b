package web

import (
	"net/http"
	"net/url"
	"strings"

	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

// promisePage is one promise: what was said, what answers it, what people
// decided, and the forms to decide.
type promisePage struct {
	service.Promise
	TargetWords string // the numbers promised
	Plan        promiseQuote
	Answers     []answerQuote // best first
	Years       []yearWording
	Past        []pastDecision // latest first

	Who      string // decides at this browser; empty: not known yet
	Today    string // as of which it is looked at, as given
	Self     string // address of this page
	Series   string // address of the indicator through the years; empty: there is none
	Statuses []report.Status
	Verdicts []report.Verdict
	Find     string // words that sentences were looked for by
	Found    []foundSentence
	Searched bool
	Same     string // words that promises were looked for by
	Alike    []alikePromise
	Said     string // what was just decided; empty: nothing
}

// yearWording is the promise as it was put for a year.
type yearWording struct {
	service.ChainLink
	URL     string // of that line; empty: it is this one, or none
	Current bool
	Place   quotePlace
}

// pastDecision is a decision as the page tells it.
type pastDecision struct {
	service.Past
	What    string // the value as people read it
	CanUndo bool
}

// foundSentence is a sentence that could answer.
type foundSentence struct {
	service.Candidate
	Place quotePlace
}

// promise shows one promise.
func (s *server) promise(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	today, find, said, same := p.date("today"), p.text("find"), p.text("said"), p.text("same")
	if err := p.err(); err != nil {
		return nil, err
	}
	found, err := s.service.Promise(r.PathValue("id"), today)
	if err != nil {
		return nil, err
	}
	out := s.promisePage(found)
	out.Who, out.Today, out.Find, out.Searched = authorOf(r), p.text("today"), find, find != ""
	out.Self = promiseURL(found.ID, out.Today)
	for _, word := range saidWords() {
		if said == word {
			out.Said = said
		}
	}
	if out.Same = same; out.Who != "" {
		if out.Alike, err = s.alike(found.ID, same, out.Today); err != nil {
			return nil, err
		}
	}
	candidates, err := s.service.Candidates(found.ID, find)
	filed := s.filedReports()
	for _, c := range candidates {
		out.Found = append(out.Found, foundSentence{c, s.at(filed, c.Report, c.Place.Start, c.Place.Page)})
	}
	return out, err
}

func (s *server) promisePage(p service.Promise) promisePage {
	filed := s.filedReports()
	out := promisePage{Promise: p, Plan: s.promiseQuote(filed, &p.Commitment, -1), Statuses: service.Statuses(),
		Verdicts: []report.Verdict{report.Supports, report.PartlyMet, report.Contradicts, report.Mentions}, TargetWords: targetWords(p.Targets)}
	for _, a := range p.Commitment.Answers {
		out.Answers = append(out.Answers, s.answerQuote(filed, a, -1))
	}
	for _, link := range p.Years {
		w := yearWording{ChainLink: link, Current: link.ID == p.ID, Place: s.filedAt(filed, link.Report)}
		if link.ID != "" && !w.Current {
			w.URL = promiseURL(link.ID, "")
		}
		out.Years = append(out.Years, w)
	}
	if p.Indicator != "" && s.hasPage("GET /series") {
		out.Series = seriesURL(p.Indicator)
	}
	for i := len(p.History) - 1; i >= 0; i-- {
		d := p.History[i]
		out.Past = append(out.Past, pastDecision{d, decidedValue(d.Decision, p.Key), !d.Undone && d.Kind != report.DecisionUndo})
	}
	return out
}

// targetWords writes the numbers of a promise.
func targetWords(all []report.CommitmentTarget) string {
	var out []string
	for i := range all {
		out = append(out, export.Value(&all[i].Value))
	}
	return strings.Join(out, "；")
}

// filedAt returns the place of a whole report.
func (s *server) filedAt(filed filedReports, id string) quotePlace {
	at := s.at(filed, id, 0, 0)
	at.URL = "/reports/" + url.PathEscape(id)
	return at
}

// hasPage tells whether there is a page of a pattern.
func (s *server) hasPage(pattern string) bool {
	for _, p := range s.pages {
		if p.pattern == pattern {
			return true
		}
	}
	return false
}

// decidedValue returns what was decided where that is no word of the record.
func decidedValue(d report.Decision, own report.DecisionKey) string {
	switch d.Kind {
	case report.DecisionMerge:
		if d.Other.Identity() == own.Identity() {
			return d.Target.Sentence
		}
		return d.Other.Sentence
	case report.DecisionStatus, report.DecisionConfirm, report.DecisionUndo, report.DecisionClose:
		return ""
	case report.DecisionLink:
		return d.Other.Sentence
	}
	return d.Value
}

// promiseSaid returns the address of the promise after something was decided.
func promiseSaid(id, today, said string) string {
	q := url.Values{"said": {said}}
	if today != "" {
		q.Set("today", today)
	}
	return ledgerPath + "/" + url.PathEscape(id) + "?" + q.Encode()
}
