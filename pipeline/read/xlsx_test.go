package read

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/report"
)

// workbook is a workbook in the making: the XML of its sheets' rows by name.
type workbook struct {
	sheets  []string // name, rows, name, rows, ...
	strings []string
	styles  string // inner XML of the styles
	extra   map[string]string
}

const sheetSpaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func (w workbook) bytes(t testing.TB) []byte {
	t.Helper()
	root := func(name, inner string) string {
		return "<" + name + " " + sheetSpaces + ">" + inner + "</" + name + ">"
	}
	targets := `<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="x/styles" Target="styles.xml"/>`
	parts := map[string]string{"_rels/.rels": relations(map[string]string{"officeDocument": "xl/workbook.xml"})}
	list := ""
	for i := 0; i < len(w.sheets); i += 2 {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="r%d"/>`, w.sheets[i], i+1, i)
		targets += fmt.Sprintf(`<Relationship Id="r%d" Type="x/worksheet" Target="/xl/worksheets/sheet%d.xml"/>`, i, i)
		parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)] = root("worksheet", "<cols/><sheetData>"+w.sheets[i+1]+"</sheetData>")
	}
	shared := ""
	for _, s := range w.strings {
		shared += "<si>" + s + "</si>"
	}
	parts["xl/workbook.xml"] = root("workbook", "<sheets>"+list+"</sheets>")
	parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + targets + "</Relationships>"
	parts["xl/sharedStrings.xml"] = root("sst", shared)
	parts["xl/styles.xml"] = root("styleSheet", w.styles)
	for name, text := range w.extra {
		parts[name] = text
	}
	return zipped(t, parts)
}

// cellOf is a cell with a value of a type.
func cellOf(ref, kind, value string) string {
	return fmt.Sprintf(`<c r="%s" t="%s"><v>%s</v></c>`, ref, kind, value)
}

func TestXLSX(t *testing.T) {
	rowOf := func(cells ...string) string { return "<row>" + strings.Join(cells, "") + "</row>" }
	text := func(ref, s string) string { return `<c r="` + ref + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	tests := []struct{ name, rows, want string }{
		{"shared texts", rowOf(cellOf("A1", "s", "0"), cellOf("B1", "s", "1")), "row1 指标\t完成情况"},
		{"types", rowOf(cellOf("A1", "n", "3.60"), cellOf("B1", "b", "1"), cellOf("C1", "e", "#DIV/0!"), cellOf("D1", "str", "合计"), cellOf("E1", "d", "2023-05-01")), "row1 3.6\tTRUE\t#DIV/0!\t合计\t2023-05-01"},
		{"gaps", rowOf(text("B2", "甲"), text("D2", "乙")) + rowOf(text("B3", "丙"), text("F3", "丁")), "row1 甲\t乙\t|row1 丙\t\t丁"},
		{"no references", "<row><c><v>1</v></c><c/><c><v>2</v></c></row>" + rowOf(text("B3", "甲"), text("C3", "乙")), "row1 1\t\t2|row1 \t甲\t乙"},
		{"out of order", rowOf(text("B1", "乙"), text("A1", "甲")), "row1 甲\t乙"},
		{"title over a table", rowOf(text("A1", "某局2023年工作台账")) + rowOf(text("A2", "事项"), text("B2", "进度")), "某局2023年工作台账|row1 事项\t进度"},
		{"text in one column", rowOf(text("A1", "某局2023年工作总结")) + rowOf(text("A2", "一、总结\n全年完成")), "某局2023年工作总结|一、总结|全年完成"},
		{"line ends in a cell", rowOf(text("A1", "甲\n乙"), text("B1", "丙\t丁")), "row1 甲 乙\t丙 丁"},
		{"empty rows and cells", rowOf() + rowOf(text("A1", " "), text("B1", "")) + rowOf(text("A2", "甲"), text("B2", "乙")), "row1 甲\t乙"},
		{"bold", `<row><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>`, "row1 指标\t完成情况"},
		{"texts that are not there", rowOf(cellOf("A1", "s", "77"), cellOf("B1", "s", "-1"), cellOf("C1", "s", "0"), cellOf("D1", "s", "1")), "row1 指标\t完成情况"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.xlsx", workbook{
			sheets:  []string{"Sheet1", test.rows},
			strings: []string{"<t>指标</t>", `<r><t>完成</t></r><rPh><t>wán</t></rPh><r><rPr/><t xml:space="preserve">情况_x000D_</t></r>`},
			styles:  `<fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>`,
		}.bytes(t))
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if bold := source.Pages[0].Lines[0].Bold; bold != (test.name == "bold") {
			t.Errorf("%s: bold is %v", test.name, bold)
		}
		if source.Format != "xlsx" || source.Layout != report.LayoutParagraphs {
			t.Errorf("%s: %s, %s", test.name, source.Format, source.Layout)
		}
	}
}

