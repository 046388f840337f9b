package read

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/report"
)

// TestPDFCorpus holds what the shared corpus's README says of each file: the
// text that must come out, or the reason for which it must not.
func TestPDFCorpus(t *testing.T) {
	root := sharedFolder(t)
	tests := []struct {
		name    string
		page    int    // that has the text
		text    string // without blanks
		refused string
	}{
		{"issue2128r", 1, "浅谈校长的魅力", ""},
		{"issue3521", 1, "我们都是黑体字", ""},
		{"issue8372", 1, "目录", ""},
		{"issue7696", 0, "", report.RefusedUnreadable},
		{"issue12823", 1, "描述团队的共同目标", ""},
		{"issue19360", 1, "坚持社会主义核心价值体系", ""},
		{"issue14438", 1, "Trace-based", ""},
		{"ofdrw-ff", 1, "文文", ""},
		{"ofdrw-Test", 1, "竞争性磋商文件", ""},
		{"ofdrw-xbrl", 1, "电子发票（航空运输电子客票行程单）", ""},
		{"pdfminer-566", 1, "甲方：中国饮料有限公司（盖章）", ""},
		{"plumber-67", 1, "2018年第一季度报告", ""},
		{"plumber-842", 1, "2011年年度报告", ""},
		{"plumber-932", 0, "", report.RefusedNeedsOCR},
	}
	r := newReader(t)
	for _, test := range tests {
		source, err := readFile(t, r, filepath.Join(root, "corpus/pdf", test.name+".pdf"))
		if err != nil {
			var refusal *report.Refusal
			if !errors.As(err, &refusal) || refusal.Code != test.refused {
				t.Errorf("%s: %v, want %q", test.name, err, test.refused)
			}
			t.Logf("%-13s refused: %s", test.name, refusal.Code)
			continue
		}
		checkSource(t, source)
		page := source.Pages[max(test.page, 1)-1]
		if text := pageLines(source, page); test.refused != "" || !strings.Contains(text, test.text) {
			t.Errorf("%s: %.200q, want %q %s", test.name, text, test.text, test.refused)
		}
		for _, p := range source.Pages {
			t.Logf("%-13s %2d %-10s %3d lines %s", test.name, p.Number, p.Quality, len(p.Lines), p.Reason)
		}
	}
}

// pageLines returns the text of a page without blanks.
func pageLines(source report.Source, p report.Page) string {
	var out strings.Builder
	for _, l := range p.Lines {
		out.WriteString(l.Span.Of(source.Raw))
	}
	return strings.Join(strings.Fields(out.String()), "")
}

// TestDevCorpus holds that every text of the shared corpus is read.
func TestDevCorpus(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedFolder(t), "corpus/dev/*/*.txt"))
	gold, _ := filepath.Glob(filepath.Join(sharedFolder(t), "gold/text/*"))
	r := newReader(t)
	for _, f := range append(files, gold...) {
		source, err := readFile(t, r, f)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		checkSource(t, source)
		if n := strings.Count(source.Raw, "\uFFFD"); n > 0 {
			t.Logf("%s: %d characters replaced", f, n)
		}
	}
}

// threePages is a PDF of three pages of 40 lines.
func threePages(b *testing.B) []byte {
	var content strings.Builder
	for i := range 40 {
		content.WriteString(at(60, 780-18*float64(i), 12, "全年完成固定资产投资36029.5万元，同比增长8.5%，竣工项目15个。"))
	}
	return pdfFile{pages: []string{content.String(), content.String(), content.String()}}.bytes(b)
}

// BenchmarkPDF reads three pages with a warm reader and the witness.
func BenchmarkPDF(b *testing.B) {
	data, r := threePages(b), newReader(b)
	for b.Loop() {
		if _, err := r.Read(b.Context(), "a.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDocx reads a document of the length of an annual report.
func BenchmarkDocx(b *testing.B) {
	data := word{body: strings.Repeat(para("全年完成固定资产投资36029.5万元，同比增长8.5%。", ""), 200)}.bytes(b)
	r := New(Options{})
	for b.Loop() {
		if _, err := r.Read(b.Context(), "a.docx", data); err != nil {
			b.Fatal(err)
		}
	}
}
