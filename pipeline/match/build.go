package match

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// builder makes the facts of one document.
type builder struct {
	d       *report.Document
	ruleset string
	report  string
	hash    string
	paths   [][]string // headings above each section
	facts   []report.Fact
	values  []report.Value // of the facts, in one piece
	yes, no *bool          // testable or not

	ids   map[factID]int // how often a value of a sentence was met
	keys  map[string]int // how often a sentence was met
	last  int            // number of the sentence whose key is in words, plus one
	words []byte
	name  []byte // what an id is made of
}

// begin turns to a document with so many values.
func (b *builder) begin(d *report.Document, values int, fingerprint string) {
	said := [2]bool{true, false}
	b.d, b.ruleset, b.yes, b.no = d, fingerprint, &said[0], &said[1]
	b.values = make([]report.Value, 0, values)
	b.facts = make([]report.Fact, 0, values+values/4+8)
	if d.Text.Source != nil {
		b.report, b.hash = d.Text.Source.ID(), d.Text.Source.Hash
	}
	b.paths = make([][]string, len(d.Outline.Sections))
	for i := range b.paths {
		b.paths[i] = d.Outline.Path(i)
	}
}

// value adds the fact of an attribution, yet to be completed.
func (b *builder) value(a *report.Attribution, m *report.Mention, rule *ruleset.Rule) *report.Fact {
	b.facts = append(b.facts, report.Fact{})
	f := &b.facts[len(b.facts)-1]
	f.Kind, f.Subject, f.Action, f.Comparison = a.Kind, a.Subject, a.Action, a.Comparison
	f.Modality, f.Period, f.Due = a.Modality, a.Period, a.Due
	f.Rule, f.Members, f.Scope, f.Owner, f.Strength = rule.ID, a.Members, a.Scope, a.Owner, a.Strength
	if a.Kind != report.KindDeadline {
		b.values = append(b.values, a.Value)
		f.Value = &b.values[len(b.values)-1]
	}
	if a.Modality == report.Target {
		f.Testable = b.yes // a number or a day can be compared with what came of it
	}
	f.Place.Start, f.Place.End = m.Span.Start, m.Span.End
	return f
}

// add adds a fact that knows what it says and where it stands.
func (b *builder) add(sentence int, f *report.Fact) {
	b.facts = append(b.facts, *f)
	b.complete(sentence, &b.facts[len(b.facts)-1])
}

// complete fills in what follows from where the fact stands.
func (b *builder) complete(sentence int, f *report.Fact) {
	s := &b.d.Sentences[sentence]
	span := report.Span{Start: f.Place.Start, End: f.Place.End}
	f.Report, f.Org, f.Year = b.report, b.d.Outline.Org, b.d.Outline.Reviewed
	f.Text = span.Of(b.d.Text.Body)
	f.Sentence = printed(b.d.Text.Body, context(b.d.Text.Body, s), span)
	f.Place = b.d.Text.Place(span)
	f.Quality = b.d.Text.Quality(span)
	f.Part = partOfSentence(b.d, s)
	if s.Section >= 0 && s.Section < len(b.paths) {
		f.Section = b.paths[s.Section]
	}
	f.Cell = s.Cell
	f.Subject = shortSubject(f.Subject)
	f.Ruleset = b.ruleset
	f.ID = b.id(sentence, f)
}

// partOfSentence returns the part of the report the sentence stands in.
func partOfSentence(d *report.Document, s *report.Sentence) report.Part {
	if s.Section < 0 || s.Section >= len(d.Outline.Sections) {
		return report.OtherPart
	}
	return d.Outline.Sections[s.Section].Part
}

// context returns the words a fact is printed with: its sentence, or of a table
// cell the whole row.
func context(body string, s *report.Sentence) report.Span {
	if s.Cell == nil {
		return s.Span
	}
	row := report.Span{Start: strings.LastIndexByte(body[:s.Span.Start], '\n') + 1, End: len(body)}
	if i := strings.IndexByte(body[s.Span.End:], '\n'); i >= 0 {
		row.End = s.Span.End + i
	}
	return row
}

// factID is what the id of a fact is printed of.
type factID [8]byte

// id names a fact by what was said: document, normalised sentence, words of the
// value and their occurrence in it, kind. Several facts of one value (均) are
// told apart by their order.
func (b *builder) id(sentence int, f *report.Fact) string {
	s := b.d.Sentences[sentence].Span
	before := b.d.Text.Body[s.Start:max(s.Start, f.Place.Start)]
	name := append(b.name[:0], b.hash...)
	name = append(append(name, '\n'), b.key(sentence)...)
	name = append(append(name, '\n'), f.Text...)
	name = strconv.AppendInt(append(name, '\n'), int64(strings.Count(before, f.Text)), 10)
	name = append(append(name, '\n'), f.Kind...)
	id := idOf(name)
	n := b.ids[id]
	b.ids[id] = n + 1
	if n > 0 {
		name = strconv.AppendInt(append(name, '\n'), int64(n), 10)
		id = idOf(name)
	}
	b.name = name
	var printed [2 * len(id)]byte
	hex.Encode(printed[:], id[:])
	return string(printed[:])
}

func idOf(name []byte) factID {
	sum := sha256.Sum256(name)
	return factID(sum[:8])
}

// key returns a sentence as ids know it: letters and digits alone, and the
// number of the occurrence where a document repeats itself.
func (b *builder) key(sentence int) []byte {
	if b.last == sentence+1 {
		return b.words
	}
	s := &b.d.Sentences[sentence]
	key := appendNormalised(b.words[:0], context(b.d.Text.Body, s).Of(b.d.Text.Body))
	if s.Cell != nil {
		key = append(append(key, '\t'), s.Cell.Column...)
	}
	n := b.keys[string(key)]
	b.keys[string(key)] = n + 1
	if n > 0 {
		key = strconv.AppendInt(append(key, '#'), int64(n), 10)
	}
	b.last, b.words = sentence+1, key
	return key
}

// appendNormalised appends the letters and digits of s.
func appendNormalised(out []byte, s string) []byte {
	from := 0 // of the stretch that is kept
	for i := 0; i < len(s); {
		if b := s[i]; b >= 0xE5 && b <= 0xE9 && i+2 < len(s) && s[i+1]>>6 == 2 && s[i+2]>>6 == 2 {
			i += 3 // most Chinese characters, U+5000 to U+9FFF
			continue
		}
		r, size := lexicon.Rune(s[i:])
		if !kept(r) {
			out = append(out, s[from:i]...)
			from = i + size
		}
		i += size
	}
	return append(out, s[from:]...)
}

// kept tells whether r is a letter or digit. What most texts are made of is told
// without the tables.
func kept(r rune) bool {
	switch {
	case r >= '一' && r <= '鿿':
		return true
	case r < utf8.RuneSelf:
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r == '，' || r == '、' || r == '。':
		return false
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// join gives the parts (其中) the id of their whole.
func (b *builder) join(attrs []report.Attribution, made []int) {
	for i := range attrs {
		a := &attrs[i]
		if made[i] == 0 || a.PartOf <= 0 || a.PartOf > len(made) || made[a.PartOf-1] == 0 {
			continue
		}
		b.facts[made[i]-1].PartOf = b.facts[made[a.PartOf-1]-1].ID
	}
}

func (b *builder) sorted() []report.Fact {
	slices.SortStableFunc(b.facts, func(x, y report.Fact) int { return x.Place.Start - y.Place.Start })
	return b.facts
}