func TestXLSXSheets(t *testing.T) {
	row := func(a, b string) string { return "<row>" + cellOf("A1", "str", a) + cellOf("B1", "str", b) + "</row>" }
	book := workbook{sheets: []string{"目标任务", row("甲", "1"), "Sheet2", row("乙", "2"), "空表", ""}}
	source := mustRead(t, "a.xlsx", book.bytes(t))
	if got := strings.Join(described(source), "|"); got != "h1 目标任务|row1 甲\t1|row2 乙\t2" {
		t.Errorf("got %q", got)
	}
	book.sheets = append(book.sheets, `底表" state="veryHidden`, row("丙", "3"), "算式", `<row><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>A1</f><v>甲</v></c></row>`)
	source = mustRead(t, "a.xlsx", book.bytes(t))
	var codes []string
	for _, p := range source.Problems {
		codes = append(codes, p.Code)
	}
	if got := strings.Join(codes, " "); got != "hidden_sheet formulas_without_result" || strings.Contains(source.Raw, "丙") {
		t.Errorf("problems %q, text %q", got, source.Raw)
	}
}

// TestXLSXFormats holds that numbers and dates are printed as Excel shows them.
func TestXLSXFormats(t *testing.T) {
	tests := []struct{ code, value, want string }{
		{"General", "36029.5", "36029.5"},
		{"General", "0.97999999999999998", "0.98"},
		{"General", "1.2E+3", "1200"},
		{"General", "0.1", "0.1"},
		{"General", "1E+300", "1E+300"},
		{"General", "甲", "甲"},
		{"@", "2023", "2023"},
		{"0", "2.5", "3"},
		{"0.00", "-1.005", "-1.01"},
		{"0%", "0.97", "97%"},
		{"0.0%", "0.085", "8.5%"},
		{"0.##", "2.50", "2.5"},
		{"0.##", "2", "2"},
		{"#,##0.00", "1234567.891", "1,234,567.89"},
		{"#,##0", "999", "999"},
		{"000", "7", "007"},
		{"#", "0", ""},
		{"0.00_ ;[Red]\\(0.00\\)", "-3.5", "(3.50)"},
		{"0.0\"亿元\"", "3.6", "3.6亿元"},
		{"[$¥-804]#,##0", "1200", "¥1,200"},
		{"#,##0,", "1234567", "1,235"},
		{"0;-0;\"无\"", "0", "0"},
		{"# ?/?", "0.5", "0.5"},
		{"0.00E+00", "1200", "1200"},
		{"0!.0,\"万\"", "12000", "12000"},
		{"yyyy/m/d", "45291", "2023/12/31"},
		{`yyyy"年"m"月"d"日"`, "45291", "2023年12月31日"},
		{`[$-804]yyyy"年"mm"月";@`, "45047", "2023年05月"},
		{`[DBNum1][$-804]yyyy"年"m"月"d"日"`, "45291", "2023年12月31日"},
		{"yyyy-mm-dd hh:mm:ss", "45291.75", "2023-12-31 18:00:00"},
		{"mm:ss", "0.5", "00:00"},
		{"yyyy/m/d h:mm AM/PM", "45291.75", "2023/12/31 18:00 "},
		{"m/d aaaa", "45291", "12/31 "},
		{"[h]:mm", "1.5", "1.5"},
		{"yyyy/m/d", "-5", "-5"},
		{"yyyy/m/d", "99999999", "99999999"},
		{`"`, "5", "5"},
		{"[", "5", "5"},
		{`\`, "5", "5"},
		{"_", "5", "5"},
	}
	for _, test := range tests {
		f := xlsxFormats{cells: []cellFormat{{code: test.code}}}
		if got := f.show(test.value, "0"); got != test.want {
			t.Errorf("%s as %s: %q, want %q", test.value, test.code, got, test.want)
		}
	}
	old := xlsxFormats{cells: []cellFormat{{code: "yyyy/m/d"}}, from1904: true}
	if got := old.show("43829", "0"); got != "2023/12/31" {
		t.Errorf("from 1904: %s", got)
	}
}

func TestHostileXLSX(t *testing.T) {
	good := workbook{sheets: []string{"甲", "<row>" + cellOf("A1", "str", "投资") + "</row>"}}
	replaced := func(part, text string) []byte {
		return workbook{sheets: good.sheets, extra: map[string]string{part: text}}.bytes(t)
	}
	wide := strings.Repeat("<row>"+cellOf("A1", "str", "甲")+cellOf("XFD1", "str", "乙")+"</row>", 10)
	every := ""
	for i := range 16384 {
		every += cellOf(columnName(i)+"1", "n", "1")
	}
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"cut off", good.bytes(t)[:600], report.RefusedDamaged},
		{"no sheets", replaced("xl/workbook.xml", "<workbook/>"), report.RefusedDamaged},
		{"broken sheet", replaced("xl/worksheets/sheet0.xml", "<worksheet><sheetData><row>"), report.RefusedDamaged},
		{"absent sheet", workbook{sheets: good.sheets, extra: map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r0" Type="x" Target="none.xml"/></Relationships>`}}.bytes(t), report.RefusedDamaged},
		{"empty", workbook{sheets: []string{"甲", ""}}.bytes(t), report.RefusedEmpty},
		{"nested", replaced("xl/worksheets/sheet0.xml", strings.Repeat("<a>", 2000)+strings.Repeat("</a>", 2000)), report.RefusedTooLarge},
		{"empty cells between", workbook{sheets: []string{"甲", "<row>" + every + "</row>" + strings.Repeat(wide, 10)}}.bytes(t), report.RefusedTooLarge},
		{"shared text repeated", workbook{sheets: []string{"甲", strings.Repeat("<row>"+strings.Repeat(cellOf("", "s", "0"), 100)+"</row>", 1000)}, strings: []string{"<t>" + strings.Repeat("长", 10_000) + "</t>"}}.bytes(t), report.RefusedTooLarge},
	}
	for _, test := range tests {
		if got := refusedWith(t, New(Options{}), "a.xlsx", test.data); got.Code != test.code {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
	}
	if source := mustRead(t, "a.xlsx", workbook{sheets: []string{"甲", wide}}.bytes(t)); !strings.Contains(source.Raw, "甲\t乙") {
		t.Errorf("%q", source.Raw)
	}
}

// columnName returns the name of a column, from 0.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

func TestColumnOfCell(t *testing.T) {
	for _, i := range []int{0, 25, 26, 51, 701, 702, 16383} {
		if got, ok := columnOfCell(columnName(i) + "12"); !ok || got != i {
			t.Errorf("%s12: %d, want %d", columnName(i), got, i)
		}
	}
	for _, bad := range []string{"", "12", "ABCDE1"} {
		if _, ok := columnOfCell(bad); ok {
			t.Errorf("%q is a reference", bad)
		}
	}
}
