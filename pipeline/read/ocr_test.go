package read

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

const samplePDF = "../../samples/linjiang-project-centre/2023.pdf"

// ocrReader returns a reader with OCR, or skips the test where there is none.
func ocrReader(t testing.TB) *Reader {
	t.Helper()
	r := New(Options{OCR: OCR{Mode: OCRAuto}})
	t.Cleanup(func() { _ = r.Close() })
	if err := r.ocr.ready(context.Background()); err != nil {
		t.Skipf("%v: %s", err, r.ocr.advice())
	}
	return r
}

// scanned returns the first pages of a PDF as a PDF of pictures, as a scanner
// makes it, and the pictures.
func scanned(t testing.TB, r *Reader, data []byte, most int) ([]byte, []*image.Gray) {
	t.Helper()
	q := pdfQuestion{Data: data, Pages: 100}
	count := func(pdfAnswer) error {
		if n := len(q.Pictures); n < most {
			q.Pictures = append(q.Pictures, pictureAsked{n, r.ocr.DPI})
		}
		return nil
	}
	ctx, asked := context.Background(), q
	if err := r.pdf.ask(ctx, asked, count); err != nil {
		t.Fatal(err)
	}
	var pictures []*image.Gray
	err := r.pdf.ask(ctx, q, func(a pdfAnswer) error {
		pictures = append(pictures, fromPortable(t, a.picture))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return picturePDF(t, pictures), pictures
}

func fromPortable(t testing.TB, pgm []byte) *image.Gray {
	t.Helper()
	var wide, high, most int
	if _, err := fmt.Sscanf(string(pgm[:min(30, len(pgm))]), "P5\n%d %d\n%d\n", &wide, &high, &most); err != nil {
		t.Fatal(err)
	}
	g := image.NewGray(image.Rect(0, 0, wide, high))
	copy(g.Pix, pgm[len(pgm)-wide*high:])
	return g
}

// picturePDF makes a PDF with one picture a page.
func picturePDF(t testing.TB, pictures []*image.Gray) []byte {
	t.Helper()
	var kids []string
	for i := range pictures {
		kids = append(kids, fmt.Sprintf("%d 0 R", 3+3*i))
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " ")),
	}
	var f pdfFile
	for i, g := range pictures {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		_, _ = z.Write(g.Pix)
		_ = z.Close()
		n := 3 + 3*i
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</XObject<</Im %d 0 R>>>>>>", n+1, n+2),
			f.stream(n+1, "<<", "q 595 0 0 842 0 0 cm /Im Do Q"),
			f.stream(n+2, fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode",
				g.Rect.Dx(), g.Rect.Dy()), packed.String()))
	}
	return f.assemble(objects)
}

