package read

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// paragraph is a w:p while it is read.
type paragraph struct {
	*docx
	props  paraProps
	base   runProps // of its style
	lines  []string // finished by line breaks
	text   strings.Builder
	fields []bool  // open fields: whether we are in the result, not the code
	boxes  []block // text boxes anchored in it
	size   float64 // largest
	plain  bool    // some characters are not bold
	bold   bool    // some are
}

// paragraph reads the w:p just started. Text boxes anchored in it follow it.
func (w *docx) paragraph(x *xmlStream) ([]block, error) {
	p := &paragraph{docx: w, base: w.styles.run(w.styles.normal)}
	if err := p.inline(x); err != nil {
		return nil, err
	}
	p.lines = append(p.lines, p.text.String())
	b := block{lines: p.lines, merge: p.props.deleted}
	if b.empty() && p.hiddenEnd() {
		return p.boxes, nil
	}
	if b.merge && b.empty() {
		return p.boxes, nil
	}
	b.line = report.Line{Size: p.size, Bold: p.bold && !p.plain}
	b.line.Role, b.line.Level = w.role(p)
	if !b.merge {
		b.label = w.label(p.props)
	}
	return append([]block{b}, p.boxes...), nil
}

// hiddenEnd tells whether the end of the paragraph itself is hidden.
func (p *paragraph) hiddenEnd() bool {
	h := p.props.run.over(p.base).hidden
	return h != nil && *h
}

// inline reads what stands in a line: in the paragraph, or in what wraps some
// of its runs.
func (p *paragraph) inline(x *xmlStream) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:pPr":
			props, err := readParaProps(x)
			p.props = props
			if props.style != "" {
				p.base = p.styles.run(props.style)
			}
			return err
		case "w:r":
			return p.run(x)
		case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple",
			"w:sdt", "w:sdtContent", "w:dir", "w:bdo", "w:rubyBase":
			return p.inline(x)
		case "m:oMathPara", "m:oMath":
			return p.math(x)
		case "mc:AlternateContent":
			return choice(x, func() error { return p.inline(x) })
		}
		return x.skip()
	})
}

// run reads the w:r just started: characters with one set of properties.
func (p *paragraph) run(x *xmlStream) error {
	props := p.base
	return x.each(func(e element) error {
		if e.name == "w:rPr" {
			own, style, err := readOwnProps(x)
			props = own.over(p.styles.run(style)).over(p.base).over(p.styles.defaults)
			return err
		}
		return p.piece(x, e, props)
	})
}

// readOwnProps reads the properties of a run and the name of its style.
func readOwnProps(x *xmlStream) (own runProps, style string, err error) {
	err = x.each(func(e element) error {
		on := e.on()
		switch e.name {
		case "w:rStyle":
			style = e.attr("val")
		case "w:b":
			own.bold = &on
		case "w:vanish":
			own.hidden = &on
		case "w:sz":
			half, _ := strconv.ParseFloat(e.attr("val"), 64)
			own.size = half / 2
		}
		return x.skip()
	})
	return own, style, err
}

// piece reads one child of a run.
func (p *paragraph) piece(x *xmlStream, e element, props runProps) error {
	switch e.name {
	case "w:t":
		s, err := x.text()
		if err != nil {
			return err
		}
		return p.say(s, props)
	case "w:fldChar":
		p.field(e.attr("fldCharType"))
	case "w:tab", "w:ptab":
		return p.then(x, " ", props)
	case "w:noBreakHyphen":
		return p.then(x, "-", props)
	case "w:sym":
		return p.then(x, symbol(e.attr("char")), props)
	case "w:br", "w:cr":
		if e.attr("type") == "" || e.attr("type") == "textWrapping" {
			p.lines = append(p.lines, p.text.String())
			p.text.Reset()
			if err := p.count(); err != nil {
				return err
			}
		}
	case "w:footnoteReference", "w:endnoteReference":
		p.notes = append(p.notes, noteRef{strings.TrimSuffix(e.name[2:], "Reference"), e.attr("id")})
		if err := p.count(); err != nil {
			return err
		}
	case "w:ruby":
		return p.inline(x)
	case "w:drawing", "w:pict", "w:object":
		return p.textBoxes(x)
	case "mc:AlternateContent":
		return choice(x, func() error {
			return x.each(func(e element) error { return p.piece(x, e, props) })
		})
	}
	return x.skip()
}

