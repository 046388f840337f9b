package web

import (
	"context"
	"net/http"
	"slices"
	"time"

	"taizhang/report"
)

// apiDecisions returns every decision ever made, and which were taken back.
func (s *server) apiDecisions(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := paramsOf(r).strictly(); err != nil {
		return nil, err
	}
	return s.service.Decisions()
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
