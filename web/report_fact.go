package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"taizhang/export"
	"taizhang/report"
	"taizhang/service"
)

// reportFactPage is one fact with all there is to know of it.
type reportFactPage struct {
	Head     reportHead
	Detail   service.FactDetail
	Note     factNote
	Sentence []stretch
	Path     []string // headings above
	Back     string   // to its place in the text
	Fields   []factField
	Parts    []factNote
	Pictures []pagePicture // pages it stands on; none: the format has none
	Form     []correctable
	Past     []historyLine
	Who      string
	TryURL   string // tries the rules on the sentence
}

// NoteOf returns a fact as a line.
func (reportFactPage) NoteOf(f *report.Fact) factNote { return noteOf(f) }

// factField is a field of a fact, and what it was before people corrected it.
type factField struct {
	Name, Value, Was string
	Chinese          bool
}

func (s *server) reportFact(_ http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	detail, err := s.service.FactDetail(r.Context(), id, r.PathValue("fact"))
	if err != nil {
		return nil, err
	}
	one, err := s.service.Report(id)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "fact")
	if err != nil {
		return nil, err
	}
	f := &detail.Fact
	out := reportFactPage{Head: head, Detail: detail, Note: noteOf(f), Path: f.Section, Who: authorOf(r),
		Sentence: stretches(f.Sentence, spanInSentence(one, *f)), Back: reportAt(id, f.Place.Start, factAnchor(f.ID)),
		Fields: factFields(f, &detail.Found, s.langOf(r)), Form: factForm(f)}
	try := url.Values{"try": {f.Sentence}, "rule": {f.Rule}, "plan": {strconv.FormatBool(f.Part == report.Plan)}}
	if f.Year > 0 {
		try.Set("year", strconv.Itoa(f.Year))
	}
	out.TryURL = "/rules?" + try.Encode()
	for i := range detail.Parts {
		out.Parts = append(out.Parts, noteOf(&detail.Parts[i]))
	}
	out.Past = historyLines(detail.History, out.Who)
	shapes, err := s.service.Frames(r.Context(), id, detail.Found.Place)
	if err != nil && r.Context().Err() != nil {
		return nil, err
	}
	for _, p := range shapes { // what cannot be drawn is missing, the rest is not
		out.Pictures = append(out.Pictures, pictureOf(id, p))
	}
	return out, nil
}

// factFields returns what a fact says, field by field, beside what was found;
// empty ones are left out.
func factFields(f, found *report.Fact, l lang) []factField {
	now, was := said(f, l), said(found, l)
	var out []factField
	for i, one := range now {
		if was[i].Value != one.Value {
			one.Was = was[i].Value
			if one.Was == "" {
				one.Was = "–"
			}
		}
		if one.Value != "" || one.Was != "" {
			out = append(out, one)
		}
	}
	return out
}

// said returns the fields of a fact in the order in which they are read.
func said(f *report.Fact, l lang) []factField {
	word := func(w string) string {
		if w == "" {
			return ""
		}
		return export.Lang(l).Label(w)
	}
	table := ""
	if f.Cell != nil {
		table = f.Cell.Row + " × " + f.Cell.Column
	}
	testable := ""
	if f.Testable != nil {
		testable = word(map[bool]string{true: "yes", false: "no"}[*f.Testable])
	}
	return []factField{
		{Name: "Kind", Value: word(string(f.Kind))},
		{Name: "Indicator", Value: f.Indicator, Chinese: true},
		{Name: "Subject", Value: f.Subject, Chinese: true},
		{Name: "Action", Value: f.Action, Chinese: true},
		{Name: "Value", Value: exactly(f.Value)},
		{Name: "Comparison", Value: word(string(f.Comparison))},
		{Name: "Modality", Value: word(string(f.Modality))},
		{Name: "Period", Value: strings.Replace(f.Period.String(), "/", " – ", 1)},
		{Name: "Due", Value: f.Due.String()},
		{Name: "Level", Value: f.Level, Chinese: true},
		{Name: "Scope", Value: f.Scope, Chinese: true},
		{Name: "Owner", Value: f.Owner, Chinese: true},
		{Name: "Strength", Value: word(string(f.Strength))},
		{Name: "Testable", Value: testable},
		{Name: "Members", Value: strings.Join(f.Members, "、"), Chinese: true},
		{Name: "Place", Value: table, Chinese: true},
	}
}

// exactly writes a value, and its plain number where that is another.
func exactly(v *report.Value) string {
	if v == nil {
		return ""
	}
	short := export.Value(v)
	if plain := v.Min.String() + v.Unit; v.Min.Equal(v.Max) && !strings.HasSuffix(short, plain) {
		return short + "（" + plain + "）"
	}
	return short
}

// reportFactSent takes a correction of a fact in: do is correct, reject, comment
// or undo.
func (s *server) reportFactSent(w http.ResponseWriter, r *http.Request) (any, error) {
	id, fact := r.PathValue("id"), r.PathValue("fact")
	author, mistaken := authorSent(w, r)
	detail, err := s.service.FactDetail(r.Context(), id, fact)
	if err != nil {
		return nil, err
	}
	d := corrected{Who: author.Who, Why: author.Why, Do: r.PostFormValue("do"), ID: r.PostFormValue("id"),
		Fields: changed(factForm(&detail.Fact), r)}
	page := "/reports/" + url.PathEscape(id) + "/facts/" + url.PathEscape(fact)
	if mistaken == nil {
		mistaken = s.correctFact(r.Context(), id, fact, d)
	}
	if mistaken != nil {
		return s.again(w, asShown(r, page), refusedForm{name: "correct", err: mistaken}, s.reportFact)
	}
	return redirect(page + "#history"), nil
}

// pagePicture is a page's picture with what is framed on it.
type pagePicture struct {
	Number        int
	URL           string
	Width, Height string // in points, as SVG writes them
	ViewBox       string
	Frames        []svgBox
}

// svgBox is a box as SVG writes it.
type svgBox struct{ X, Y, Width, Height string }

// frameRoom is how many points stand between words and their frame.
const frameRoom = 1.5

func pictureOf(id string, p service.PageShape) pagePicture {
	out := pagePicture{Number: p.Number, URL: pictureURL(id, p.Number), Width: points(p.Width), Height: points(p.Height),
		ViewBox: "0 0 " + points(p.Width) + " " + points(p.Height)}
	for _, f := range p.Frames {
		out.Frames = append(out.Frames, boxOf(f))
	}
	return out
}

func boxOf(f service.Frame) svgBox {
	b := f.Box
	return svgBox{points(b.X - frameRoom), points(b.Y - frameRoom), points(b.Width + 2*frameRoom), points(b.Height + 2*frameRoom)}
}

func points(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }

func pictureURL(id string, page int) string {
	return "/reports/" + url.PathEscape(id) + "/pages/" + strconv.Itoa(page) + "/picture"
}
