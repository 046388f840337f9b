package attribute

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// tableReach is how many rows up a name is looked for that a row leaves out.
const tableReach = 40

// cellView is a table cell and what the table says of it.
type cellView struct {
	x           *scene
	table       *report.Table
	row, at     int // of the cell in the table
	name, heads label
}

// cell attributes the values of a cell that holds numbers or dates alone, by
// the names of its row and column. It returns false for a cell that is read as
// a sentence.
func (x *scene) cell() bool {
	if x.s.Cell == nil {
		return false
	}
	if x.s.Cell.Role == report.CellLabel || x.s.Cell.Role == report.CellNone {
		x.skipRest("是表头、行名或单位")
		return true
	}
	if !x.valuesOnly() {
		return false
	}
	v := x.view()
	for i, m := range x.s.Mentions {
		switch {
		case kinds[m.Type] != "":
			v.value(i, m)
		case m.Type == report.MentionTime && v.promises(m):
			v.deadline(i, m)
		}
	}
	x.skipRest("表格里没有用到")
	return true
}

// valuesOnly tells whether nothing but marks stands beside the mentions.
func (x *scene) valuesOnly() bool {
	at := x.s.Span.Start
	body := x.d.Text.Body
	for _, m := range x.s.Mentions {
		if m.Span.Start > at && hasLetters(body[at:m.Span.Start]) {
			return false
		}
		at = max(at, m.Span.End)
	}
	return len(x.s.Mentions) > 0 && !hasLetters(body[at:max(at, x.s.Span.End)])
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// view finds the cell in its table and reads its names.
func (x *scene) view() cellView {
	v := cellView{x: x, row: -1}
	c := x.s.Cell
	var rowTimes, columnTimes []namedTime
	if c.Table >= 1 && c.Table <= len(x.d.Outline.Tables) {
		v.table = &x.d.Outline.Tables[c.Table-1]
		v.find()
	}
	if v.row >= 0 {
		rowTimes = v.timesOfRow()
		columnTimes = v.timesOfColumn()
	}
	v.name = x.a.tables.label(c.Row, rowTimes)
	v.heads = x.a.tables.label(c.Column, columnTimes)
	return v
}

// find looks up where in its table the cell stands.
func (v *cellView) find() {
	rows := v.table.Rows
	i := sort.Search(len(rows), func(i int) bool { return rows[i].Span.Start > v.x.s.Span.Start }) - 1
	if i < 0 || !rows[i].Span.Contains(v.x.s.Span) {
		return
	}
	v.row = i
	for k, c := range rows[i].Cells {
		if c.Contains(v.x.s.Span) {
			v.at = k
		}
	}
}

// timesOfRow returns the times in the cells that name the row.
func (v *cellView) timesOfRow() []namedTime {
	var out []namedTime
	for k := range min(v.at, len(v.table.Rows[v.row].Cells)) {
		if k < len(v.table.Columns) && v.table.Columns[k].Role == report.ColumnName {
			out = append(out, v.timesAt(v.row, k)...)
		}
	}
	return out
}

// timesOfColumn returns the times in the head above the cell; a cell of the
// head may be merged over those to its right.
func (v *cellView) timesOfColumn() []namedTime {
	var out []namedTime
	for r := min(v.table.Head, v.row) - 1; r >= 0; r-- {
		k := min(v.at, len(v.table.Rows[r].Cells)-1)
		for k > 0 && r+1 < v.table.Head && v.table.Rows[r].Cells[k].Len() == 0 {
			k--
		}
		if k >= 0 {
			out = append(out, v.timesAt(r, k)...)
		}
	}
	return out
}

// timesAt returns the times recognised in a cell.
func (v *cellView) timesAt(row, k int) []namedTime {
	var out []namedTime
	if _, s := v.sentenceAt(v.table.Rows[row].Cells[k]); s != nil {
		for _, m := range s.Mentions {
			if m.Type == report.MentionTime {
				out = append(out, namedTime{m, strings.ReplaceAll(m.Span.Of(v.x.d.Text.Body), " ", "")})
			}
		}
	}
	return out
}

// sentenceAt returns the sentence in a span of the body, and its number.
func (v *cellView) sentenceAt(p report.Span) (int, *report.Sentence) {
	all := v.x.d.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= p.Start })
	if i < len(all) && p.Contains(all[i].Span) {
		return i, &all[i]
	}
	return -1, nil
}