// TestOCR reads the picture of a page whose text is known. Half-width marks
// and blanks do not count: repair evens them.
func TestOCR(t *testing.T) {
	r := ocrReader(t)
	data, err := os.ReadFile(samplePDF)
	if err != nil {
		t.Fatal(err)
	}
	pages := 1
	if os.Getenv("TAIZHANG_LONG") != "" {
		pages = 100
	}
	truth, err := r.Read(context.Background(), "a.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	scan, pictures := scanned(t, r, data, pages)
	told := 0
	r.options.OnPage = func(string, int, int) { told++ }
	source, err := r.Read(context.Background(), "scan.pdf", scan)
	if err != nil {
		t.Fatal(err)
	}
	if told != len(pictures) {
		t.Errorf("told of %d pages, want %d", told, len(pictures))
	}
	for i, p := range source.Pages {
		if p.Quality != report.OCR || p.Reason == "" {
			t.Errorf("page %d is %q (%s), want %q", p.Number, p.Quality, p.Reason, report.OCR)
		}
		got, want := evened(pageLines(source, p)), evened(pageLines(truth, truth.Pages[i]))
		rate := float64(distance(got, want)) / float64(len(want))
		t.Logf("page %d: character error rate %.4f of %d, %s", p.Number, rate, len(want), p.Reason)
		if rate > 0.03 {
			t.Errorf("page %d: character error rate %.3f, want at most 0.03:\n%s", p.Number, rate, string(got))
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, pictures[0]); err != nil {
		t.Fatal(err)
	}
	others := map[string][]byte{"a.ofd": scannedOFD(t, file.Bytes(), 1)}
	if os.Getenv("TAIZHANG_LONG") != "" {
		others["a.png"], others["a.tif"] = file.Bytes(), tiffOf(binary.LittleEndian, pictures[0])
	}
	for name, data := range others {
		source, err := r.Read(context.Background(), name, data)
		if err != nil || source.Pages[0].Quality != report.OCR {
			t.Fatalf("%s: %v", name, err)
		}
		if got, want := evened(source.Raw), evened(pageLines(truth, truth.Pages[0])); distance(got, want) > len(want)*3/100 {
			t.Errorf("%s: %s", name, source.Raw)
		}
	}
}

// evened returns the characters of a text but for blanks and width.
func evened(s string) []rune {
	return []rune(strings.Join(strings.Fields(norm.NFKC.String(s)), ""))
}

// distance is the number of characters to put in, drop or change.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		last := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := last
			if x != y {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// TestOCRRefusals holds what is said where OCR cannot help.
func TestOCRRefusals(t *testing.T) {
	blank := image.NewGray(image.Rect(0, 0, 400, 500))
	for i := range blank.Pix {
		blank.Pix[i] = 255
	}
	scan := picturePDF(t, []*image.Gray{blank})
	tests := []struct {
		name string
		ocr  OCR
		why  string
	}{
		{"off", OCR{Mode: OCROff}, "switched off"},
		{"no program", OCR{Mode: OCRAuto, Command: "no-such-tesseract"}, "not installed"},
		{"no language", OCR{Mode: OCRAuto, Languages: "chi_xyz"}, "no language chi_xyz"},
		{"nothing to read", OCR{Mode: OCRAuto}, "found no text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "no language" || test.name == "nothing to read" {
				ocrReader(t)
			}
			r := New(Options{OCR: test.ocr})
			defer r.Close()
			got := refusedWith(t, r, "scan.pdf", scan)
			if got.Code != report.RefusedNeedsOCR || !strings.Contains(got.Why, test.why) {
				t.Errorf("%v, want %q", got, test.why)
			}
		})
	}
}

// TestOCRStops holds that a program that hangs is killed at its limit, and
// that a cancelled import ends it.
func TestOCRStops(t *testing.T) {
	hang := t.TempDir() + "/tesseract"
	script := "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo chi_sim; exit; fi\n[ \"$1\" = --version ] && exit\nsleep 60 & wait\n"
	if err := os.WriteFile(hang, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	scan := picturePDF(t, []*image.Gray{image.NewGray(image.Rect(0, 0, 40, 50))})
	r := New(Options{OCR: OCR{Mode: OCRAuto, Command: hang}, Limits: Limits{OCRTime: 300 * time.Millisecond}})
	defer r.Close()
	begun := time.Now()
	if got := refusedWith(t, r, "scan.pdf", scan); !strings.Contains(got.Why, "took longer") {
		t.Errorf("%v", got)
	}
	r.options.Limits.OCRTime = time.Minute
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := r.Read(ctx, "scan.pdf", scan); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want the context's error", err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestOCRTable reads tesseract's table: words to lines, parts that stand apart
// to cells.
func TestOCRTable(t *testing.T) {
	row := func(line, x, wide int, sure, text string) string {
		return fmt.Sprintf("5\t1\t1\t1\t%d\t1\t%d\t%d\t%d\t20\t%s\t%s\n", line, x, 40*line, wide, sure, text)
	}
	table := "level\tpage_num\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n" +
		row(1, 0, 40, "96", "投资") + row(1, 42, 60, "90.5", "3600") +
		row(2, 0, 40, "96", "名称") + row(2, 200, 40, "96", "数量") +
		row(3, 0, 40, "96", "学位") + row(3, 200, 40, "96", "2700") + row(3, 400, 5, "x", "坏") +
		row(4, 0, 40, "30", "乱") + row(4, 60, 40, "45", "码")
	p := readOCRTable(table, ocrScale{pixel: 0.5})
	if len(p.lines) != 3 || p.lines[0].text != "投资3600" || p.confidence < 90 || p.dropped != 1 {
		t.Fatalf("%+v", p)
	}
	if c := p.lines[2].cells; len(c) != 2 || c[1] != "2700" {
		t.Errorf("cells %q", c)
	}
}

func FuzzOCRTable(f *testing.F) {
	f.Add("5\t1\t1\t1\t1\t1\t0\t0\t20\t20\t96\t投资\n5\t1\t1\t1\t1\t1\t-5\t0\t1e300\t20\tNaN\t投资\n")
	f.Fuzz(func(t *testing.T, table string) { readOCRTable(table, ocrScale{pixel: 0.36}) })
}
