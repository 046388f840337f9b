package web

import (
	"net/http"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

// overviewAnswer is what the page a clerk opens in the morning counts.
type overviewAnswer struct {
	service.Overview
	Ledger   service.LedgerCounts `json:"ledger"`
	Promises service.LedgerMatrix `json:"promises"` // by office and year
}

// apiOverview counts what is in the library and what there is to do: today.
func (s *server) apiOverview(_ http.ResponseWriter, r *http.Request) (out overviewAnswer, err error) {
	p := paramsOf(r)
	today := p.date("today")
	if err := p.strictly(); err != nil {
		return out, err
	}
	out.Overview = s.service.Overview()
	if out.Ledger, err = s.service.LedgerCounts(service.LedgerRequest{Today: today}); err != nil {
		return out, err
	}
	out.Promises, err = s.service.LedgerMatrix(today)
	return out, err
}

// mostArrivals is how many reports are listed that came last.
const mostArrivals = 1000

// apiArrivals lists the reports that came last, latest first, with the promises
// they make and answer.
func (s *server) apiArrivals(_ http.ResponseWriter, r *http.Request) (out listing[service.Arrival], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	most := mostArrivals
	if page.Limit > 0 {
		most = min(most, page.Offset+page.Limit)
	}
	all, err := s.service.Arrivals(most)
	if err != nil {
		return out, err
	}
	total := min(mostArrivals, s.service.Overview().Reports)
	return listed(r.URL, page, cut(all, page), index.Total{Count: total, Exact: true}), nil
}

// doubtful is a report with what a person should look at in it.
type doubtful struct {
	Report   string           `json:"report"` // its id
	Name     string           `json:"name"`   // of the file
	Org      string           `json:"org"`
	Year     int              `json:"year"`
	Unknown  []string         `json:"unknown"`  // of org, year, kind: what nobody knows yet
	Problems []report.Problem `json:"problems"` // that its reading met
}

// apiDoubts lists the reports that a person should look at: something is not
// known of them, or their reading met problems.
func (s *server) apiDoubts(_ http.ResponseWriter, r *http.Request) (out listing[doubtful], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	doubts, err := s.service.Doubts()
	if err != nil {
		return out, err
	}
	return pageOf(r, page, doubtfulOf(s.service.Lacking(), doubts)), nil
}

func doubtfulOf(lacking []service.Lacking, doubts []service.Doubt) []doubtful {
	var out []doubtful
	at := map[string]int{}
	for _, l := range lacking {
		at[l.ID] = len(out)
		out = append(out, doubtful{l.ID, l.Name, l.Entry.Org, l.Entry.Year, unknownOf(l), []report.Problem{}})
	}
	for _, d := range doubts {
		if i, ok := at[d.ID]; ok {
			out[i].Problems = d.Problems
			continue
		}
		out = append(out, doubtful{d.ID, d.Name, d.Org, d.Year, []string{}, d.Problems})
	}
	return out
}

// unknownOf returns what is not known of a report.
func unknownOf(l service.Lacking) []string {
	out := []string{}
	if l.Org {
		out = append(out, report.FieldOrg)
	}
	if l.Year {
		out = append(out, report.FieldYear)
	}
	if l.Kind {
		out = append(out, report.FieldKind)
	}
	return out
}