// value attributes one value.
func (v *cellView) value(i int, m report.Mention) {
	out := report.Attribution{Kind: kinds[m.Type], Value: m.Value, Subject: v.subject()}
	measures := v.measures(m)
	switch measures.measures {
	case growth, fall:
		if out.Kind == report.KindRatio && !strings.Contains(measures.name, "环比") {
			out.Comparison = report.YearOnYear
			if v.x.hasClass(measures.name, isAverage) {
				out.Comparison = report.Average
			}
		}
	}
	if measures.measures == fall && out.Kind == report.KindRatio && out.Value.Min.IsPositive() {
		out.Value = out.Value.Negated()
	}
	v.time(measures, &out)
	if out.Modality == report.Target {
		out.Owner = v.owner()
	}
	out.Why = []string{"表格：行“" + v.x.s.Cell.Row + "”，列“" + v.x.s.Cell.Column + "”"}
	v.x.add(i, out, v.whole())
}

// measures returns the label that says what the value measures of its subject.
// An amount measures nothing but itself.
func (v *cellView) measures(m report.Mention) label {
	if v.heads.measures != itself {
		return v.heads
	}
	return v.name
}

// subject returns what the value is about: the name of the row where the head
// says what of it is given, else the head.
func (v *cellView) subject() string {
	head, name := v.heads, v.name
	about := ""
	switch {
	case head.noun == "" && name.noun == "":
		about = v.nounAbove()
	case head.noun == "":
		about = v.rowNoun()
	case name.noun == "":
		about = v.columnNoun()
	case v.rowsAreIndicators():
		about = v.rowNoun()
	default:
		about = v.columnNoun()
	}
	word := ""
	if head.measures == completion || head.measures == share {
		word = head.word
	} else if name.noun == "" && (name.measures == completion || name.measures == share) {
		word = name.word
	}
	if word != "" && utf8.RuneCountInString(about+word) <= longestSubject {
		about += word
	}
	return clean(about)
}

// rowNoun returns the name of the row. Where the column says whether it was
// planned or done, such words in the name are part of it.
func (v *cellView) rowNoun() string {
	switch {
	case v.name.measures != itself, v.heads.modality == "" && v.heads.measures == itself:
		return v.name.noun
	}
	return v.name.name
}

func (v *cellView) columnNoun() string {
	if v.heads.measures == itself && v.heads.modality == "" {
		return v.heads.name
	}
	return v.heads.noun
}

// rowsAreIndicators tells whether of two names that are nouns the row's says
// what is counted, and the column's for whom.
func (v *cellView) rowsAreIndicators() bool {
	w := &v.x.a.tables
	if v.x.s.Cell.Unit != "" || v.name.noted && !v.heads.noted ||
		slices.Contains(w.scope, v.heads.noun) || v.x.s.Cell.Column == "" {
		return true
	}
	for _, c := range v.columns() {
		if c.Role == report.ColumnName {
			head, _ := withoutNote(c.Name)
			return slices.Contains(w.indicators, head)
		}
	}
	return false
}

func (v *cellView) columns() []report.Column {
	if v.table == nil {
		return nil
	}
	return v.table.Columns
}

// nounAbove returns the name of the nearest row above that has a noun, for a
// row such as 同比增长.
func (v *cellView) nounAbove() string {
	if v.row < 0 {
		return ""
	}
	for k, c := range v.columns() {
		if c.Role != report.ColumnName {
			continue
		}
		for r := v.row - 1; r >= v.table.Head && v.row-r <= tableReach; r-- {
			if cells := v.table.Rows[r].Cells; k < len(cells) {
				if l := v.x.a.tables.label(cells[k].Of(v.x.d.Text.Body), nil); l.noun != "" {
					return l.name
				}
			}
		}
	}
	return ""
}

// time fills in modality, period and due: of the column, the row, the caption
// of the table, the section.
func (v *cellView) time(measures label, out *report.Attribution) {
	anchor := v.x.anchor()
	out.Modality, out.Period = v.modality(measures), anchor.DefaultPeriod()
	said := true
	switch {
	case !v.heads.period.IsZero():
		out.Period, out.Due = v.heads.period, v.heads.due
	case !v.name.period.IsZero():
		out.Period, out.Due = v.name.period, v.name.due
	default:
		var p report.Period
		if p, said = v.captionPeriod(); said {
			out.Period = p
		}
	}
	if out.Modality == "" {
		out.Modality = report.Actual
		coming := anchor.Reviewed > 0 && said && out.Period.Start.Year > anchor.Reviewed
		past := anchor.Reviewed > 0 && said && out.Period.End.Year <= anchor.Reviewed
		if coming || v.x.part() == report.Plan && !past {
			out.Modality = report.Target
		}
	}
	if out.Modality != report.Target {
		out.Due = report.Date{}
	}
}

