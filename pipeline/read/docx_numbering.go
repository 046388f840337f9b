package read

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// listLevels is the number of levels a Word list has.
const listLevels = 9

// listLevel says how one level of a list counts and prints.
type listLevel struct {
	start   int
	format  string // chineseCounting, decimal, ...
	custom  string // of format custom: its first values, as "001, 002, ..."
	text    string // %1 to %9 stand for the numbers of the levels
	legal   bool   // all numbers in it are printed decimal
	restart int    // level after which it begins again, from 1; 0 never; -1 after any higher
	suffix  string // tab, space, nothing
	style   string // paragraph style tied to the level
}

// abstractList is a list's design, shared by the lists made from it.
type abstractList struct {
	levels [listLevels]*listLevel
	link   string // style whose list it takes its levels from
	count  [listLevels]int
	begun  [listLevels]bool
}

// list is a use of a design, perhaps with other starts or levels.
type list struct {
	abstract string
	starts   map[int]int // starts anew here, once
	levels   map[int]*listLevel
	started  map[int]bool
}

// numbering is the part with the lists, and where they have got to.
type numbering struct {
	abstracts map[string]*abstractList
	lists     map[string]*list
	byStyle   map[string]string // style to the list it is tied to, for linked designs
}

// readNumbering reads the part with the lists.
func (w *docx) readNumbering(part string) (*numbering, error) {
	n := &numbering{map[string]*abstractList{}, map[string]*list{}, map[string]string{}}
	if part == "" || !w.has(part) {
		return n, nil
	}
	x, done, err := w.open(part)
	if err != nil {
		return nil, err
	}
	defer done()
	err = x.each(func(element) error {
		return x.each(func(e element) error {
			if err := w.count(); err != nil {
				return err
			}
			switch e.name {
			case "w:abstractNum":
				return n.readAbstract(x, e.attr("abstractNumId"))
			case "w:num":
				return n.readList(x, e.attr("numId"))
			}
			return x.skip()
		})
	})
	return n, err
}

func (n *numbering) readAbstract(x *xmlStream, id string) error {
	a := &abstractList{}
	n.abstracts[id] = a
	return x.each(func(e element) error {
		switch e.name {
		case "w:numStyleLink":
			a.link = e.attr("val")
		case "w:styleLink":
			n.byStyle[e.attr("val")] = id
		case "w:lvl":
			i, l, err := readLevel(x, e)
			if i >= 0 {
				a.levels[i] = l
			}
			return err
		}
		return x.skip()
	})
}

func (n *numbering) readList(x *xmlStream, id string) error {
	l := &list{starts: map[int]int{}, levels: map[int]*listLevel{}, started: map[int]bool{}}
	n.lists[id] = l
	return x.each(func(e element) error {
		switch e.name {
		case "w:abstractNumId":
			l.abstract = e.attr("val")
		case "w:lvlOverride":
			return l.readOverride(x, levelIndex(e))
		}
		return x.skip()
	})
}

func (l *list) readOverride(x *xmlStream, level int) error {
	return x.each(func(e element) error {
		switch e.name {
		case "w:startOverride":
			if start := number(e.attr("val")); start != nil && level >= 0 {
				l.starts[level] = *start
			}
		case "w:lvl":
			i, own, err := readLevel(x, e)
			if i >= 0 {
				l.levels[i] = own
			}
			return err
		}
		return x.skip()
	})
}

// levelIndex returns the level an element is for, or -1.
func levelIndex(e element) int {
	i := number(e.attr("ilvl"))
	if i == nil || *i >= listLevels {
		return -1
	}
	return *i
}

func readLevel(x *xmlStream, e element) (int, *listLevel, error) {
	l := &listLevel{start: 1, format: "decimal", restart: -1, suffix: "tab"}
	index := levelIndex(e)
	var read func(e element) error
	read = func(e element) error {
		val := e.attr("val")
		switch e.name {
		case "w:start":
			if n := number(val); n != nil {
				l.start = *n
			}
		case "w:numFmt":
			l.format, l.custom = val, e.attr("format")
		case "mc:AlternateContent":
			return choice(x, func() error { return x.each(read) })
		case "w:lvlText":
			l.text = val
		case "w:isLgl":
			l.legal = e.on()
		case "w:lvlRestart":
			if n := number(val); n != nil {
				l.restart = *n
			}
		case "w:suff":
			l.suffix = val
		case "w:pStyle":
			l.style = val
		}
		return x.skip()
	}
	err := x.each(read)
	return index, l, err
}

