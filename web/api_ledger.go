package web

import (
	"net/http"

	"taizhang/index"
)

// apiLedger lists promises: see ledgerRequest.
func (s *server) apiLedger(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := ledgerRequest(p)
	page := p.part()
	if err := p.strictly(); err != nil {
		return nil, err
	}
	lines, err := s.service.Ledger(q)
	if err != nil {
		return nil, err
	}
	return listed(r.URL, page, cut(lines, page), index.Total{Count: len(lines), Exact: true}), nil
}

// apiLedgerCounts counts promises by status, light, review and kind.
func (s *server) apiLedgerCounts(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	q := ledgerRequest(p)
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.LedgerCounts(q)
}

// apiPromise returns one line of the ledger with all there is to know of it.
func (s *server) apiPromise(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	today := p.date("today")
	if err := p.strictly(); err != nil {
		return nil, err
	}
	return s.service.Promise(r.PathValue("id"), today)
}

// apiCandidates lists sentences that could answer a promise: words.
func (s *server) apiCandidates(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	words := p.text("words")
	if err := p.strictly(); err != nil {
		return nil, err
	}
	found, err := s.service.Candidates(r.PathValue("id"), words)
	return listed(r.URL, index.Page{}, found, index.Total{Count: len(found), Exact: true}), err
}

// apiDecidePromise takes a decision on a promise in, and returns the promise as
// it is then.
func (s *server) apiDecidePromise(_ http.ResponseWriter, r *http.Request) (any, error) {
	var d promiseDecided
	if err := readJSON(r, &d); err != nil {
		return nil, err
	}
	if err := s.decideOnPromise(r.Context(), r.PathValue("id"), d); err != nil {
		return nil, err
	}
	return s.service.Promise(r.PathValue("id"), s.service.Today())
}