// modality returns what the names say of it, "" for nothing. A rate of
// completion tells what was done, whatever was planned.
func (v *cellView) modality(measures label) report.Modality {
	switch {
	case measures.measures == completion && v.heads.modality != report.Forecast:
		return report.Actual
	case v.heads.modality != "":
		return v.heads.modality
	case v.name.noun == "":
		return v.name.modality
	}
	return ""
}

// captionPeriod returns the year the caption of the table names.
func (v *cellView) captionPeriod() (report.Period, bool) {
	if v.table == nil || v.table.Caption == "" || len(v.table.Rows) == 0 {
		return report.Period{}, false
	}
	_, first := v.sentenceAt(v.table.Rows[0].Span)
	all := v.x.d.Sentences
	start := v.table.Rows[0].Span.Start
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= start }) - 1
	for ; first != nil && i >= 0 && all[i].Paragraph+2 >= first.Paragraph && all[i].Cell == nil; i-- {
		for _, m := range all[i].Mentions {
			if m.Type == report.MentionTime && m.Grain == "year" && !m.Period.IsZero() {
				return m.Period, true
			}
		}
	}
	return report.Period{}, false
}

// promises tells whether a date in the cell is that by which something planned
// shall be done.
func (v *cellView) promises(m report.Mention) bool {
	if m.Due.IsZero() || v.x.s.Cell.Column == "" {
		return false
	}
	head, _ := withoutNote(v.x.s.Cell.Column)
	due := slices.ContainsFunc(v.x.a.tables.due, func(w string) bool { return strings.Contains(head, w) })
	planned := v.heads.modality == report.Target || v.heads.modality == "" && v.x.part() == report.Plan
	return v.heads.modality != report.Actual && (due || v.heads.modality == report.Target) && planned ||
		due && v.x.part() == report.Plan
}

func (v *cellView) deadline(i int, m report.Mention) {
	period := v.x.anchor().DefaultPeriod()
	subject := v.name.name
	if v.name.noun == "" {
		subject = v.nounAbove()
	}
	v.x.add(i, report.Attribution{
		Kind: report.KindDeadline, Subject: clean(subject), Modality: report.Target,
		Period: period, Due: m.Due, Owner: v.owner(), Why: []string{"表格里的完成时限"},
	}, nil)
}

// owner returns what the column of responsible units says of the row.
func (v *cellView) owner() string {
	if v.row < 0 {
		return ""
	}
	cells := v.table.Rows[v.row].Cells
	for k, c := range v.columns() {
		if head, _ := withoutNote(c.Name); k < len(cells) && slices.Contains(v.x.a.tables.owner, head) {
			return cells[k].Of(v.x.d.Text.Body)
		}
	}
	return ""
}

// whole returns the value a row of 其中 is part of: that of the same column in
// the nearest row above without the word.
func (v *cellView) whole() *key {
	if !v.name.among || v.row < 0 {
		return nil
	}
	for r := v.row - 1; r >= v.table.Head && v.row-r <= tableReach; r-- {
		if v.at >= len(v.table.Rows[r].Cells) {
			continue
		}
		i, s := v.sentenceAt(v.table.Rows[r].Cells[v.at])
		if s == nil || s.Cell == nil {
			continue
		}
		if _, among := v.x.a.tables.opened(s.Cell.Row); among {
			continue
		}
		if k := slices.IndexFunc(s.Mentions, func(m report.Mention) bool { return kinds[m.Type] != "" }); k >= 0 {
			return &key{i, k}
		}
		return nil
	}
	return nil
}

// underHead gives the values of a cell read as a sentence what the head says
// of them, and those without subject the name of the row.
func (x *scene) underHead() {
	if x.s.Cell == nil {
		return
	}
	var v *cellView
	for i := range x.made {
		a := &x.made[i].Attribution
		if a.Skip != "" {
			continue
		}
		if v == nil {
			read := x.view()
			v = &read
		}
		if v.heads.modality == report.Target && a.Modality == report.Actual {
			a.Modality = report.Target
		}
		if a.Subject == "" {
			a.Subject = clean(v.name.name)
		}
		if a.Owner == "" && a.Modality == report.Target {
			a.Owner = v.owner()
		}
	}
}

// hasClass tells whether words of the class stand in s.
func (x *scene) hasClass(s string, c class) bool {
	for w, of := range x.a.words.classes {
		if of&c != 0 && strings.Contains(s, w) {
			return true
		}
	}
	return false
}
