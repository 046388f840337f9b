package read

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// pdfFile is a PDF in the making.
type pdfFile struct {
	pages   []string // content streams
	turn    int      // /Rotate of every page
	picture bool     // pages have a picture /Im
	prev    bool     // the cross-reference table names itself as the one before
	lock    []byte   // user password; nil: not encrypted
	drawn   bool     // the font is in the file, as drawings (Type 3)
	upright bool     // text runs from top to bottom
	form    string   // content of a form /Fm
}

var shown = regexp.MustCompile(`<([0-9A-F]+)> Tj`)

// drawnFont returns a font of boxes for the characters of the pages, and the
// pages in the codes of that font.
func (f pdfFile) drawnFont() (objects, pages []string) {
	codes := map[string]int{}
	var names, widths, meaning strings.Builder
	code := func(hex string) string {
		var out strings.Builder
		for ; hex != ""; hex = hex[4:] {
			c, ok := codes[hex[:4]]
			if !ok {
				c = len(codes) + 1
				codes[hex[:4]] = c
				fmt.Fprintf(&meaning, "<%02X> <%s>\n", c, hex[:4])
				name, width := "/wide", 1000
				if strings.HasPrefix(hex, "00") {
					name, width = "/thin", 500
				}
				names.WriteString(name)
				fmt.Fprintf(&widths, "%d ", width)
			}
			fmt.Fprintf(&out, "%02X", c)
		}
		return out.String()
	}
	for _, p := range f.pages {
		pages = append(pages, shown.ReplaceAllStringFunc(p, func(s string) string {
			return "<" + code(shown.FindStringSubmatch(s)[1]) + "> Tj"
		}))
	}
	font := fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[.001 0 0 .001 0 0]"+
		"/CharProcs<</wide 4 0 R/thin 6 0 R>>/Encoding<</Type/Encoding/Differences[1%s]>>/FirstChar 1/LastChar %d"+
		"/Widths[%s]/ToUnicode 5 0 R/Resources<<>>>>", names.String(), len(codes), widths.String())
	cmap := fmt.Sprintf("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<00> <FF>\n"+
		"endcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap\nend\nend", len(codes), meaning.String())
	return []string{
		font, f.stream(4, "<<", "1000 0 0 -120 1000 880 d1 0 -120 1000 880 re f"), f.stream(5, "<<", cmap),
		f.stream(6, "<<", "500 0 0 -120 500 880 d1 0 -120 500 880 re f"),
	}, pages
}

// at shows text from (x, y) on in points from the bottom left, in a font that
// both readers know without embedding.
func at(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n", size, x, y, hexUCS2(text))
}

func hexUCS2(text string) string {
	var out strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	return out.String()
}

// fontObjects describe STSong-Light without embedding it: Chinese characters
// are as wide as high, Latin ones half as wide.
var fontObjects = []string{
	"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
	"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 907 500]" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
	"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0" +
		"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
}

func (f pdfFile) bytes(t testing.TB) []byte {
	t.Helper()
	kids := make([]string, len(f.pages))
	for i := range f.pages {
		kids[i] = fmt.Sprintf("%d 0 R", 8+2*i)
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " ")),
	}
	pages, font := f.pages, append(fontObjects[:3:3], "<<>>")
	if f.upright {
		font[0] = strings.Replace(font[0], "UCS2-H", "UCS2-V", 1)
	}
	if f.form != "" {
		font[3] = f.stream(6, "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>", f.form)
	}
	if f.drawn {
		font, pages = f.drawnFont()
	}
	objects = append(objects, font...)
	objects = append(objects, f.stream(len(objects)+1, "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"+
		"/BitsPerComponent 8", "\x80"))
	resources := "/Font<</F1 3 0 R>>"
	if f.picture {
		resources += "/XObject<</Im 7 0 R>>"
	}
	if f.form != "" {
		resources += "/XObject<</Fm 6 0 R>>"
	}
	for i, content := range pages {
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R/Resources<<%s>>>>",
				f.turn, 9+2*i, resources),
			f.stream(9+2*i, "<<", content))
	}
	return f.assemble(objects)
}

// stream is a stream object, encrypted if the file is.
func (f pdfFile) stream(number int, dict, data string) string {
	if f.lock != nil {
		data = string(rc4With(objectKey(f.key(), number), []byte(data)))
	}
	return fmt.Sprintf("%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

func (f pdfFile) assemble(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
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
	trailer := fmt.Sprintf("/Size %d/Root 1 0 R", len(objects)+1)
	if f.prev {
		trailer += fmt.Sprintf("/Prev %d", start)
	}
	if f.lock != nil {
		trailer += fmt.Sprintf("/ID[<%x><%x>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%x>/U<%x>>>",
			fileID, fileID, ownerEntry, rc4With(f.key(), padding))
	}
	fmt.Fprintf(&out, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	return out.Bytes()
}

// What follows is the standard security handler, revision 2 (PDF 1.7, 7.6.3).

var (
	padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
		"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
	fileID     = []byte("0123456789abcdef")
	ownerEntry = bytes.Repeat([]byte{7}, 32)
)

func (f pdfFile) key() []byte {
	permissions := binary.LittleEndian.AppendUint32(nil, 0xFFFFFFFC)
	sum := md5.Sum(bytes.Join([][]byte{append(f.lock, padding...)[:32], ownerEntry, permissions, fileID}, nil))
	return sum[:5]
}

func objectKey(key []byte, number int) []byte {
	sum := md5.Sum(append(bytes.Clone(key), byte(number), byte(number>>8), byte(number>>16), 0, 0))
	return sum[:10]
}

func rc4With(key, data []byte) []byte {
	c, _ := rc4.NewCipher(key)
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}
