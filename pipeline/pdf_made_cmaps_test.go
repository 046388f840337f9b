package pipeline

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/internal/samplefiles"
)

// cmaps are the predefined CMaps of Adobe-GB1 (Adobe Technical Note 5079), with
// how text is written in them: old Chinese programs name one and embed no font.
var cmaps = map[string]func(string) ([]byte, error){
	"GBK-EUC-H":     gbk,
	"GBKp-EUC-H":    gbk,
	"GBK2K-H":       gb18030,
	"UniGB-UCS2-H":  utf16BE,
	"UniGB-UTF16-H": utf16BE,
}

func gbk(s string) ([]byte, error) { return simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s)) }
func gb18030(s string) ([]byte, error) {
	return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
}

func utf16BE(s string) ([]byte, error) {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out, nil
}

func byPredefinedCMaps(t *testing.T) []madePDF {
	lines := knownTexts(t)["linjiang-project-centre/2022"]
	var known []string
	for _, l := range lines {
		if l.Style != samplefiles.Row {
			known = append(known, l.Text)
		}
	}
	var out []madePDF
	for name, encode := range cmaps {
		out = append(out, madePDF{"CMap " + name, known, typeset(t, name, encode, known), 0.001})
	}
	return out
}

const (
	perLine  = 28 // full-width characters of a line
	perPage  = 22 // lines of a page
	fontSize = 16
)

// typeset sets paragraphs in lines and pages, the first line of each two
// characters in, a page number at the foot.
func typeset(t *testing.T, cmap string, encode func(string) ([]byte, error), paragraphs []string) []byte {
	t.Helper()
	var pages []string
	var page strings.Builder
	row := 0
	show := func(x, y float64, text string) {
		code, err := encode(text)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&page, "BT /F1 %d Tf 1 0 0 1 %g %g Tm <%X> Tj ET\n", fontSize, x, y, code)
	}
	turn := func() {
		show(280, 50, fmt.Sprintf("- %d -", len(pages)+1))
		pages = append(pages, page.String())
		page.Reset()
		row = 0
	}
	for _, p := range paragraphs {
		for i, line := range wrapped(p) {
			if row == perPage {
				turn()
			}
			x := 70.0
			if i == 0 {
				x += 2 * fontSize
			}
			show(x, 770-float64(row)*30, line)
			row++
		}
	}
	turn()
	return assembled(cmap, pages)
}

// wrapped cuts a paragraph into lines, the first two characters shorter.
func wrapped(text string) []string {
	var out []string
	var line strings.Builder
	left := 2.0 * (perLine - 2)
	for _, r := range text {
		width := 2.0
		if r < 0x80 {
			width = 1
		}
		if left < width {
			out = append(out, line.String())
			line.Reset()
			left = 2 * perLine
		}
		line.WriteRune(r)
		left -= width
	}
	return append(out, line.String())
}

func assembled(cmap string, pages []string) []byte {
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 6+2*i))
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " ")),
		"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/" + cmap + "/DescendantFonts[4 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 907 500]" +
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>",
		"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0" +
			"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
	}
	for i, p := range pages {
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", 7+2*i),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(p), p))
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.5\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}
