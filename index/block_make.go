package index

import (
	"encoding/binary"
	"slices"
	"sort"

	"taizhang/report"
)

// draft is a block whose strings have no numbers yet.
type draft struct {
	sentences []sentence
	strays    int
	paths     []byte
	starts    []int // of paths
	text      []byte
	length    int // of the body in text
	words     wordBits
	signature signature
	places    []int // sentences of the facts
	facts     []report.Fact
}

// setText gives the draft its body, of which no words are known yet.
func (d *draft) setText(body []byte) {
	d.text, d.length, d.words = body, len(body), newWordBits(len(body))
}

// lay lays out what goes with the text of a report; body is its folded text, and
// places say where it stands in that of the draft.
func (d *draft) lay(r *report.Report, body folded, places []uint32) {
	d.addSentences(r, body, places)
	d.places = make([]int, len(r.Facts))
	for i := range r.Facts {
		f := &r.Facts[i]
		if d.places[i] = passageAt(r.Sentences, f.Place.Start); d.places[i] < 0 {
			d.places[i] = d.addStray(f)
		}
	}
}

// passageAt returns the number of the passage that holds body offset i, or -1.
func passageAt(all []report.Passage, i int) int {
	k := sort.Search(len(all), func(k int) bool { return all[k].Span.End > i })
	if k == len(all) || all[k].Span.Start > i {
		return -1
	}
	return k
}

func (d *draft) addSentences(r *report.Report, body folded, places []uint32) {
	d.sentences = make([]sentence, 0, len(r.Sentences))
	paths := map[int]int{}
	to := func(source int) int { return int(places[body.forward(source)]) }
	for _, p := range r.Sentences {
		path, ok := paths[p.Section]
		if !ok {
			path = d.addPath(r.Outline.Path(p.Section))
			paths[p.Section] = path
		}
		d.sentences = append(d.sentences, sentence{start: to(p.Span.Start), end: to(p.Span.End), path: path,
			heading: isHeading(r.Outline, p)})
	}
}

// isHeading tells whether a sentence is the title or a heading.
func isHeading(o report.Outline, p report.Passage) bool {
	if o.TitleSpan.Overlaps(p.Span) {
		return true
	}
	return p.Section >= 0 && p.Section < len(o.Sections) && o.Sections[p.Section].Head.Overlaps(p.Span)
}

// addPath adds headings and returns the number of their path.
func (d *draft) addPath(headings []string) int {
	if len(headings) == 0 {
		return -1
	}
	d.starts = append(d.starts, len(d.paths))
	for _, h := range headings {
		d.paths = appendUTF16(d.paths, foldString(h)+"\n")
	}
	return len(d.starts) - 1
}

// addStray adds the sentence of a fact that stands in none of the body's.
func (d *draft) addStray(f *report.Fact) int {
	start := len(d.text)
	d.text = appendUTF16(d.text, foldString(f.Sentence))
	d.sentences = append(d.sentences, sentence{start: start, end: len(d.text), path: d.addPath(f.Section)})
	d.strays++
	return len(d.sentences) - 1
}

// most is how many bytes the block has at most.
func (d *draft) most() int {
	return headLength + longRow*len(d.sentences) + (factLength+wideLength)*len(d.facts) + 4*len(d.starts) + 4 +
		len(d.paths) + len(d.text) + len(d.words) + len(d.signature.rows)
}

// appendBlock gives the strings numbers and adds the block.
func (d *draft) appendBlock(b []byte, strings *dictionary) []byte {
	rows := make([]byte, 0, factLength*len(d.facts))
	var wides []byte
	for i := range d.facts {
		rows, wides = d.appendFact(rows, wides, i, strings)
	}
	row := rowLength(d.sentences)
	b = slices.Grow(b, d.most())
	le := binary.LittleEndian
	for _, n := range []int{len(d.sentences) - d.strays, d.strays, len(d.starts), len(d.facts),
		len(wides) / wideLength, d.length, len(d.text), len(d.signature.rows), int(d.signature.seed), row} {
		b = le.AppendUint32(b, uint32(n))
	}
	for _, s := range d.sentences {
		b = s.appendRow(b, row)
	}
	b = append(append(b, rows...), wides...)
	for _, at := range append(d.starts, len(d.paths)) {
		b = le.AppendUint32(b, uint32(at))
	}
	return append(append(append(append(b, d.paths...), d.text...), d.words...), d.signature.rows...)
}

// appendFact adds the row of a fact, and its wide value if it needs one.
func (d *draft) appendFact(rows, wides []byte, i int, strings *dictionary) ([]byte, []byte) {
	le, f := binary.LittleEndian, &d.facts[i]
	var v value
	var hasValue uint8
	wide := 0
	if f.Value != nil {
		hasValue = 1
		v = valueOf(f.Value, strings)
		if v.max != v.min || v.base != 0 {
			wides = v.appendWide(wides)
			wide = len(wides) / wideLength
		}
	}
	rows = le.AppendUint32(rows, uint32(d.places[i]))
	rows = append(rows, code(kindCodes, f.Kind), code(modalityCodes, f.Modality), hasValue, 0)
	for _, n := range []uint32{strings.id(f.Indicator), strings.id(f.Subject), strings.id(f.Rule), dueNumber(f.Due), v.unit} {
		rows = le.AppendUint32(rows, n)
	}
	return le.AppendUint32(v.min.put(rows), uint32(wide)), wides
}

func valueOf(v *report.Value, strings *dictionary) value {
	out := value{unit: strings.id(v.Unit), min: newNumber(v.Min, strings), max: newNumber(v.Max, strings)}
	if v.Base != nil && foldString(v.Base.Unit) != foldString(v.Unit) {
		out.base = strings.id(v.Base.Unit)
		out.lower, out.upper = newNumber(v.Base.Min, strings), newNumber(v.Base.Max, strings)
	}
	return out
}

func (v value) appendWide(to []byte) []byte {
	to = binary.LittleEndian.AppendUint32(v.max.put(to), v.base)
	return v.upper.put(v.lower.put(to))
}
