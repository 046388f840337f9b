package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// textBlock is a line of a report as its page shows it: a paragraph, a heading,
// or a row of a table.
type textBlock struct {
	Heading   int    // 2 to 6; 0: not a heading
	Run       string // anchor of a heading that the paragraph begins with
	Anchor    string // of a heading
	Page      int    // a page of the original begins here; 0: none does
	Doubtful  bool   // that page is to be compared with the original
	Cells     []textCell
	Sentences []textSentence
	Notes     []factNote // of the facts that stand here
	span      report.Span
	weight    int // about how many bytes it takes in the page
}

// textCell is a cell of a table row.
type textCell struct {
	Head      bool
	Sentences []textSentence
}

// textSentence is a stretch of a block that can be led to.
type textSentence struct {
	Anchor string // empty: it goes on from before
	Pieces []textPiece
}

// textPiece is a stretch of a sentence, with the fact it is of.
type textPiece struct {
	Text string
	Fact *report.Fact
	Open bool // the fact begins here
}

// The weight of what stands beside the words of a page.
const (
	factWeight     = 330
	sentenceWeight = 30
	blockWeight    = 60
)

// longestBlock is how many bytes of a line are kept together; very long lines
// come from documents without line ends.
const longestBlock = 12_000

// textMaker makes blocks of a report.
type textMaker struct {
	r      *report.Report
	facts  []*report.Fact // to be marked, in order of place
	heads  map[int]int    // sections by where their heading begins
	depths []int          // of sections: how many headings stand above
	rows   map[int]tableRow
	pages  map[int]report.PageMark // by where in the body they begin
}

type tableRow struct {
	row  report.Row
	head bool
}

// textBlocks returns the whole text of a report, line by line, with the facts
// that are wanted marked.
func textBlocks(r *report.Report, wanted func(*report.Fact) bool) []textBlock {
	m := &textMaker{r: r, heads: map[int]int{}, rows: map[int]tableRow{}, pages: pageStarts(r)}
	for i := range r.Facts {
		if wanted(&r.Facts[i]) {
			m.facts = append(m.facts, &r.Facts[i])
		}
	}
	slices.SortStableFunc(m.facts, func(a, b *report.Fact) int { return cmp.Compare(a.Place.Start, b.Place.Start) })
	m.depths = depths(r.Outline.Sections)
	for i, s := range r.Outline.Sections {
		if s.Head.Len() > 0 {
			m.heads[s.Head.Start] = i
		}
	}
	for _, t := range r.Outline.Tables {
		for i, row := range t.Rows {
			m.rows[row.Span.Start] = tableRow{row, i < t.Head}
		}
	}
	var out []textBlock
	at := 0
	for line := range strings.Lines(r.Text.Body) {
		span := report.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		at += len(line)
		if strings.TrimSpace(span.Of(r.Text.Body)) == "" {
			continue
		}
		for _, part := range m.cut(span) {
			out = append(out, m.block(part))
		}
	}
	return out
}

// depths returns of each section how many headings stand above its own.
func depths(all []report.Section) []int {
	out := make([]int, len(all))
	for i, s := range all {
		if s.Parent >= 0 && s.Parent < i {
			out[i] = out[s.Parent]
			if all[s.Parent].Head.Len() > 0 {
				out[i]++
			}
		}
	}
	return out
}

// pageStarts returns the pages of the original by where they begin in the body:
// at the first line that holds something of them.
func pageStarts(r *report.Report) map[int]report.PageMark {
	out := map[int]report.PageMark{}
	for i, p := range r.Text.Pages {
		end := 1 << 62
		if i+1 < len(r.Text.Pages) {
			end = r.Text.Pages[i+1].Start
		}
		if p.Number == 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(r.Text.Runs, p.Start, func(run report.Run, at int) int {
			return cmp.Compare(run.Source+run.SourceLen-1, at)
		})
		if k < len(r.Text.Runs) && r.Text.Runs[k].Source < end {
			run := r.Text.Runs[k]
			at := run.Body
			if run.Len == run.SourceLen && p.Start > run.Source {
				at += p.Start - run.Source
			}
			out[at] = p
		}
	}
	return out
}

// cut parts a line that is too long to be kept together, at ends of sentences.
func (m *textMaker) cut(line report.Span) []report.Span {
	var out []report.Span
	for line.Len() > longestBlock {
		end := line.Start + longestBlock
		for !utf8.RuneStart(m.r.Text.Body[end]) {
			end--
		}
		i, _ := slices.BinarySearchFunc(m.r.Sentences, end, func(p report.Passage, at int) int { return cmp.Compare(p.Span.Start, at) })
		if i > 0 && m.r.Sentences[i-1].Span.Start > line.Start {
			end = m.r.Sentences[i-1].Span.Start
		}
		out = append(out, report.Span{Start: line.Start, End: end})
		line.Start = end
	}
	return append(out, line)
}

