package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// overviewPage is the page a clerk opens in the morning.
type overviewPage struct {
	service.Overview
	Span     string // 2021–2023
	Ledger   service.LedgerCounts
	ToDo     []overviewCount // what there is to do, urgent first
	Open     int             // promises to be confirmed
	Coming   []ledgerLine    // the next promises to come due
	Promises []promiseRow    // by office and year
	Years    []int           // of the promises
	Rows     []officeRow     // facts by office and year
	Arrivals []arrival
	Pager    pager     // of the offices
	Since    time.Time // the last visit; zero: there was none
	New      int       // arrivals since then

	Preparing *preparing // the ledger is being worked out; nil: it is there
}

// overviewCount is a number that leads to what it counts.
type overviewCount struct {
	Name  string // overdue, due_soon, unreported, open, wrong
	Count int
	URL   string
}

// promiseRow is an office's line of the table of promises, a cell a year.
type promiseRow struct {
	service.OfficePromises
	URL   string
	Cells []promiseCell
}

type promiseCell struct {
	service.PromiseCount
	URL string
}

// officeRow is an office's line of the table of facts, a cell a year.
type officeRow struct {
	service.Office
	URL   string
	Cells []officeCell
}

type officeCell struct {
	service.Filed
	URL string
}

// arrival is a report that came in lately.
type arrival struct {
	service.Arrival
	New         bool
	URL         string
	PromisesURL string // of the promises that it makes or answers
}

const (
	recentReports  = 8
	comingLines    = 6
	officesAPage   = 15
	yearsOfOffices = 12 // the latest; in the total are all
)

// overview shows what there is to do, what came last and what is in the library.
func (s *server) overview(w http.ResponseWriter, r *http.Request) (any, error) {
	asked := paramsOf(r)
	part := index.Page{Offset: asked.number("offset"), Limit: officesAPage}
	if err := asked.err(); err != nil {
		return nil, err
	}
	o := s.service.Overview()
	p := overviewPage{Overview: o, Span: spanOf(o.Years), Since: lastVisit(w, r, time.Now()),
		Pager: newPager(r.URL, part, len(o.Offices))}
	if o.Reports == 0 {
		return p, nil
	}
	p.Pager.leadTo("#promises-by-office")
	shown := cut(o.Offices, part)
	came, err := s.overviewPromises(w, r, &p, shown)
	if err != nil {
		return nil, err
	}
	for _, a := range came {
		one := arrival{a, !p.Since.IsZero() && a.At.After(p.Since), "/reports/" + url.PathEscape(a.ID),
			addressed(ledgerPath, url.Values{"report": {a.ID}})}
		if one.New {
			p.New++
		}
		p.Arrivals = append(p.Arrivals, one)
	}
	p.Overview.Years = latest(o.Years)
	for _, office := range shown {
		row := officeRow{Office: office, URL: reportsOf(office.Org, 0)}
		for _, year := range p.Overview.Years {
			row.Cells = append(row.Cells, officeCell{office.ByYear[year], reportsOf(office.Org, year)})
		}
		p.Rows = append(p.Rows, row)
	}
	return p, nil
}

// overviewPromises fills in what there is of promises, or that they are being
// worked out: a large library's ledger takes longer than people wait for their
// first page. It returns the reports that came last.
func (s *server) overviewPromises(w http.ResponseWriter, r *http.Request, p *overviewPage, shown []service.Office) ([]service.Arrival, error) {
	if p.Preparing = s.stillPreparing(w, r, report.Date{}); p.Preparing != nil {
		p.Ledger.Today = s.service.Today()
		return s.service.Arrived(recentReports)
	}
	if err := s.overviewLedger(p, shown); err != nil {
		return nil, err
	}
	return s.service.Arrivals(recentReports)
}

// latest returns the latest of rising years.
func latest(years []int) []int { return years[max(0, len(years)-yearsOfOffices):] }

// overviewLedger fills in what there is of promises.
func (s *server) overviewLedger(p *overviewPage, shown []service.Office) error {
	var err error
	if p.Ledger, err = s.service.LedgerCounts(service.LedgerRequest{}); err != nil {
		return err
	}
	p.ToDo, p.Open = overviewCounts(p.Ledger), p.Ledger.Review[service.ReviewOpen]
	lines, err := s.service.Ledger(service.LedgerRequest{Sort: service.ByDue,
		Light: []report.Light{report.LightDueSoon, report.LightNone}})
	if err != nil {
		return err
	}
	filed := s.filedReports()
	for _, l := range lines {
		if len(p.Coming) < comingLines && !l.Due.IsZero() && !l.Due.Before(p.Ledger.Today) {
			p.Coming = append(p.Coming, s.ledgerLine(filed, l, ""))
		}
	}
	m, err := s.service.LedgerMatrix(report.Date{})
	p.Years = latest(m.Years)
	for _, office := range m.Offices {
		if !slices.ContainsFunc(shown, func(o service.Office) bool { return o.Org == office.Org }) {
			continue
		}
		row := promiseRow{OfficePromises: office, URL: promisesOf(office.Org, 0)}
		for _, year := range p.Years {
			row.Cells = append(row.Cells, promiseCell{office.ByYear[year], promisesOf(office.Org, year)})
		}
		p.Promises = append(p.Promises, row)
	}
	return err
}

// overviewCounts returns what there is to do.
func overviewCounts(c service.LedgerCounts) []overviewCount {
	at := func(name, value string) string {
		return addressed(ledgerPath, url.Values{name: {value}, "sort": {string(service.ByUrgency)}})
	}
	overdue, soon, silent := report.LightOverdue, report.LightDueSoon, report.Unreported
	open, wrong := service.ReviewOpen, service.ReviewWrong
	return []overviewCount{
		{string(overdue), c.Light[overdue], at("light", string(overdue))},
		{string(soon), c.Light[soon], at("light", string(soon))},
		{string(silent), c.Status[silent], at("status", string(silent))},
		{string(open), c.Review[open], at("review", string(open))},
		{string(wrong), c.Review[wrong], at("review", string(wrong))},
	}
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
	return addressed("/reports", officeQuery(org, year))
}

// promisesOf returns the address of an office's promises, of one year or all.
func promisesOf(org string, year int) string {
	return addressed(ledgerPath, officeQuery(org, year))
}

func officeQuery(org string, year int) url.Values {
	q := url.Values{"org": {org}}
	if year != 0 {
		q.Set("year", strconv.Itoa(year))
	}
	return q
}
