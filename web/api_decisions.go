package web

import (
	"context"
	"net/http"
	"slices"
	"time"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// apiDecisions lists every decision ever made, the oldest first, and whether it
// was taken back.
func (s *server) apiDecisions(_ http.ResponseWriter, r *http.Request) (out listing[service.Past], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	h, err := s.service.Decisions()
	var all []service.Past
	for _, d := range h.Decisions {
		all = append(all, service.Past{Decision: d, Undone: h.Undone[d.ID]})
	}
	return pageOf(r, page, all), err
}

// apiOrphans lists the decisions whose place is not found any more, each with
// the place most like it.
func (s *server) apiOrphans(_ http.ResponseWriter, r *http.Request) (out listing[decision.Orphan], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.Orphans()
	return pageOf(r, page, all), err
}

// apiUndo takes a decision back and lists what was written down.
func (s *server) apiUndo(r *http.Request, a service.Author) (out listing[report.Decision], err error) {
	made, err := s.adopted(r.Context())(s.service.UndoAny(r.Context(), a, r.PathValue("id")))
	if err != nil {
		return out, asMistake("id", err)
	}
	return listed(r.URL, index.Page{}, made, index.Total{Count: len(made), Exact: true}), nil
}

// apiRemoved lists the reports that were removed.
func (s *server) apiRemoved(_ http.ResponseWriter, r *http.Request) (out listing[library.Removed], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.Removed()
	return pageOf(r, page, all), err
}

// adoptTime is how long an answer waits for the index that new words need; a
// large library, or an import that goes on, takes longer, and is not waited for.
const adoptTime = 10 * time.Second

// adopted takes decisions that were made: names among them become words of the
// dictionary.
func (s *server) adopted(ctx context.Context) func([]report.Decision, error) ([]report.Decision, error) {
	return func(made []report.Decision, err error) ([]report.Decision, error) {
		isName := func(d report.Decision) bool {
			return d.Kind == report.DecisionName || d.Kind == report.DecisionUndo
		}
		if err != nil || !slices.ContainsFunc(made, isName) {
			return made, err
		}
		late, cancel := context.WithTimeout(ctx, adoptTime)
		defer cancel()
		select {
		case err := <-s.service.AdoptNames():
			if err != nil {
				s.options.Log.Error("confirmed names hold from the next start on", "error", err)
			}
		case <-late.Done():
		}
		return made, nil
	}
}
