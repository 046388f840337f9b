package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// apiLedger lists promises: see ledgerRequest.
func (s *server) apiLedger(_ http.ResponseWriter, r *http.Request) (listing[report.Commitment], error) {
	return s.apiLines(r, s.service.Ledger)
}

// apiReview lists the promises that nobody has looked at, the urgent first: the
// queue of the page.
func (s *server) apiReview(_ http.ResponseWriter, r *http.Request) (listing[report.Commitment], error) {
	return s.apiLines(r, s.reviewQueue)
}

func (s *server) apiLines(
	r *http.Request, lines func(service.LedgerRequest) ([]report.Commitment, error),
) (out listing[report.Commitment], err error) {
	p := paramsOf(r)
	q, page := ledgerRequest(p), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := lines(q)
	return pageOf(r, page, all), err
}

// apiLedgerCounts counts promises by status, light, review and kind.
func (s *server) apiLedgerCounts(_ http.ResponseWriter, r *http.Request) (service.LedgerCounts, error) {
	p := paramsOf(r)
	q := ledgerRequest(p)
	if err := p.strictly(); err != nil {
		return service.LedgerCounts{}, err
	}
	return s.service.LedgerCounts(q)
}

// apiLedgerMatrix counts promises by office and year: today.
func (s *server) apiLedgerMatrix(_ http.ResponseWriter, r *http.Request) (service.LedgerMatrix, error) {
	p := paramsOf(r)
	today := p.date("today")
	if err := p.strictly(); err != nil {
		return service.LedgerMatrix{}, err
	}
	return s.service.LedgerMatrix(today)
}

// apiPromise returns one line of the ledger with all there is to know of it.
func (s *server) apiPromise(_ http.ResponseWriter, r *http.Request) (service.Promise, error) {
	p := paramsOf(r)
	today := p.date("today")
	if err := p.strictly(); err != nil {
		return service.Promise{}, err
	}
	return s.service.Promise(r.PathValue("id"), today)
}

// apiCandidates lists sentences that could answer a promise: words.
func (s *server) apiCandidates(_ http.ResponseWriter, r *http.Request) (out listing[service.Candidate], err error) {
	p := paramsOf(r)
	words := p.text("words")
	if err := p.strictly(); err != nil {
		return out, err
	}
	found, err := s.service.Candidates(r.PathValue("id"), words)
	return pageOf(r, index.Page{}, found), err
}

// apiDecidePromise takes a decision on a promise in, and returns the promise as
// it is then.
func (s *server) apiDecidePromise(r *http.Request, d promiseDecided) (service.Promise, error) {
	if err := s.decideOnPromise(r.Context(), r.PathValue("id"), d); err != nil {
		return service.Promise{}, err
	}
	return s.service.Promise(r.PathValue("id"), s.service.Today())
}
