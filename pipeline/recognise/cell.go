package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// cellWords are the words of the names of rows and columns that tell what a
// number without unit is: lists of lexicon/tables.yaml.
type cellWords struct {
	ratio    []string // 比率词, anywhere in the head
	ratioEnd []string // 比率尾
	amount   []string // 数额尾: no ratio whatever stands before
	number   []string // 个数尾
	rank     []string // 表格名次词
	time     []string // 时间列
}

func newCellWords(lex *lexicon.Lexicon) cellWords {
	return cellWords{
		ratio: lex.Words("比率词"), ratioEnd: lex.Words("比率尾"), amount: lex.Words("数额尾"),
		number: lex.Words("个数尾"), rank: lex.Words("表格名次词"), time: lex.Words("时间列"),
	}
}

// cell finds what stands in a table cell: a cell of numbers alone is read by
// the names of its row and column. Any other is left to be read as a sentence.
func (r *Recogniser) cell(f *found, c *report.Cell) (done bool) {
	switch c.Role {
	case report.CellNone:
		return true
	case report.CellLabel:
		f.add(f.times)
		f.add(f.bareYears())
		f.add(r.unitNote(f))
		return true
	}
	if !f.numbersOnly() {
		return false
	}
	r.numbersCell(f, c)
	return true
}

// numbersCell reads a cell of numbers alone.
func (r *Recogniser) numbersCell(f *found, c *report.Cell) {
	f.add(f.written())
	bare := c.Role != report.CellNote && !endsIn(bareName(c.Column), r.cells.time)
	if bare {
		r.giveUnits(f, c)
	}
	f.use(r.counted)
	if bare {
		f.add(f.bareNumbers())
	}
	if containsOne(c.Column+" "+c.Row, r.cells.rank) {
		f.rank()
	}
}

// numbersOnly tells whether a cell holds quantities and times, and beside them
// marks alone.
func (f *found) numbersOnly() bool {
	if f.quantities.n+len(f.times) == 0 {
		return false
	}
	covered := make([]bool, len(f.sentence))
	cover := func(p report.Span) {
		for i := p.Start; i < p.End; i++ {
			covered[i] = true
		}
	}
	for i := range f.quantities.n {
		cover(f.quantities.at(i).span)
	}
	for i := range f.times {
		cover(shift(f.times[i].Span, -f.base))
	}
	for i, c := range f.sentence {
		if (unicode.IsLetter(c) || unicode.IsNumber(c)) && !covered[i] {
			return false
		}
	}
	return true
}

// written returns the times that no plain number can be: 6.6 is no day.
func (f *found) written() []report.Mention {
	var out []report.Mention
	for _, m := range f.times {
		s := f.sentence[m.Span.Start-f.base : m.Span.End-f.base]
		marks := strings.Count(s, ".") + strings.Count(s, "-") + strings.Count(s, "/")
		if strings.IndexFunc(s, isHan) >= 0 || marks > 1 {
			out = append(out, m)
		}
	}
	return out
}

// bareYears returns a name that is a year alone, 2023, as a time.
func (f *found) bareYears() []report.Mention {
	s := strings.TrimSpace(f.sentence)
	if len(s) != 4 || strings.Trim(s, "0123456789") != "" || s < "1949" || s > "2100" {
		return nil
	}
	year := int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
	p := report.YearPeriod(year)
	at := f.base + strings.Index(f.sentence, s)
	span := report.Span{Start: at, End: at + len(s)}
	return []report.Mention{{
		Type: report.MentionTime, Span: span, Core: span, Period: p, Due: p.End, Grain: "year",
	}}
}

// bareNumbers returns the number of a cell for which there is no unit anywhere.
// Several are a time of day, a code or a score: 18:30, 3-2-15.
func (f *found) bareNumbers() []report.Mention {
	var out []report.Mention
	if f.quantities.n > 1 {
		return nil
	}
	for i := range f.quantities.n {
		q := f.quantities.at(i)
		if q.unit == nil && !q.first.units && !q.first.part {
			out = append(out, report.Mention{
				Type: report.MentionCount, Value: q.mentionValue(),
				Span: shift(q.span, f.base), Core: shift(q.core, f.base),
			})
		}
	}
	return out
}

