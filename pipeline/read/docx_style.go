package read

import (
	"strconv"
	"strings"
)

// runProps are the properties of characters that matter; nil and 0 are not set.
type runProps struct {
	bold   *bool
	hidden *bool
	size   float64 // in points
}

// over returns p where it is set, else below.
func (p runProps) over(below runProps) runProps {
	if p.bold == nil {
		p.bold = below.bold
	}
	if p.hidden == nil {
		p.hidden = below.hidden
	}
	if p.size == 0 {
		p.size = below.size
	}
	return p
}

// paraProps are the properties of paragraphs that matter.
type paraProps struct {
	style   string
	outline *int   // outline level from 0; 9 is body text
	numID   string // "" not set, "0" no number
	level   *int   // of the list, from 0
	run     runProps
	deleted bool // the end of the paragraph was deleted
}

// style is a style of paragraphs or characters.
type style struct {
	name    string // in lower case
	basedOn string
	para    paraProps
	run     runProps
}

// styles are a document's styles by id.
type styles struct {
	byID     map[string]*style
	normal   string   // id of the default paragraph style
	defaults runProps // of the document as a whole
}

// longestChain ends chains of basedOn that go round in a circle.
const longestChain = 20

// chain returns a style and those it is based on.
func (s styles) chain(id string) []*style {
	var out []*style
	for st := s.byID[id]; st != nil && len(out) < longestChain; st = s.byID[st.basedOn] {
		out = append(out, st)
	}
	return out
}

// run returns the properties of characters in a style, by inheritance.
func (s styles) run(id string) runProps {
	var p runProps
	for _, st := range s.chain(id) {
		p = p.over(st.run)
	}
	return p
}

// readStyles reads the part with the styles.
func (w *docx) readStyles(part string) (styles, error) {
	s := styles{byID: map[string]*style{}}
	if part == "" || !w.has(part) {
		return s, nil
	}
	x, done, err := w.open(part)
	if err != nil {
		return s, err
	}
	defer done()
	err = x.each(func(element) error {
		return x.each(func(e element) error {
			switch e.name {
			case "w:docDefaults":
				return s.readDefaults(x)
			case "w:style":
				if err := w.count(); err != nil {
					return err
				}
				id := e.attr("styleId")
				if e.attr("default") == "1" && e.attr("type") == "paragraph" {
					s.normal = id
				}
				st, err := readStyle(x)
				s.byID[id] = st
				return err
			}
			return x.skip()
		})
	})
	return s, err
}

func (s *styles) readDefaults(x *xmlStream) error {
	return x.each(func(e element) error {
		if e.name != "w:rPrDefault" {
			return x.skip()
		}
		return x.each(func(e element) error {
			var err error
			s.defaults, err = readRunProps(x)
			return err
		})
	})
}

func readStyle(x *xmlStream) (*style, error) {
	st := &style{}
	err := x.each(func(e element) (err error) {
		switch e.name {
		case "w:name":
			st.name = strings.ToLower(e.attr("val"))
		case "w:basedOn":
			st.basedOn = e.attr("val")
		case "w:pPr":
			st.para, err = readParaProps(x)
			return err
		case "w:rPr":
			st.run, err = readRunProps(x)
			return err
		}
		return x.skip()
	})
	return st, err
}

// readRunProps reads the w:rPr just started.
func readRunProps(x *xmlStream) (runProps, error) {
	var p runProps
	err := x.each(func(e element) error {
		on := e.on()
		switch e.name {
		case "w:b":
			p.bold = &on
		case "w:vanish":
			p.hidden = &on
		case "w:sz":
			half, _ := strconv.ParseFloat(e.attr("val"), 64)
			p.size = half / 2
		}
		return x.skip()
	})
	return p, err
}

// readParaProps reads the w:pPr just started.
func readParaProps(x *xmlStream) (paraProps, error) {
	var p paraProps
	err := x.each(func(e element) error {
		switch e.name {
		case "w:pStyle":
			p.style = e.attr("val")
		case "w:outlineLvl":
			p.outline = number(e.attr("val"))
		case "w:numPr":
			return x.each(func(e element) error {
				switch e.name {
				case "w:numId":
					p.numID = e.attr("val")
				case "w:ilvl":
					p.level = number(e.attr("val"))
				}
				return x.skip()
			})
		case "w:rPr":
			return x.each(func(e element) error {
				on := e.on()
				switch e.name {
				case "w:del", "w:moveFrom":
					p.deleted = true
				case "w:vanish":
					p.run.hidden = &on
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	return p, err
}

// number returns a small whole number, or nil.
func number(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1_000_000 {
		return nil
	}
	return &n
}
