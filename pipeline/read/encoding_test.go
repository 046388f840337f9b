package read

import (
	"context"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"taizhang/report"
)

const (
	shortText = "全年完成投资36.5亿元"
	longText  = "一、工作总结\n　　全年完成固定资产投资36029.5万元，同比增长8.5%；竣工项目15个，新增学位2700个。\n" +
		"二、工作计划\n　　2024年计划铺排项目48个，力争6月底前开工。\n"
	tradText = "一、工作總結\n　　全年完成固定資產投資三億元，同比增長百分之八；開工項目十五個，辦理議案建議。\n"
)

func encode(t testing.TB, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodings(t *testing.T) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	encodings := []struct {
		name string
		mark string
		encoding.Encoding
	}{
		{"UTF-8", "", unicode.UTF8},
		{"UTF-8 with mark", "\xEF\xBB\xBF", unicode.UTF8},
		{"GB18030", "", simplifiedchinese.GB18030},
		{"GBK", "", simplifiedchinese.GBK},
		{"UTF-16LE with mark", "\xFF\xFE", little},
		{"UTF-16BE with mark", "\xFE\xFF", big},
		{"UTF-16LE", "", little},
		{"UTF-16BE", "", big},
	}
	for _, e := range encodings {
		for _, text := range []string{shortText, longText, strings.Repeat(longText, 200)} {
			data := append([]byte(e.mark), encode(t, e, text)...)
			source := mustRead(t, "a.txt", data)
			if want := strings.TrimSuffix(text, "\n") + "\n"; source.Raw != want {
				t.Errorf("%s, %d bytes: %.60q, want %.60q", e.name, len(data), source.Raw, want)
			}
			if len(source.Problems) > 0 {
				t.Errorf("%s: %v", e.name, source.Problems)
			}
		}
	}
	data := encode(t, traditionalchinese.Big5, strings.Repeat(tradText, 5))
	if source := mustRead(t, "a.txt", data); source.Raw != strings.Repeat(tradText, 5) {
		t.Errorf("Big5: %.60q", source.Raw)
	}
}

func TestBrokenBytes(t *testing.T) {
	gb := encode(t, simplifiedchinese.GB18030, longText)
	tests := []struct {
		name, data, want string // want is part of Raw
		problem          string
	}{
		{"cut in a character", longText[:len(longText)-3] + "\xE3", "工作计划", "invalid_characters"},
		{"one bad byte in UTF-8", longText + "\xFF" + longText, "工作计划", "invalid_characters"},
		{"GB18030 cut in a character", string(gb) + "\xB9", "工作计划", "invalid_characters"},
		{"NUL", "全年\x00完成投资" + longText, "全年完成投资", "nul_characters"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.txt", []byte(test.data))
		if !strings.Contains(source.Raw, test.want) {
			t.Errorf("%s: %q", test.name, source.Raw)
		}
		if len(source.Problems) != 1 || source.Problems[0].Code != test.problem {
			t.Errorf("%s: problems %v, want %s", test.name, source.Problems, test.problem)
		}
	}
}

func TestLineEnds(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"LF", "甲\n乙\n\n丙\n", "甲|乙||丙"},
		{"CRLF", "甲\r\n乙\r\n\r\n丙", "甲|乙||丙"},
		{"CR", "甲\r乙\r\r丙", "甲|乙||丙"},
		{"CR CR LF", "甲\r\r\n乙\r\r\n\r\r\n丙", "甲|乙||丙"},
		{"mixed", "甲\r\n乙\n\r\n丙\u2028丁\u0085戊\f己", "甲|乙||丙|丁|戊|己"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.txt", []byte(test.text))
		if got := strings.Join(lineTexts(source), "|"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func mustRead(t testing.TB, name string, data []byte) report.Source {
	t.Helper()
	source, err := New(Options{}).Read(context.Background(), name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkSource(t, source)
	return source
}

// lineTexts returns the lines of a source as they stand in Raw.
func lineTexts(source report.Source) []string {
	var out []string
	for _, p := range source.Pages {
		for _, l := range p.Lines {
			out = append(out, l.Span.Of(source.Raw))
		}
	}
	return out
}

// checkSource holds what every source promises.
func checkSource(t testing.TB, source report.Source) {
	t.Helper()
	if strings.ToValidUTF8(source.Raw, "") != source.Raw || strings.ContainsRune(source.Raw, 0) {
		t.Fatal("Raw is not valid UTF-8 without NUL")
	}
	if strings.TrimSpace(source.Raw) == "" || len(source.Pages) == 0 {
		t.Fatal("an empty document was read as a document")
	}
	at := 0
	for _, p := range source.Pages {
		if p.Quality == report.Unreadable && len(p.Lines) > 0 {
			t.Fatalf("page %d is unreadable and has lines", p.Number)
		}
		for _, l := range p.Lines {
			if l.Span.Start != at || l.Span.End < at || l.Span.End >= len(source.Raw) {
				t.Fatalf("line %v after %d", l.Span, at)
			}
			at = l.Span.End + 1
			if strings.ContainsAny(l.Span.Of(source.Raw), "\n\r") {
				t.Fatalf("line end in %q", l.Span.Of(source.Raw))
			}
			var cells []string
			for _, c := range l.Cells {
				cells = append(cells, c.Of(source.Raw))
			}
			if l.Role == report.RoleRow && strings.Join(cells, "\t") != l.Span.Of(source.Raw) {
				t.Fatalf("cells %q of %q", cells, l.Span.Of(source.Raw))
			}
		}
	}
}

// refusedWith reads data that must be refused and returns the refusal.
func refusedWith(t testing.TB, r *Reader, name string, data []byte) *report.Refusal {
	t.Helper()
	_, err := r.Read(context.Background(), name, data)
	var refusal *report.Refusal
	if !errors.As(err, &refusal) {
		t.Fatalf("%s: %v, want a refusal", name, err)
	}
	return refusal
}
