package read

import (
	"context"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/report"
)

// fuzz holds that a reader returns a sound source or a refusal, whatever the
// bytes are.
func fuzz(f *testing.F, name string, limits Limits) {
	r := New(Options{Limits: limits})
	f.Cleanup(func() { _ = r.Close() })
	f.Fuzz(func(t *testing.T, data []byte) {
		source, err := r.Read(context.Background(), name, data)
		var refusal *report.Refusal
		switch {
		case err == nil:
			checkSource(t, source)
		case !errors.As(err, &refusal):
			t.Fatalf("%v is no refusal", err)
		case refusal.Code == report.RefusedTimeout:
			t.Fatal(err)
		case strings.Contains(err.Error(), "gave up"):
			t.Fatalf("panic: %v", err)
		}
	})
}

func FuzzText(f *testing.F) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(longText)
	for _, s := range []string{shortText, longText, gb, "\xFF\xFEa\x00", "\xFE\xFF\x4E\x00", "\r\r\n\x00", "\xEF\xBB\xBF"} {
		f.Add([]byte(s))
	}
	fuzz(f, "a.txt", Limits{})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# 总结\n\n**一**\n|甲|乙|\n|-|-|\n|1|2|", "```\n甲\n```", "<!-- 甲 -->", "---\na: b\n---\n", "[甲](乙)", `\*`, "> - 甲",
	} {
		f.Add([]byte(s))
	}
	fuzz(f, "a.md", Limits{})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<!-- 甲 --><html><title>总结</title><p>全年完成3亿元。<p>完", "<html><table><tr><td rowspan=2 colspan=3>甲<td>乙<tr><td>丙</table>",
		"<html><ol start=3><li>甲<ol type=a><li>乙</ol></ol>", "<html><pre>甲\n乙</pre><a href=x>丙<td>丁</tr>", `<html><div style="display:none">甲。<nav>`,
	} {
		f.Add([]byte(s))
	}
	fuzz(f, "a.html", Limits{})
}

// FuzzDocx changes the XML, as changed ZIP bytes hardly get past the checksum.
func FuzzDocx(f *testing.F) {
	f.Add([]byte(item("甲", 1, 0) + item("乙", 1, 1)))
	f.Add([]byte("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:br/></w:r></w:p>"))
	r := New(Options{})
	f.Fuzz(func(t *testing.T, body []byte) {
		numbering := design(0, level(0, "chineseCounting", "%1、", "")+level(1, "decimal", "%2.", "")) + use(1, 0, "")
		data := word{body: string(body), numbering: numbering, styles: string(body), footnotes: string(body)}.bytes(t)
		source, err := r.Read(context.Background(), "a.docx", data)
		var refusal *report.Refusal
		if err == nil {
			checkSource(t, source)
		} else if !errors.As(err, &refusal) || strings.Contains(err.Error(), "gave up") {
			t.Fatal(err)
		}
	})
}

// FuzzOFD changes the XML of a page, for the same reason.
func FuzzOFD(f *testing.F) {
	f.Add([]byte(set(20, 40, "投资") + "<ofd:PageBlock>" + setWith(20, 60, `DeltaY="g 3 5"`, `CTM="0 1 -1 0 0 0"`, "三亿元") + "</ofd:PageBlock>"))
	f.Add([]byte(`<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 L 9 0 B 1 2 3 4 5 6 C</ofd:AbbreviatedData></ofd:PathObject>`))
	r := New(Options{})
	f.Fuzz(func(t *testing.T, page []byte) {
		data := ofdFile{pages: []string{string(page), set(20, 40, "投资")}, template: string(page)}.bytes(t)
		source, err := r.Read(context.Background(), "a.ofd", data)
		var refusal *report.Refusal
		if err == nil {
			checkSource(t, source)
		} else if !errors.As(err, &refusal) || strings.Contains(err.Error(), "gave up") {
			t.Fatal(err)
		}
	})
}

// FuzzXLSX changes the XML of a sheet, of the shared texts and of a format.
func FuzzXLSX(f *testing.F) {
	f.Add([]byte("<row>"+cellOf("A1", "s", "0")+cellOf("C1", "n", "45291")+"</row>"), "yyyy\"年\"m")
	f.Add([]byte(`<row><c s="0"><v>-0.5</v></c><c t="inlineStr"><is><r><t>甲</t></r></is></c></row>`), "#,##0.0%_);(0)")
	r := New(Options{})
	f.Fuzz(func(t *testing.T, rows []byte, code string) {
		data := workbook{sheets: []string{"甲", string(rows)}, strings: []string{string(rows)}}.bytes(t)
		source, err := r.Read(context.Background(), "a.xlsx", data)
		var refusal *report.Refusal
		if err == nil {
			checkSource(t, source)
		} else if !errors.As(err, &refusal) || strings.Contains(err.Error(), "gave up") {
			t.Fatal(err)
		}
		formats := xlsxFormats{cells: []cellFormat{{code: code}}}
		for _, value := range []string{"0", "-1234.5678", "45291.7", "1e14"} {
			formats.show(value, "0")
		}
	})
}

func FuzzContainer(f *testing.F) {
	f.Add(word{body: para("甲", "")}.bytes(f))
	fuzz(f, "a.docx", Limits{})
}

func FuzzPDF(f *testing.F) {
	f.Add(pdfFile{pages: []string{at(80, 700, 14, "投资"), ""}}.bytes(f))
	f.Add(pdfFile{pages: []string{at(80, 700, 14, "投资")}, lock: []byte{}}.bytes(f))
	fuzz(f, "a.pdf", Limits{})
}
