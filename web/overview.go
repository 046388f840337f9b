package web

import (
	"net/http"
	"net/url"
	"strconv"

	"taizhang/service"
)

// overviewPage is the page a clerk opens in the morning.
type overviewPage struct {
	service.Overview
	Span   string // 2021–2023
	Rows   []officeRow
	Recent []service.Stored
}

// officeRow is an office's line of the table, a cell a year.
type officeRow struct {
	service.Office
	URL   string
	Cells []officeCell
}

type officeCell struct {
	service.Filed
	URL string
}

const recentReports = 8

// overview shows what is in the library and what came last.
func (s *server) overview(http.ResponseWriter, *http.Request) (any, error) {
	o := s.service.Overview()
	recent, err := s.service.Recent(recentReports)
	p := overviewPage{Overview: o, Span: spanOf(o.Years), Recent: recent}
	for _, office := range o.Offices {
		row := officeRow{Office: office, URL: reportsOf(office.Org, 0)}
		for _, year := range o.Years {
			row.Cells = append(row.Cells, officeCell{office.ByYear[year], reportsOf(office.Org, year)})
		}
		p.Rows = append(p.Rows, row)
	}
	return p, err
}

// spanOf writes the years as a range, – where there is none.
func spanOf(years []int) string {
	switch len(years) {
	case 0:
		return "–"
	case 1:
		return strconv.Itoa(years[0])
	}
	return strconv.Itoa(years[0]) + "–" + strconv.Itoa(years[len(years)-1])
}

// reportsOf returns the address of an office's reports, of one year or all.
func reportsOf(org string, year int) string {
	q := url.Values{"org": {org}}
	if year != 0 {
		q.Set("year", strconv.Itoa(year))
	}
	return "/reports?" + q.Encode()
}
