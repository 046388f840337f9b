package web

import (
	"net/http"
	"slices"
	"strings"

	"taizhang/export"
	"taizhang/index"
	"taizhang/report"
)

// reportFactsPage lists the facts of a report.
type reportFactsPage struct {
	Head  reportHead
	Kinds []chip
	Modes []chip
	Rows  []factRow
	Pager pager
	// Formats are the files that what is shown can be kept as.
	Formats []navItem
}

// factRow is a fact with what is told of it in a table.
type factRow struct {
	factNote
	Period   string
	Page     int
	Section  string
	Sentence []stretch
}

const factsAPage = 150

// reportFacts lists the facts of a report, or hands them out: kind, modality,
// format.
func (s *server) reportFacts(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	f := factFilterOf(p)
	format := p.choice("format", append([]string{""}, sheetFormats...)...)
	page := index.Page{Offset: p.number("offset"), Limit: factsAPage}
	if err := p.err(); err != nil {
		return nil, err
	}
	one, err := s.service.Report(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	facts := f.of(one.Facts)
	if format != "" {
		return sheetDownload(baseOf(one.Name), format, facts, func() export.Sheet {
			return export.Facts(facts, export.Lang(s.langOf(r)))
		}), nil
	}
	head, err := s.reportHead(one, "facts")
	if err != nil {
		return nil, err
	}
	out := reportFactsPage{Head: head, Kinds: f.kinds(one.Facts, r.URL), Modes: f.modes(one.Facts, r.URL),
		Pager: newPager(r.URL, page, len(facts))}
	for _, format := range sheetFormats {
		out.Formats = append(out.Formats, navItem{Name: strings.ToUpper(format), URL: withParam(r.URL, "format", format)})
	}
	for _, one := range cut(facts, page) {
		out.Rows = append(out.Rows, rowOf(one))
	}
	return out, nil
}

// baseOf returns the name of a file without its ending.
func baseOf(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i]
	}
	return name
}

func rowOf(f report.Fact) factRow {
	row := factRow{factNote: noteOf(&f), Period: shortPeriod(f.Period), Page: f.Place.Page}
	if n := len(f.Section); n > 0 {
		row.Section = f.Section[n-1]
	}
	var marked []report.Span
	if i := strings.Index(f.Sentence, f.Text); i >= 0 {
		marked = []report.Span{{Start: i, End: i + len(f.Text)}}
	}
	row.Sentence = around(stretches(f.Sentence, marked))
	return row
}

// aroundLength is how many characters are shown before and behind the words.
const aroundLength = 28

// around shortens what stands before and behind the marked words.
func around(all []stretch) []stretch {
	i := slices.IndexFunc(all, func(s stretch) bool { return s.Marked })
	if i > 0 {
		if before := []rune(all[i-1].Text); len(before) > aroundLength {
			all[i-1].Text = "…" + string(before[len(before)-aroundLength:])
		}
	}
	if i >= 0 && i+1 < len(all) {
		if after := []rune(all[i+1].Text); len(after) > aroundLength {
			all[i+1].Text = string(after[:aroundLength]) + "…"
		}
	}
	return all
}
