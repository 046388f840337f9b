package attribute

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// tableWords are the words that tell what a column of a table is, and of what
// kind a unit is.
type tableWords struct {
	plan, done, expected, growth, unit, number []string // heads of columns
	measure, ratio, money                      []string // units
}

func newTableWords(lex *lexicon.Lexicon) tableWords {
	return tableWords{
		plan: lex.Words("计划栏"), done: lex.Words("完成栏"), expected: lex.Words("预计栏"),
		growth: lex.Words("同比栏"), unit: lex.Words("单位栏"), number: lex.Words("序号栏"),
		measure: lex.Words("计量单位"), ratio: lex.Words("比率单位"), money: lex.Words("货币单位"),
	}
}

// cell attributes the value of a table cell: what the row is called, under
// which head it stands, in which unit.
func (x *scene) cell() {
	head, inHead := unbracket(x.s.Cell.Column)
	for i, m := range x.s.Mentions {
		kind := kinds[m.Type]
		switch {
		case mentionClass[m.Type] != isValue:
			continue
		case x.s.Cell.Column == "" || x.a.table.has(x.a.table.number, head):
			x.skip(i, "表头或序号")
			continue
		case m.Span.Len()*2 < x.s.Span.Len():
			continue
		}
		row := x.row()
		out := report.Attribution{Kind: kind, Value: m.Value, Period: x.anchor().DefaultPeriod()}
		unit := firstOf(inHead, row.unit, row.inName, row.inCaption)
		x.a.table.convert(&out, m, unit)
		out.Subject = clean(x.a.table.subject(row.name, head))
		out.Modality = x.columnModality(head)
		if out.Kind == report.KindRatio && x.a.table.has(x.a.table.growth, head) {
			out.Comparison = report.YearOnYear
		}
		out.Why = []string{"表格：行“" + row.name + "”，列“" + head + "”"}
		x.add(i, out, nil)
	}
	x.skipRest("表格里的说明")
}

// tableRow is what a row says of its cells.
type tableRow struct {
	name                    string
	unit, inName, inCaption string // unit of its own column, of the name's bracket, of the caption
}

// row reads the row the sentence's cell stands in.
func (x *scene) row() tableRow {
	r := tableRow{name: x.s.Cell.Row}
	k := x.s.Cell.Table - 1
	if k >= 0 && k < len(x.d.Outline.Tables) {
		t := x.d.Outline.Tables[k]
		x.fromRow(&r, t)
		r.inCaption = unitIn(t.Caption)
	}
	r.name, r.inName = unbracket(r.name)
	return r
}

// fromRow finds the unit column and, where the first column only numbers the
// rows, the name in the next.
func (x *scene) fromRow(r *tableRow, t report.Table) {
	body := x.d.Text.Body
	for _, row := range t.Rows {
		if !row.Span.Contains(x.s.Span) || len(t.Rows) == 0 {
			continue
		}
		for i, c := range row.Cells {
			if i >= len(t.Rows[0].Cells) {
				break
			}
			head := strings.TrimSpace(t.Rows[0].Cells[i].Of(body))
			if x.a.table.has(x.a.table.unit, head) {
				r.unit = strings.TrimSpace(c.Of(body))
			}
			if x.a.table.has(x.a.table.number, head) && i+1 < len(row.Cells) {
				r.name = row.Cells[i+1].Of(body)
			}
		}
	}
}

func (t tableWords) has(list []string, head string) bool {
	for _, w := range list {
		if head == w || len(w) > 3 && strings.HasSuffix(head, w) || strings.HasPrefix(head, w) && len(w) > 3 {
			return true
		}
	}
	return false
}

// subject joins row and column: of a column that only says plan or result, the
// row alone.
func (t tableWords) subject(row, head string) string {
	state := t.has(t.plan, head) || t.has(t.done, head) || t.has(t.expected, head) || t.has(t.growth, head)
	switch {
	case head == "" || state || isYear(head):
		return row
	case row == "" || utf8.RuneCountInString(row+head) > longestSubject:
		return head
	}
	return row + head
}

func isYear(head string) bool {
	return strings.HasSuffix(strings.TrimRight(head, "度"), "年") && strings.ContainsAny(head, "0123456789")
}

func (x *scene) columnModality(head string) report.Modality {
	t := x.a.table
	switch {
	case t.has(t.done, head):
		return report.Actual
	case t.has(t.expected, head):
		return report.Forecast
	case t.has(t.plan, head) || x.part() == report.Plan:
		return report.Target
	}
	return report.Actual
}

// convert gives a bare number of a cell the unit of its row or column: 6 under
// 亿元 is 600000000 元.
func (t tableWords) convert(out *report.Attribution, m report.Mention, unit string) {
	if unit == "" || m.Value.Unit != "" || m.Type != report.MentionCount {
		return
	}
	power := int32(0)
	for _, p := range []struct {
		word  string
		power int32
	}{{"万亿", 12}, {"千万", 7}, {"百万", 6}, {"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}} {
		if rest, ok := strings.CutPrefix(unit, p.word); ok && rest != "" && rest != "米" && rest != "瓦" && rest != "克" {
			unit, power = rest, p.power
			break
		}
	}
	out.Value.Min, out.Value.Max = out.Value.Min.Shift(power), out.Value.Max.Shift(power)
	out.Value.Unit = unit
	switch {
	case in(t.money, unit):
		out.Kind = report.KindAmount
	case in(t.ratio, unit):
		out.Kind = report.KindRatio
	case in(t.measure, unit):
		out.Kind = report.KindMeasure
	}
}

func in(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// unbracket divides 投资额（万元） into name and unit.
func unbracket(s string) (name, unit string) {
	s = strings.TrimSpace(s)
	for _, b := range []string{"（", "("} {
		if i := strings.Index(s, b); i > 0 {
			unit = strings.TrimRight(s[i+len(b):], "）)")
			return strings.TrimSpace(s[:i]), strings.TrimPrefix(unit, "单位：")
		}
	}
	return s, ""
}

// unitIn returns the unit a caption names: 单位：万元.
func unitIn(caption string) string {
	for _, lead := range []string{"单位：", "单位:"} {
		if _, rest, ok := strings.Cut(caption, lead); ok {
			return strings.Trim(rest, "（）() \t")
		}
	}
	return ""
}

func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
