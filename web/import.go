package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"

	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// importPage is where documents are given in; its form takes uploads.
const importPage = "/import"

// importShown is the page: the form, what became of the files that were sent,
// and what a person should look at.
type importShown struct {
	Summary *library.Summary
	Unknown []service.Lacking // reports of which something is not known
	Doubts  []service.Doubt
	Kinds   []string // of document, to choose from
	MaxSize int64    // of one upload, in megabytes
	MaxMany int      // files of one upload
}

// documentKinds are the kinds that forms offer.
var documentKinds = []string{report.KindSummaryPlan, report.KindSummary, report.KindPlan, report.KindGovernment,
	report.KindCongress}

// importForm shows the form.
func (s *server) importForm(http.ResponseWriter, *http.Request) (any, error) {
	return s.importShown(nil)
}

func (s *server) importShown(summary *library.Summary) (any, error) {
	doubts, err := s.service.Doubts()
	return importShown{
		Summary: summary, Unknown: s.service.Lacking(), Doubts: doubts,
		Kinds: documentKinds, MaxSize: s.options.MaxUpload >> 20, MaxMany: uploadFiles,
	}, err
}

// importSent takes documents in and shows what became of each. Where JavaScript
// is on the page sends them to the API instead, which tells how far it has come.
func (s *server) importSent(w http.ResponseWriter, r *http.Request) (any, error) {
	q, done, err := s.importRequest(w, r)
	defer done()
	if err != nil {
		return nil, err
	}
	summary, err := s.service.Import(r.Context(), q, nil)
	if err != nil {
		return nil, err
	}
	return s.importShown(&summary)
}

// importKnown writes down what a person knows of a report that it does not say.
func (s *server) importKnown(_ http.ResponseWriter, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badUpload(err)
	}
	p := &params{values: r.PostForm}
	id, who := p.text("report"), p.text("who")
	given := map[string]string{"org": p.text("org"), "kind": p.text("kind"), "year": p.text("year")}
	p.number("year")
	if err := p.strictly(); err != nil {
		return nil, err
	}
	var all []service.DecideRequest
	for _, field := range slices.Sorted(maps.Keys(given)) {
		if value := given[field]; value != "" {
			all = append(all, service.DecideRequest{Author: service.Author{Who: who}, Kind: report.DecisionReport,
				Target: id, Field: field, Value: value})
		}
	}
	if _, err := s.service.Decide(r.Context(), all...); err != nil {
		return nil, err
	}
	return redirect(importPage + "?" + url.Values{"known": {id}}.Encode()), nil
}