func (m *textMaker) block(span report.Span) textBlock {
	b := textBlock{span: span, weight: blockWeight + span.Len()}
	for at, p := range m.pages {
		if at >= span.Start && at <= span.End && (b.Page == 0 || p.Number < b.Page) {
			b.Page, b.Doubtful = p.Number, p.Quality != report.Good
		}
	}
	if i, ok := m.heads[span.Start]; ok {
		anchor := sectionAnchor(i)
		if whole := strings.TrimSpace(span.Of(m.r.Text.Body)); len(whole) <= m.r.Outline.Sections[i].Head.Len()+3 {
			b.Heading, b.Anchor = min(3+m.depths[i], 6), anchor
		} else {
			b.Run = anchor
		}
	}
	if row, ok := m.rows[span.Start]; ok && row.row.Span.End <= span.End {
		for _, c := range row.row.Cells {
			b.Cells = append(b.Cells, textCell{row.head, m.sentences(c)})
		}
	} else {
		b.Sentences = m.sentences(span)
	}
	for _, f := range m.within(span) {
		b.Notes = append(b.Notes, noteOf(f))
	}
	b.weight += factWeight * len(b.Notes)
	b.weight += sentenceWeight * len(b.Sentences)
	return b
}

// sectionAnchor is where the heading of a section stands.
func sectionAnchor(i int) string { return "h" + strconv.Itoa(i) }

// within returns the facts that begin in a span.
func (m *textMaker) within(span report.Span) []*report.Fact {
	at := func(start int) int {
		i, _ := slices.BinarySearchFunc(m.facts, start, func(f *report.Fact, at int) int { return cmp.Compare(f.Place.Start, at) })
		return i
	}
	from, to := at(span.Start), at(span.End)
	return m.facts[from:to]
}

// sentences cuts a span at the starts of the report's sentences.
func (m *textMaker) sentences(span report.Span) []textSentence {
	all := m.r.Sentences
	i, _ := slices.BinarySearchFunc(all, span.Start, func(p report.Passage, at int) int { return cmp.Compare(p.Span.Start, at) })
	var out []textSentence
	add := func(anchor string, p report.Span) {
		if p.Len() > 0 {
			out = append(out, textSentence{anchor, m.pieces(p)})
		}
	}
	at, anchor := span.Start, ""
	for ; i < len(all) && all[i].Span.Start < span.End; i++ {
		start := all[i].Span.Start
		add(anchor, report.Span{Start: at, End: start})
		at, anchor = start, sentenceAnchor(start)
	}
	add(anchor, report.Span{Start: at, End: span.End})
	return out
}

// pieces cuts a span where facts begin and end. Of facts that overlap, the
// shorter is marked in the longer.
func (m *textMaker) pieces(span report.Span) []textPiece {
	facts := m.touching(span)
	cuts := []int{span.Start, span.End}
	for _, f := range facts {
		cuts = append(cuts, max(f.Place.Start, span.Start), min(f.Place.End, span.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []textPiece
	for i := 1; i < len(cuts); i++ {
		p := report.Span{Start: cuts[i-1], End: cuts[i]}
		f := shortest(facts, p)
		out = append(out, textPiece{p.Of(m.r.Text.Body), f, f != nil && f.Place.Start == p.Start})
	}
	return out
}

// longestFact is how far before a span facts are looked for that reach into it.
const longestFact = 64

// touching returns the facts that share a byte with a span.
func (m *textMaker) touching(span report.Span) []*report.Fact {
	i, _ := slices.BinarySearchFunc(m.facts, span.Start, func(f *report.Fact, at int) int { return cmp.Compare(f.Place.Start, at) })
	var out []*report.Fact
	for i = max(0, i-longestFact); i < len(m.facts) && m.facts[i].Place.Start < span.End; i++ {
		if m.facts[i].Place.End > span.Start {
			out = append(out, m.facts[i])
		}
	}
	return out
}

// shortest returns the shortest of the facts that cover a span, nil if none does.
func shortest(facts []*report.Fact, p report.Span) *report.Fact {
	var best *report.Fact
	for _, f := range facts {
		if f.Place.Start <= p.Start && p.End <= f.Place.End &&
			(best == nil || f.Place.End-f.Place.Start < best.Place.End-best.Place.Start) {
			best = f
		}
	}
	return best
}

// FactAnchor is where the piece's fact is found.
func (p textPiece) FactAnchor() string { return factAnchor(p.Fact.ID) }
