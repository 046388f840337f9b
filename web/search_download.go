package web

import (
	"net/http"
	"strconv"
	"strings"

	"taizhang/export"
	"taizhang/index"
	"taizhang/service"
)

// searchDownload hands out all that is found, in the order of the page.
func (s *server) searchDownload(r *http.Request, a searchAsked) (any, error) {
	all := index.Page{Limit: mostExported, Sort: a.Sort}
	lang := export.Lang(s.langOf(r))
	if a.In == inFacts {
		found, err := s.service.Facts(r.Context(), service.FactsRequest{Query: a.Query, Page: all, Words: a.Words})
		return sheetDownload("facts", a.format, found.Facts, func() export.Sheet { return export.Facts(found.Facts, lang) }), err
	}
	found, err := s.service.Search(r.Context(), service.SearchRequest{Query: a.Query, Page: all, Words: a.Words})
	return sheetDownload("sentences", a.format, found.Passages,
		func() export.Sheet { return passagesSheet(found.Passages, lang) }), err
}

// passagesSheet returns sentences as a sheet, one a row.
func passagesSheet(found []index.Passage, lang export.Lang) export.Sheet {
	s := export.Sheet{Name: "sentences"}
	for _, w := range []string{"Year", "Office", "Page", "Section", "Sentence", "File"} {
		s.Head = append(s.Head, lang.Label(w))
	}
	for _, p := range found {
		s.Rows = append(s.Rows, []string{known(p.Report.Year), p.Report.Org, known(p.Place.Page),
			strings.Join(p.Section, " / "), p.Text, p.Report.Name})
	}
	return s
}

// known writes a number that is 0 where it is not known.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