// giveUnits gives the numbers without unit that of their row, column or table.
func (r *Recogniser) giveUnits(f *found, c *report.Cell) {
	words := ""
	for i := range f.quantities.n {
		q := f.quantities.at(i)
		if q.unit != nil || q.prefix || q.first.part {
			continue
		}
		if words == "" {
			if words = r.unitOf(c); words == "" {
				return
			}
		}
		r.withUnit(f.sentence, q, words)
	}
}

// unitOf returns the unit of bare numbers in a cell, as written somewhere:
// in the head, in the name of the row, in a column of units, above the table.
func (r *Recogniser) unitOf(c *report.Cell) string {
	column, row := bareName(c.Column), bareName(c.Row)
	if u := r.noted(c.Column); u != "" {
		return u
	}
	if containsOne(column, r.cells.rank) || containsOne(row, r.cells.rank) {
		return ""
	}
	ratio := containsOne(column, r.cells.ratio) || endsIn(column, r.cells.ratioEnd)
	if ratio && !endsIn(column, r.cells.amount) {
		return "%"
	}
	if u := r.noted(c.Row); u != "" {
		return u
	}
	switch {
	case r.isUnit(c.Unit) || isWord(c.Unit):
		return c.Unit
	case endsIn(row, r.cells.ratioEnd):
		return "%"
	case r.isUnit(c.TableUnit) && !endsIn(row, r.cells.number) && !endsIn(column, r.cells.number):
		return c.TableUnit
	}
	return ""
}

// noted returns the unit noted at the end of a name: 投资额（万元）, 投资额/万元,
// 投资额：万元, 水价（元/吨）.
func (r *Recogniser) noted(name string) string {
	p := r.noteIn(name)
	return p.Of(name)
}

// noteIn returns where the unit stands that is noted at the end of a name, or
// an empty span.
func (r *Recogniser) noteIn(name string) report.Span {
	end := len(strings.TrimRight(name, "）)] "))
	for _, marks := range []string{"（([：:/，, ", "（("} {
		i := strings.LastIndexAny(name[:end], marks)
		if i < 0 {
			continue
		}
		_, size := decode(name, i)
		if r.isUnit(name[i+size : end]) {
			return report.Span{Start: i + size, End: end}
		}
	}
	return report.Span{}
}

// unitNote marks the unit noted in a head or the name of a row: it is no part
// of the name.
func (r *Recogniser) unitNote(f *found) []report.Mention {
	p := r.noteIn(f.sentence)
	if p.Len() == 0 {
		return nil
	}
	p = shift(p, f.base)
	return []report.Mention{{Type: report.MentionNonFact, Span: p, Core: p, Why: "unit"}}
}

// isUnit tells whether the words are a unit, with or without 万 and 亿, and no
// unit of the calendar.
func (r *Recogniser) isUnit(words string) bool {
	if words == "" {
		return false
	}
	var q quantity
	_, ok := r.quantities.at("1"+words, 0, &q)
	return ok && q.core.End == len(words)+1 && q.unit != nil && !q.unit.calendar
}

// isWord tells whether the words of a unit column can be a measure word that
// is not in the list.
func isWord(s string) bool {
	for _, c := range s {
		if !isHan(c) {
			return false
		}
	}
	return s != "" && utf8.RuneCountInString(s) <= 3
}

// withUnit reads a bare number as if the unit stood behind it. Its words stay
// those of the number.
func (r *Recogniser) withUnit(s string, q *quantity, name string) {
	words := q.number.Of(s) + name
	var whole quantity
	_, ok := r.quantities.at(words, 0, &whole)
	if !ok || whole.core.End != len(words) || whole.unit == nil {
		q.unit, q.as = &unit{name: name, kind: report.MentionCount}, name
		return
	}
	q.low, q.high, q.unit, q.as = whole.low, whole.high, whole.unit, whole.as
}

// rank makes ranks of the counts of a column of ranks.
func (f *found) rank() {
	for i, m := range f.mentions {
		if m.Type == report.MentionCount {
			f.mentions[i].Type, f.mentions[i].Value.Unit = report.MentionRank, ""
		}
	}
}

// bareName returns a name without what is noted behind it.
func bareName(s string) string {
	if i := strings.IndexAny(s, "（("); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

func endsIn(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func containsOne(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
