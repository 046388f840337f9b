package read

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

// withReader returns a reader whose PDF reader and witness are other processes.
func withReader(t *testing.T, pdf, witness string, limits Limits) *Reader {
	t.Helper()
	r := New(Options{PDF: serverCommand(t, pdf), Witness: serverCommand(t, witness), Limits: limits})
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// TestReadersFail holds that a batch goes on whatever becomes of the processes
// that read PDF files, and that the other of the two readers stands in.
func TestReadersFail(t *testing.T) {
	const text = honest + honest
	page := at(20, 700, 9, text[:len(honest)]) + at(20, 680, 9, text[len(honest):])
	file := pdfFile{pages: []string{page}}.bytes(t)
	patient, hasty := Limits{}, Limits{Time: 3 * time.Second}
	tests := []struct {
		pdf, witness string
		limits       Limits
		code         string         // of the refusal of a PDF, if it is refused
		quality      report.Quality // of its page otherwise
	}{
		{"pdf", "crash", patient, "", report.Good},
		{"pdf", "hang", patient, "", report.Good},
		{"pdf", "babble", patient, "", report.Good},
		{"crash", "witness", patient, "", report.Doubtful},
		{"babble", "witness", patient, "", report.Doubtful},
		{"crash", "crash", patient, report.RefusedDamaged, ""},
		{"hang", "witness", hasty, report.RefusedTimeout, ""},
	}
	for _, test := range tests {
		name := test.pdf + ", " + test.witness
		r := withReader(t, test.pdf, test.witness, test.limits)
		for i := range 10 {
			if i%5 > 0 {
				if _, err := r.Read(context.Background(), "a.txt", []byte(text)); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			source, err := r.Read(context.Background(), "a.pdf", file)
			var refusal *report.Refusal
			switch {
			case test.code != "" && (!errors.As(err, &refusal) || refusal.Code != test.code):
				t.Errorf("%s: %v, want %s", name, err, test.code)
			case test.code == "" && err != nil:
				t.Errorf("%s: %v", name, err)
			case test.code == "" && source.Pages[0].Quality != test.quality:
				t.Errorf("%s: %s, want %s", name, source.Pages[0].Quality, test.quality)
			}
		}
	}
}

// TestHostilePDF holds that files made to cost much do not, and that what can
// be read of them is.
func TestHostilePDF(t *testing.T) {
	text := at(20, 700, 9, "全年完成固定资产投资三亿元")
	whole := pdfFile{pages: []string{text}}.bytes(t)
	replaced := func(old, with string) []byte { return bytes.Replace(whole, []byte(old), []byte(with), 1) }
	many := make([]string, 10_000)
	for i := range many {
		many[i] = text
	}
	tests := map[string][]byte{
		"kids in a circle":     replaced("/Kids[8 0 R]", "/Kids[2 0 R 8 0 R]"),
		"parent in a circle":   replaced("/Parent 2 0 R", "/Parent 8 0 R"),
		"tables in a circle":   pdfFile{pages: []string{text}, prev: true}.bytes(t),
		"form within itself":   pdfFile{pages: []string{text + "/Fm Do"}, form: strings.Repeat("/Fm Do ", 100)}.bytes(t),
		"nested arrays":        pdfFile{pages: []string{strings.Repeat("[", 200_000) + text}}.bytes(t),
		"nested dictionaries":  replaced("<</Type/Catalog", strings.Repeat("<</A ", 100_000)+"<</Type/Catalog"),
		"nested states":        pdfFile{pages: []string{strings.Repeat("q ", 500_000) + text}}.bytes(t),
		"open string":          pdfFile{pages: []string{text + "(" + strings.Repeat("a", 5<<20)}}.bytes(t),
		"huge page":            replaced("[0 0 595 842]", "[0 0 1e9 1e9]"),
		"page without size":    replaced("[0 0 595 842]", "[0 0 0 0]"),
		"page of no numbers":   replaced("[0 0 595 842]", "[0 0 nan 1e999]"),
		"huge picture":         replaced("/Width 1/Height 1", "/Width 60000/Height 60000"),
		"many rules":           pdfFile{pages: []string{text + strings.Repeat("0 0 m 500 0 l S ", 100_000)}}.bytes(t),
		"many cells":           pdfFile{pages: []string{text + at(400, 700, 9, "二") + gridOf(60)}}.bytes(t),
		"text on one spot":     pdfFile{pages: []string{strings.Repeat(text, 5000)}}.bytes(t),
		"claims many pages":    replaced("/Count 1/", "/Count 2000000000/"),
		"claims no pages":      replaced("/Count 1/", "/Count -1/"),
		"content unpacks much": packedContent(t, 300<<20),
		"10,000 pages":         pdfFile{pages: many}.bytes(t),
	}
	slow := map[string]bool{"10,000 pages": true, "content unpacks much": true, "form within itself": true}
	r := newReader(t)
	for name, data := range tests {
		if slow[name] && os.Getenv("TAIZHANG_LONG") == "" {
			continue
		}
		begun := time.Now()
		source, err := r.Read(context.Background(), "a.pdf", data)
		var refusal *report.Refusal
		if err == nil {
			checkSource(t, source)
		} else if !errors.As(err, &refusal) || len(err.Error()) > 400 || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v is no refusal of one line", name, err)
		}
		t.Logf("%-22s %6.2f s %d pages %v", name, time.Since(begun).Seconds(), len(source.Pages), err)
		if _, err := r.Read(context.Background(), "a.pdf", whole); err != nil {
			t.Errorf("after %s: %v", name, err)
		}
	}
}

// gridOf draws n by n cells.
func gridOf(n int) string {
	var out strings.Builder
	for i := range n + 1 {
		at := 10 * float64(i) * 50 / float64(n)
		fmt.Fprintf(&out, "%g 0 m %g 500 l S 0 %g m 500 %g l S ", at, at, at, at)
	}
	return out.String()
}

// packedContent is a PDF whose page unpacks to so many bytes.
func packedContent(t *testing.T, size int) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := io.CopyN(z, endlessBlanks{}, int64(size)); err != nil {
		t.Fatal(err)
	}
	_ = z.Close()
	var f pdfFile
	return f.assemble([]string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
		f.stream(4, "<</Filter/FlateDecode", packed.String()),
	})
}

type endlessBlanks struct{}

func (endlessBlanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