// label returns the automatic number of a paragraph as Word prints it, and
// counts the paragraph. It is "" without a number, and for bullets.
func (w *docx) label(p paraProps) string {
	id, level := w.listOf(p)
	l := w.numbers.lists[id]
	if l == nil {
		return ""
	}
	a := w.numbers.design(l.abstract)
	if a == nil || level >= listLevels {
		return ""
	}
	own := a.level(l, level)
	if own == nil {
		return ""
	}
	a.advance(l, level)
	if own.format == "bullet" {
		return ""
	}
	return a.print(l, own)
}

// listOf returns the list and level of a paragraph: its own, or its style's.
func (w *docx) listOf(p paraProps) (id string, level int) {
	id = p.numID
	own := p.level
	name := p.style
	if name == "" {
		name = w.styles.normal
	}
	styled := ""
	for _, st := range w.styles.chain(name) {
		if id == "" && st.para.numID != "" {
			id, styled = st.para.numID, name
		}
		if own == nil && id != "" {
			own = st.para.level
		}
	}
	if own != nil {
		return id, *own
	}
	if l := w.numbers.lists[id]; l != nil && styled != "" {
		if a := w.numbers.design(l.abstract); a != nil {
			return id, a.levelOfStyle(w.styles.idChain(styled))
		}
	}
	return id, 0
}

// idChain returns the ids of a style and those it is based on.
func (s styles) idChain(id string) []string {
	ids := []string{id}
	for _, st := range s.chain(id) {
		if st.basedOn != "" {
			ids = append(ids, st.basedOn)
		}
	}
	return ids
}

func (a *abstractList) levelOfStyle(ids []string) int {
	for _, id := range ids {
		for i, l := range a.levels {
			if l != nil && l.style == id {
				return i
			}
		}
	}
	return 0
}

// design returns a list's design; one that only links to a style takes the
// levels of that style's.
func (n *numbering) design(id string) *abstractList {
	a := n.abstracts[id]
	if a != nil && a.link != "" {
		if linked := n.abstracts[n.byStyle[a.link]]; linked != nil {
			return linked
		}
	}
	return a
}

func (a *abstractList) level(l *list, i int) *listLevel {
	if own := l.levels[i]; own != nil {
		return own
	}
	return a.levels[i]
}

// advance counts a paragraph at a level, and lets deeper levels begin again.
func (a *abstractList) advance(l *list, level int) {
	if start, ok := l.starts[level]; ok && !l.started[level] {
		a.count[level], a.begun[level] = start, true
	} else if !a.begun[level] {
		a.count[level], a.begun[level] = a.level(l, level).start, true
	} else {
		a.count[level]++
	}
	l.started[level] = true
	for deeper := level + 1; deeper < listLevels; deeper++ {
		d := a.level(l, deeper)
		if d == nil || d.restart == 0 || d.restart > 0 && level >= d.restart {
			continue
		}
		a.begun[deeper] = false
	}
}

// print fills the numbers into the text of a level.
func (a *abstractList) print(l *list, own *listLevel) string {
	var out strings.Builder
	for i := 0; i < len(own.text); i++ {
		c := own.text[i]
		if c != '%' || i+1 == len(own.text) || own.text[i+1] < '1' || own.text[i+1] > '9' {
			out.WriteByte(c)
			continue
		}
		i++
		out.WriteString(a.number(l, own, int(own.text[i]-'1')))
	}
	label := out.String()
	// A blank keeps the point of 1. away from a digit that follows; after 一、
	// nothing is needed.
	r, _ := utf8.DecodeLastRuneInString(label)
	if own.suffix != "nothing" && r > ' ' && r < utf8.RuneSelf {
		label += " "
	}
	return label
}

// number returns the number of a level as the text of level own shows it.
func (a *abstractList) number(l *list, own *listLevel, level int) string {
	shown := a.level(l, level)
	if shown == nil {
		return ""
	}
	n := a.count[level]
	if !a.begun[level] {
		if n = shown.start; l.starts[level] > 0 {
			n = l.starts[level]
		}
	}
	switch {
	case own.legal && shown.format != "decimalZero":
		return strconv.Itoa(n)
	case shown.format == "custom":
		first, _, _ := strings.Cut(shown.custom, ",")
		return padded(n, len(strings.TrimSpace(first)))
	}
	return printNumber(n, shown.format)
}
