package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// indicatorsPage is the list of indicators, or one of them through the years.
type indicatorsPage struct {
	Asked  indicatorsAsked
	Topics []indicatorTopic // the list; nil where one is shown
	Count  int              // of indicators in it

	Name      string         // of the one that is shown
	Offices   []officeChoice // all
	Offered   []officeChoice // to choose from
	Charts    []chartView
	Years     []officeYears
	Columns   yearColumns // of the table
	Notes     []breakNote
	Points    []pointRow // the first of them
	Said      int        // how many there are
	Unlisted  int        // offices with values that are not offered
	Downloads []navItem
	Merge     *mergeForm // that it is the same as another one; nil where nothing is shown
	As        []navItem  // bars, lines
}

// indicatorsAsked is what the address asks for.
type indicatorsAsked struct {
	Find      string // in the list
	Indicator string
	Orgs      []string // offices that are shown; none: all, up to mostPanels
	As        string   // bars or lines; empty: as fits

	format string // of a download; empty: the page
	of     string // number of the chart of a download
	url    *url.URL
}

// indicatorTopic is a topic of the rules and its indicators.
type indicatorTopic struct {
	Name       string
	Indicators []service.Indicator
}

// officeChoice is an office that has values of the indicator.
type officeChoice struct {
	Org    string
	Chosen bool
}

// officeYears is the table of an office.
type officeYears struct {
	Org  string
	Rows []yearLine
}

// yearLine is a line of the table.
type yearLine struct {
	series.YearRow
	Notes []int // numbers of notes
}

// yearColumns are the columns of the table in which something stands.
type yearColumns struct{ Target, Forecast, Reached, Aim, Growth, Computed bool }

func (c *yearColumns) add(r series.YearRow) {
	c.Target = c.Target || r.Target != nil
	c.Forecast = c.Forecast || r.Forecast != nil
	c.Reached = c.Reached || r.Reached() != nil
	c.Aim = c.Aim || r.Aim != nil
	c.Growth = c.Growth || r.Growth != nil
	c.Computed = c.Computed || r.Computed != nil
}

// pointRow is a value where a report says it.
type pointRow struct {
	series.Point
	URL string // of the place in the report
}

const (
	asBars     = "bars"
	asLines    = "lines"
	svgFormat  = "svg"
	mostPanels = 6  // offices that are shown where none is chosen
	mostChosen = 12 // offices that are shown at all
	mostTicks  = 60 // offices that are offered, beside those that are shown
	mostPoints = 150
)

// indicators lists the indicators, or shows one, or hands it out as a file.
func (s *server) indicators(_ http.ResponseWriter, r *http.Request) (any, error) {
	asked, err := indicatorsAskedOf(r)
	if err != nil {
		return nil, err
	}
	if asked.Indicator == "" {
		return s.indicatorList(r, asked)
	}
	p, rows, err := s.indicatorPage(r, asked)
	if err == nil && asked.format == "" {
		p.Merge, err = s.mergeIndicator(r, p.Name)
	}
	if err != nil || asked.format == "" {
		return p, err
	}
	return s.indicatorDownload(r, p, rows)
}

// mergeIndicator returns the form that says that an indicator is another one.
func (s *server) mergeIndicator(r *http.Request, name string) (*mergeForm, error) {
	var names []string
	if authorOf(r) != "" { // counting them is work, and only who has signed is offered them
		found, err := s.service.Indicators(r.Context(), "")
		if err != nil {
			return nil, err
		}
		for _, i := range found {
			names = append(names, i.Name)
		}
	}
	f, err := s.mergeForm(r, seriesURL(name), report.FieldIndicator, name, names)
	return &f, err
}

func indicatorsAskedOf(r *http.Request) (indicatorsAsked, error) {
	p := paramsOf(r)
	a := indicatorsAsked{Find: p.text("find"), Indicator: p.text("indicator"), Orgs: p.list("org"),
		As: p.choice("as", "", asBars, asLines), of: strconv.Itoa(p.number("of")), url: r.URL,
		format: p.choice("format", append([]string{"", svgFormat}, sheetFormats...)...)}
	return a, p.err()
}

func (s *server) indicatorList(r *http.Request, a indicatorsAsked) (any, error) {
	found, err := s.service.Indicators(r.Context(), a.Find)
	p := indicatorsPage{Asked: a, Count: len(found), Topics: []indicatorTopic{}}
	for _, i := range found {
		at := slices.IndexFunc(p.Topics, func(t indicatorTopic) bool { return t.Name == i.Topic })
		if at < 0 {
			at, p.Topics = len(p.Topics), append(p.Topics, indicatorTopic{Name: i.Topic})
		}
		p.Topics[at].Indicators = append(p.Topics[at].Indicators, i)
	}
	return p, err
}

