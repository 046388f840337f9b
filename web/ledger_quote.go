package web

import (
	"strings"

	"taizhang/report"
	"taizhang/service"
)

// quotePlace is where a sentence stands, for people.
type quotePlace struct {
	URL   string // in the page of the report; empty: there is none
	Year  int    // of the report; 0: not known
	Title string
	Page  int // 0: not known
}

// promiseQuote is the sentence that promises, with the promise marked in it.
type promiseQuote struct {
	Before, Words, After string
	Place                quotePlace
}

// answerQuote is a sentence that answers a promise.
type answerQuote struct {
	report.Answer
	ID    string // by which a decision names it
	Place quotePlace
}

// filedReports are what reports are filed under, by id.
type filedReports map[string]service.FiledEntry

// filedReports returns what all reports are filed under.
func (s *server) filedReports() filedReports {
	out := filedReports{}
	for _, e := range s.service.Reports(service.ReportsRequest{}) {
		out[e.ID] = service.FiledEntry{ID: e.ID, Title: e.Title, Name: e.Name, Year: e.Year}
	}
	return out
}

// at returns the place of a sentence that begins at a byte of a report's body.
func (s *server) at(all filedReports, id string, start, page int) quotePlace {
	e, ok := all[id]
	if !ok {
		return quotePlace{Page: page}
	}
	title := e.Title
	if title == "" {
		title = e.Name
	}
	return quotePlace{reportAt(id, start, sentenceAnchor(start)), e.Year, title, page}
}

// promiseQuote cuts a promise's sentence at its words. around is how many
// characters of the rest are shown on either side; negative: all.
func (s *server) promiseQuote(all filedReports, l *report.Commitment, around int) promiseQuote {
	before, after, ok := strings.Cut(l.Sentence, l.Text)
	if !ok { // its words are put together of several places
		before, after = "", ""
	}
	start := l.Place.Start - len(before)
	q := promiseQuote{before, l.Text, after, s.at(all, l.MadeIn, start, l.Place.Page)}
	if around >= 0 {
		q.Before, q.After = endingOf(before, around), openingOf(after, around)
	}
	return q
}

// answerQuote returns an answer with its place; longest is how many characters
// of it are shown, negative: all.
func (s *server) answerQuote(all filedReports, a report.Answer, longest int) answerQuote {
	q := answerQuote{a, service.AnswerID(a), s.at(all, a.Report, a.Place.Start, a.Place.Page)}
	if longest >= 0 {
		q.Sentence = openingOf(a.Sentence, longest)
	}
	return q
}

// openingOf returns at most n characters of the beginning.
func openingOf(text string, n int) string {
	if r := []rune(text); len(r) > n {
		return strings.TrimSpace(string(r[:n])) + "…"
	}
	return text
}

// endingOf returns at most n characters of the end.
func endingOf(text string, n int) string {
	if r := []rune(text); len(r) > n {
		return "…" + strings.TrimSpace(string(r[len(r)-n:]))
	}
	return text
}
