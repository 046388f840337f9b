package chart

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// Sheet is a chart as a file: its panels side by side, with what explains them.
type Sheet struct {
	Title  string
	Unit   string
	Legend []Entry
	Panels []Drawing
	Notes  []string // explained below
}

// Entry says what a style stands for.
type Entry struct {
	Style Style
	Name  string
}

// The measures of a sheet.
const (
	margin     = 20
	lineHeight = 19
	panelGap   = 28
	nameHeight = 22
)

// style is the sheet's own: black on white, so that it can be put in any
// document.
const style = `text{font:12px "Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1f1e1b}` +
	`.title{font-size:17px;font-weight:700}.name{font-weight:700}.note,.unit,.tick,.place{fill:#55524a}.label,.tick{font-size:11px}` +
	`.sign{fill:#a3301f;font-weight:700}.grid,.zero,.axis,.line{fill:none}.grid{stroke:#e4e0d6}.zero,.axis{stroke:#55524a}` +
	`.bar{stroke:#1d4f82;stroke-width:1.2}.bar.actual,.point.actual{fill:#1d4f82}.line{stroke:#1d4f82;stroke-width:1.8}` +
	`.line.target{stroke-dasharray:6 4}.line.forecast{stroke-dasharray:1.5 3.5}.point{stroke:#1d4f82;stroke-width:1.4}` +
	`.point.target,.point.forecast{fill:#fff}.ink{stroke:#1d4f82}.dot{fill:#1d4f82}`

// SVG writes the chart as a file that needs nothing else.
func SVG(out io.Writer, s Sheet) error {
	w := &svgWriter{}
	w.sheet(s)
	_, err := io.WriteString(out, w.String())
	return err
}

type svgWriter struct{ strings.Builder }

func (w *svgWriter) sheet(s Sheet) {
	rows := rowsOf(s.Panels)
	width := widthOf(rows) + 2*margin
	notes := wrapped(s.Notes, width-2*margin)
	height := margin + 3*lineHeight + len(notes)*lineHeight + margin
	for _, row := range rows {
		height += nameHeight + row[0].Height + lineHeight/2
	}
	w.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", itoa(width), "height", itoa(height),
		"viewBox", "0 0 "+itoa(width)+" "+itoa(height))
	w.element("title", s.Title)
	w.element("desc", strings.Join(s.Notes, " "))
	w.element("style", style)
	w.patterns()
	w.empty("rect", "width", "100%", "height", "100%", "fill", "#fff")
	y := margin + 14
	w.words("title", margin, y, s.Title)
	y += lineHeight + 4
	w.legend(s, y)
	y += lineHeight
	for _, row := range rows {
		x := margin
		for _, p := range row {
			w.words("name", x, y+14, p.Name)
			w.panel(p, x, y+nameHeight)
			x += p.Width + panelGap
		}
		y += nameHeight + row[0].Height + lineHeight/2
	}
	for _, n := range notes {
		y += lineHeight
		w.words("note", margin, y, n)
	}
	w.WriteString("</svg>\n")
}

// patterns are those that bars are filled with.
func (w *svgWriter) patterns() {
	w.WriteString(`<defs><pattern id="chart-target" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
		`<path class="ink" d="M0 0V5" stroke-width="2"/></pattern><pattern id="chart-forecast" width="5" height="5" ` +
		`patternUnits="userSpaceOnUse"><circle class="dot" cx="2" cy="2" r="1"/></pattern></defs>`)
}

func (w *svgWriter) legend(s Sheet, y int) {
	x := margin
	for _, e := range s.Legend {
		class, attributes := "bar "+string(e.Style), []string{"d", "M" + itoa(x) + " " + itoa(y-10) + "h16v11h-16Z"}
		w.empty("path", append(attributes, "class", class, "fill", Fill(e.Style))...)
		w.words("unit", x+22, y, e.Name)
		x += 22 + textWidth(e.Name) + 20
	}
	w.words("unit", x, y, s.Unit)
}

func (w *svgWriter) panel(p Drawing, x, y int) {
	w.open("g", "transform", "translate("+itoa(x)+" "+itoa(y)+")")
	for _, s := range p.Shapes {
		class := strings.TrimSpace(s.Class + " " + string(s.Style))
		switch {
		case s.Tag == Text:
			w.open("text", "class", class, "x", s.X, "y", s.Y, "text-anchor", s.Anchor)
			w.escaped(s.Words)
			w.WriteString("</text>")
		case s.Class == "bar" && Fill(s.Style) != "":
			w.open("path", "class", class, "d", s.D, "fill", Fill(s.Style))
			w.element("title", s.Words)
			w.WriteString("</path>")
		default:
			w.open("path", "class", class, "d", s.D)
			w.element("title", s.Words)
			w.WriteString("</path>")
		}
	}
	w.WriteString("</g>")
}

// Fill returns the pattern that bars of a style are filled with, empty for none.
func Fill(s Style) string {
	if s == Target || s == Forecast {
		return "url(#chart-" + string(s) + ")"
	}
	return ""
}

func (w *svgWriter) open(tag string, attributes ...string) {
	w.tag(tag, attributes)
	w.WriteString(">")
}

func (w *svgWriter) empty(tag string, attributes ...string) {
	w.tag(tag, attributes)
	w.WriteString("/>")
}

// tag writes a tag without its end; attributes that are empty are left out.
func (w *svgWriter) tag(tag string, attributes []string) {
	w.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		w.WriteString(" " + attributes[i] + `="`)
		w.escaped(attributes[i+1])
		w.WriteString(`"`)
	}
}

func (w *svgWriter) element(tag, words string) {
	if words != "" {
		w.WriteString("<" + tag + ">")
		w.escaped(words)
		w.WriteString("</" + tag + ">")
	}
}

func (w *svgWriter) words(class string, x, y int, words string) {
	w.open("text", "class", class, "x", itoa(x), "y", itoa(y))
	w.escaped(words)
	w.WriteString("</text>")
}

// escaped writes text; what XML cannot hold becomes U+FFFD.
func (w *svgWriter) escaped(text string) { _ = xml.EscapeText(w, []byte(text)) } // a builder refuses nothing

func itoa(n int) string { return strconv.Itoa(n) }