// then says s and reads to the end of the element.
func (p *paragraph) then(x *xmlStream, s string, props runProps) error {
	if err := p.say(s, props); err != nil {
		return err
	}
	return x.skip()
}

// say adds characters that show.
func (p *paragraph) say(s string, props runProps) error {
	if props.hidden != nil && *props.hidden || s == "" {
		return nil
	}
	for _, result := range p.fields {
		if !result {
			return nil
		}
	}
	if strings.TrimSpace(s) != "" {
		if props.bold != nil && *props.bold {
			p.bold = true
		} else {
			p.plain = true
		}
		p.size = max(p.size, props.over(p.styles.defaults).size)
	}
	p.text.WriteString(s)
	return p.grow(len(s))
}

// field follows the three marks of a field: begin, code, separate, result, end.
func (p *paragraph) field(mark string) {
	n := len(p.fields)
	switch {
	case mark == "begin" && n < 100:
		p.fields = append(p.fields, false)
	case mark == "separate" && n > 0:
		p.fields[n-1] = true
	case mark == "end" && n > 0:
		p.fields = p.fields[:n-1]
	}
}

// math reads the characters of a formula.
func (p *paragraph) math(x *xmlStream) error {
	return x.each(func(e element) error {
		if e.name != "m:t" {
			return p.math(x)
		}
		s, err := x.text()
		if err != nil {
			return err
		}
		return p.say(s, p.base)
	})
}

// textBoxes looks for the text of boxes in a drawing.
func (p *paragraph) textBoxes(x *xmlStream) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:txbxContent":
			found, err := p.blocks(x)
			for _, b := range found {
				if !b.empty() {
					p.boxes = append(p.boxes, b)
				}
			}
			return err
		case "mc:AlternateContent":
			return choice(x, func() error { return p.textBoxes(x) })
		}
		return p.textBoxes(x)
	})
}

// symbol returns a character of the Symbol and Wingdings fonts where it has a
// place in Unicode.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	switch n & 0xFF {
	case 0x52, 0xFE:
		return "☑"
	case 0xFC:
		return "√"
	case 0x6F, 0xA3, 0xA8:
		return "□"
	}
	return ""
}

var (
	headingName  = regexp.MustCompile(`^(?:heading|标题|標題) ?([1-9])$`)
	contentsName = regexp.MustCompile(`^(?:toc|目录|目錄) ?[1-9]$`)
)

// role returns what the paragraph's own properties and its styles make of it.
func (w *docx) role(p *paragraph) (report.Role, int) {
	text := strings.TrimSpace(strings.Join(p.lines, ""))
	if text == "" {
		return report.RoleBody, 0
	}
	outline := p.props.outline
	for _, st := range w.styles.chain(p.props.style) {
		switch found := headingName.FindStringSubmatch(st.name); {
		case st.name == "title":
			return report.RoleTitle, 0
		case contentsName.MatchString(st.name):
			return report.RoleHeader, 0 // a table of contents says nothing twice
		case outline == nil && found != nil:
			outline = number(found[1])
			*outline--
		}
		if outline == nil {
			outline = st.para.outline
		}
	}
	if outline == nil || *outline > 8 || isRunIn(text) {
		return report.RoleBody, 0
	}
	return report.RoleHeading, *outline + 1
}

// isRunIn tells a whole paragraph that was given an outline level for the sake
// of its first words.
func isRunIn(text string) bool {
	i := strings.Index(text, "。")
	return i >= 0 && i+len("。") < len(text) || utf8.RuneCountInString(text) > 120
}
