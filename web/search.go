package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"taizhang/index"
	"taizhang/library"
	"taizhang/service"
)

// searchPage is what a query finds: sentences or facts, whichever tab is open.
type searchPage struct {
	Asked   searchAsked
	Mistake *queryMistake // nil: the query is one
	Counts  service.Counts
	Tabs    []navItem // sentences, facts

	Passages []passageHit
	Facts    []factHit
	Also     []index.Expansion
	Near     []correction
	Facets   []facetView
	Pager    pager

	ExactURL  string // the same search without other words
	MoreURL   string // with more values of each facet; empty: all are there
	Downloads []navItem
	Saved     []library.SavedSearch
}

// searchAsked is what the address asks for.
type searchAsked struct {
	Query string
	In    string // passages or facts
	Sort  string
	Words service.Words
	Many  bool // values of each facet

	page   index.Page
	format string // of a download; empty: the page
	url    *url.URL
}

// The parts of a search page.
const (
	inPassages   = "passages"
	inFacts      = "facts"
	hitsAPage    = 20
	fewValues    = 8
	manyValues   = 200
	mostExported = 100_000 // lines of a download
)

// search shows what is asked for, or hands it out as a file.
func (s *server) search(_ http.ResponseWriter, r *http.Request) (any, error) {
	asked, err := searchAskedOf(r)
	if err != nil {
		return nil, err
	}
	if asked.format != "" {
		return s.searchDownload(r, asked)
	}
	p := searchPage{Asked: asked}
	if p.Saved, err = s.service.SavedSearches(); err != nil {
		return nil, err
	}
	find := s.findPassages
	if asked.In == inFacts {
		find = s.findFacts
	}
	err = find(r, &p)
	if syntax := new(index.SyntaxError); errors.As(err, &syntax) {
		p.Mistake = newQueryMistake(asked.Query, syntax)
		return p, nil
	}
	if err != nil {
		return nil, err
	}
	p.addLinks()
	return p, nil
}

func searchAskedOf(r *http.Request) (searchAsked, error) {
	p := paramsOf(r)
	a := searchAsked{Query: p.text("query"), In: p.choice("in", inPassages, inFacts), url: r.URL,
		Words: p.words(), Many: p.flag("many"),
		format: p.choice("format", append([]string{""}, sheetFormats...)...)}
	a.page = p.page()
	a.page.Limit, a.Sort = hitsAPage, a.page.Sort
	return a, p.err()
}

func (a searchAsked) values() int {
	if a.Many {
		return manyValues
	}
	return fewValues
}

func (s *server) findPassages(r *http.Request, p *searchPage) error {
	a := p.Asked
	found, err := s.service.Search(r.Context(), service.SearchRequest{Query: a.Query, Page: a.page, Words: a.Words,
		Facets: a.values(), Alone: true})
	if err != nil {
		return err
	}
	p.Passages = s.passageHits(found.Passages)
	p.Counts.Passages = found.Total.Count
	p.Also, p.Near = found.Also, a.corrections(found.Near)
	p.addFacets(found.Facets)
	p.Pager = newPager(a.url, a.page, found.Total.Count)
	p.Counts.Facts, err = s.service.CountFacts(r.Context(), a.Query, a.Words)
	return err
}

func (s *server) findFacts(r *http.Request, p *searchPage) error {
	a := p.Asked
	found, err := s.service.Facts(r.Context(), service.FactsRequest{Query: a.Query, Page: a.page, Words: a.Words,
		Facets: a.values()})
	if err != nil {
		return err
	}
	if p.Facts, err = s.factHits(found.Facts); err != nil {
		return err
	}
	p.Counts.Facts = found.Total.Count
	p.Also, p.Near = found.Also, a.corrections(found.Near)
	p.addFacets(found.Facets)
	p.Pager = newPager(a.url, a.page, found.Total.Count)
	p.Counts.Passages, err = s.service.CountPassages(r.Context(), a.Query, a.Words)
	return err
}

// addLinks adds the addresses of the same search seen otherwise.
func (p *searchPage) addLinks() {
	a := p.Asked
	for _, in := range []string{inPassages, inFacts} {
		p.Tabs = append(p.Tabs, navItem{in, a.with("in", in), a.In == in})
	}
	for _, f := range sheetFormats {
		p.Downloads = append(p.Downloads, navItem{Name: f, URL: a.with("format", f)})
	}
	p.ExactURL = a.with("exact", strconv.FormatBool(true))
}

// with returns the address of the search with a parameter changed, from its
// first page on.
func (a searchAsked) with(name, value string) string {
	q := a.url.Query()
	q.Set(name, value)
	q.Del("offset")
	if name == "in" {
		q.Del("sort") // what one part is sorted by, the other may not have
	}
	return "?" + q.Encode()
}