func (s *server) indicatorPage(r *http.Request, a indicatorsAsked) (indicatorsPage, []series.YearRow, error) {
	p := indicatorsPage{Asked: a, Name: s.service.CanonicalIndicator(a.Indicator)}
	rows, err := s.service.Years(service.SeriesRequest{Indicator: a.Indicator})
	if err != nil {
		return p, nil, err
	}
	rows = p.choose(rows)
	points, err := s.service.Series(service.SeriesRequest{Indicator: a.Indicator})
	if err != nil {
		return p, nil, err
	}
	for _, point := range points {
		if !p.shows(point.Org) {
			continue
		}
		if p.Said++; p.Said <= mostPoints {
			p.Points = append(p.Points, pointRow{point, reportAt(point.Report, point.Place.Start, factAnchor(point.Fact))})
		}
	}
	breaks, err := s.service.SeriesBreaks(service.SeriesRequest{Indicator: a.Indicator})
	if err != nil {
		return p, nil, err
	}
	p.addNotes(breaks)
	p.addYears(rows)
	p.addCharts(rows, words(s.catalogues[s.langOf(r)]))
	p.addLinks()
	return p, rows, nil
}

// choose lists the offices and returns the rows of those that are shown.
func (p *indicatorsPage) choose(rows []series.YearRow) []series.YearRow {
	shown := 0
	for _, r := range rows {
		if n := len(p.Offices); n > 0 && p.Offices[n-1].Org == r.Org {
			continue
		}
		chosen := p.asks(r.Org, rows) && shown < mostChosen || len(p.Asked.Orgs) == 0 && shown < mostPanels
		if chosen {
			shown++
		}
		p.Offices = append(p.Offices, officeChoice{r.Org, chosen})
	}
	var out []series.YearRow
	for _, r := range rows {
		if p.shows(r.Org) {
			out = append(out, r)
		}
	}
	p.Offered = p.offered()
	p.Unlisted = len(p.Offices) - len(p.Offered)
	return out
}

// asks tells whether the address asks for an office, by its name or by a part of
// it that is no other office's name.
func (p *indicatorsPage) asks(org string, rows []series.YearRow) bool {
	return slices.ContainsFunc(p.Asked.Orgs, func(asked string) bool {
		isName := slices.ContainsFunc(rows, func(r series.YearRow) bool { return r.Org == asked })
		return asked == org || !isName && strings.Contains(org, asked)
	})
}

// offered returns the offices that the form offers: those that are shown, and
// the first of the others.
func (p *indicatorsPage) offered() []officeChoice {
	var out []officeChoice
	others := 0
	for _, o := range p.Offices {
		if !o.Chosen {
			others++
		}
		if o.Chosen || others <= mostTicks {
			out = append(out, o)
		}
	}
	return out
}

func (p *indicatorsPage) shows(org string) bool {
	return slices.Contains(p.Offices, officeChoice{org, true})
}

func (p *indicatorsPage) addNotes(breaks []series.Break) {
	for _, b := range breaks {
		if p.shows(b.Org) {
			p.Notes = append(p.Notes, newBreakNote(len(p.Notes)+1, b))
		}
	}
}

// addYears fills the table.
func (p *indicatorsPage) addYears(rows []series.YearRow) {
	for _, r := range rows {
		if n := len(p.Years); n == 0 || p.Years[n-1].Org != r.Org {
			p.Years = append(p.Years, officeYears{Org: r.Org})
		}
		p.Columns.add(r)
		line := yearLine{YearRow: r}
		for _, n := range p.Notes {
			if n.Org == r.Org && n.Year == r.Year {
				line.Notes = append(line.Notes, n.Number)
			}
		}
		office := &p.Years[len(p.Years)-1]
		office.Rows = append(office.Rows, line)
	}
}

func (p *indicatorsPage) addLinks() {
	for _, f := range sheetFormats {
		p.Downloads = append(p.Downloads, navItem{Name: f, URL: p.Asked.with("format", f)})
	}
	for _, as := range []string{asBars, asLines} {
		p.As = append(p.As, navItem{as, p.Asked.with("as", as), p.Asked.As == as})
	}
}

// with returns the address with a parameter changed.
func (a indicatorsAsked) with(name, value string) string { return withParam(a.url, name, value) }
