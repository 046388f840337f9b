package web

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"taizhang/index"
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
	Results []library.Result  // those that are listed, what went wrong first
	Unknown []service.Lacking // reports of which something is not known
	Doubts  []service.Doubt
	Pager   pager // of both lists

	Preparing *preparing // the doubts are being looked for; nil: they are there
	Who       string     // decides at this browser; empty: not known yet
	Kinds     []string   // of document, to choose from
	MaxSize   int64      // of one upload, in megabytes
	MaxMany   int        // files of one upload
}

// documentKinds are the kinds that forms offer.
var documentKinds = []string{report.KindSummaryPlan, report.KindSummary, report.KindPlan, report.KindGovernment,
	report.KindCongress}

const (
	lookAPage   = 30  // reports to look at
	mostResults = 200 // files that the answer to a form lists
)

// importForm shows the form.
func (s *server) importForm(w http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	part := index.Page{Offset: p.number("offset"), Limit: lookAPage}
	if err := p.err(); err != nil {
		return nil, err
	}
	out := s.importShown(nil)
	out.Who = authorOf(r)
	out.Preparing = notYet(w)(s.service.NotesSoon(r.Context(), s.options.Patience))
	err := s.toLookAt(&out, r, part)
	return out, err
}

func (s *server) importShown(summary *library.Summary) importShown {
	out := importShown{Summary: summary, Kinds: documentKinds, MaxSize: s.options.MaxUpload >> 20, MaxMany: uploadFiles}
	if summary != nil {
		isWell := func(r library.Result) bool { return r.Status == library.Imported }
		well := slices.DeleteFunc(slices.Clone(summary.Results), func(r library.Result) bool { return !isWell(r) })
		out.Results = append(slices.DeleteFunc(slices.Clone(summary.Results), isWell), well...)
		out.Results = out.Results[:min(mostResults, len(out.Results))]
	}
	return out
}

// toLookAt fills in what a person should look at.
func (s *server) toLookAt(out *importShown, r *http.Request, part index.Page) error {
	lacking := s.service.Lacking()
	var doubts []service.Doubt
	if out.Preparing == nil {
		var err error
		if doubts, err = s.service.Doubts(); err != nil {
			return err
		}
	}
	out.Unknown, out.Doubts = cut(lacking, part), cut(doubts, part)
	out.Pager = newPager(r.URL, part, max(len(lacking), len(doubts)))
	out.Pager.leadTo("#look")
	return nil
}

// importSent takes documents in and shows what became of each. Where JavaScript
// is on the page sends them to the API instead, which tells how far it has come.
func (s *server) importSent(w http.ResponseWriter, r *http.Request) (any, error) {
	q, done, err := s.importRequest(r)
	defer done()
	if err != nil {
		return nil, err
	}
	summary, err := s.service.Import(r.Context(), q, nil)
	if err != nil {
		return nil, err
	}
	out := s.importShown(&summary)
	err = s.toLookAt(&out, r, index.Page{Limit: lookAPage})
	return out, err
}

// importKnown writes down what a person knows of a report that it does not say.
func (s *server) importKnown(w http.ResponseWriter, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badUpload(err)
	}
	id := r.PostForm.Get("report")
	if err := s.decideKnown(w, r, id); err != nil {
		return s.again(w, asShown(r, importPage), refusedForm{name: id, err: err}, s.importForm)
	}
	return redirect(importPage + "?" + url.Values{"known": {id}}.Encode()), nil
}

// decideKnown writes down what a form says of a report.
func (s *server) decideKnown(w http.ResponseWriter, r *http.Request, id string) error {
	author, err := authorSent(w, r)
	if err != nil {
		return err
	}
	p := &params{values: r.PostForm}
	p.known = []string{"report", "who"}
	given := map[string]string{"org": p.text("org"), "kind": p.text("kind"), "year": p.text("year")}
	if year := given["year"]; year != "" && !isYear(year) {
		p.fail("year", &mistake{"want_year", nil, "want a year of four digits"})
	}
	if err := p.strictly(); err != nil {
		return err
	}
	var all []service.DecideRequest
	for _, field := range slices.Sorted(maps.Keys(given)) {
		if value := given[field]; value != "" {
			all = append(all, service.DecideRequest{Author: author, Kind: report.DecisionReport, Target: id, Field: field, Value: value})
		}
	}
	if len(all) == 0 {
		return &service.InvalidError{Field: "org", Err: &mistake{"want_change", nil, "nothing was changed"}}
	}
	_, err = s.service.Decide(r.Context(), all...)
	return asMistake("org", err)
}

// isYear tells whether a text is a year that reports can be filed under.
func isYear(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n >= 1900 && n <= 2200
}
