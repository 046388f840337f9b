package read

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"taizhang/report"
)

const (
	garbage    = 0.05 // share of characters without meaning that spoils a page
	suspicious = 0.005
	leastGate  = 50 // characters from which the quality gate is certain
	knownShare = 0.995
	commonHan  = 0.90 // share of GB2312 level 1 among the Chinese characters of any real text
	commonTrad = 0.95 // the same for Big5 level 1
	fewChars   = 50   // a scanned page may have as many, stamped on it
)

// pageText counts the characters of a page by what they tell of its quality.
type pageText struct {
	total     int // without blanks
	lost      int // U+FFFD, private use, no character at all
	known     int // Chinese characters and marks, ASCII, full-width forms, common signs
	han       int
	simple    int  // GB2312 level 1
	trad      int  // Big5 level 1
	picture   bool // one covers the page
	invisible bool // text that does not show
	objects   int  // text objects
	silent    bool // no characters, not even blanks
	embedded  bool // the fonts are in the file, so the page shows what it should
}

// verdict is what is thought of a page.
type verdict struct {
	quality report.Quality
	reason  string
	scan    bool // a picture of a page
	ocr     bool // the page shows what OCR could read
	problem report.Problem
}

func (t *pageText) count(glyphs []glyph) {
	for _, g := range glyphs {
		t.add(g.r)
	}
}

func countString(s string) pageText {
	var t pageText
	for _, r := range s {
		t.add(r)
	}
	return t
}

func (t *pageText) add(r rune) {
	if unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF' {
		return
	}
	t.total++
	switch {
	case r == utf8.RuneError || unicode.Is(unicode.Co, r) && !isBullet(r) || isControl(r):
		t.lost++
	case unicode.Is(unicode.Han, r):
		t.han++
		t.known++
		if isLevelOne(r) {
			t.simple++
		}
		if isBig5LevelOne(r) {
			t.trad++
		}
	case isKnown(r):
		t.known++
	}
}

// isKnown tells characters that Chinese office texts are made of.
func isKnown(r rune) bool {
	return r < 0x7F || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF ||
		r >= 0x2010 && r <= 0x2030 || r >= 0x2460 && r <= 0x24FF || r >= 0x25A0 && r <= 0x26FF ||
		r >= 0x3200 && r <= 0x33FF || r >= 0xFE30 && r <= 0xFE4F || r >= 0x2150 && r <= 0x22FF ||
		r == '·' || r == '×' || r == '÷' || r == '°' || r == '±' || isBullet(r)
}

// isBullet tells the list marks of the Symbol and Wingdings fonts, which sit in
// the private use area.
func isBullet(r rune) bool { return r >= 0xF020 && r <= 0xF0FF }

// isLevelOne tells the 3755 common characters of GB2312.
func isLevelOne(r rune) bool {
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(string(r)))
	return err == nil && len(b) == 2 && b[0] >= 0xB0 && b[0] <= 0xD7 && b[1] >= 0xA1
}

// isBig5LevelOne tells the 5401 common characters of Big5.
func isBig5LevelOne(r rune) bool {
	b, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(string(r)))
	return err == nil && len(b) == 2 && b[0] >= 0xA4 && b[0] <= 0xC6
}

// implausible says why the characters are no real text, or "".
func (t pageText) implausible() string {
	if t.total == 0 {
		return ""
	}
	total := float64(t.total)
	if float64(t.lost) > garbage*total {
		return fmt.Sprintf("%d of %d characters have no meaning (the font does not say which they are)",
			t.lost, t.total)
	}
	if t.han >= 5 && !t.commonChinese() {
		return "the Chinese characters are not those of any real text" +
			" (the font's character table is wrong)"
	}
	if strange := t.total - t.known - t.lost; float64(strange) > 0.2*total {
		return fmt.Sprintf("%d of %d characters are not those of a Chinese text", strange, t.total)
	}
	return ""
}

func (t pageText) commonChinese() bool {
	simple, trad := float64(t.simple)/float64(t.han), float64(t.trad)/float64(t.han)
	if t.han < leastGate {
		return simple >= 0.7 || trad >= 0.85
	}
	return simple >= commonHan || trad >= commonTrad
}

// passesGate is the gate a text must pass to bear witness: enough of it, and
// all of it plausible.
func (t pageText) passesGate() bool {
	if t.total < leastGate || float64(t.known) < knownShare*float64(t.total) {
		return false
	}
	return t.han == 0 || float64(t.simple) >= commonHan*float64(t.han)
}

// judge gives a page its verdict by its own text.
func judge(p *pdfPage) verdict {
	t := p.text
	if p.err != nil {
		return unreadable("the page is damaged: "+p.err.Error(), "copy or download the file again")
	}
	if t.picture && (t.total == 0 || t.total < fewChars && t.han < fewChars/2) {
		v := unreadable(fmt.Sprintf("a picture with %d characters of text", t.total),
			"OCR the file with another tool first, or import the DOCX")
		v.scan, v.ocr, v.problem.Code = true, true, "page_needs_ocr"
		return v
	}
	if t.silent && t.objects > 0 {
		// Known of fonts that are not in the file: single and turned characters
		// have no size then, and are left out.
		return unreadable("the page has text that cannot be read (its font is not in the file)",
			"print it to PDF again with its fonts, OCR it, or import the DOCX")
	}
	if why := t.implausible(); why != "" {
		v := unreadable(why, "compare the page; OCR the file, or import the DOCX")
		v.ocr = t.embedded
		return v
	}
	if t.picture && t.invisible && t.total > 0 {
		why := "invisible text over a picture of the page: it comes from OCR"
		return verdict{quality: report.OCR, reason: why}
	}
	if float64(t.lost) > suspicious*float64(t.total) {
		return doubtful(fmt.Sprintf("%d of %d characters have no meaning", t.lost, t.total))
	}
	return verdict{quality: report.Good}
}

func unreadable(why, hint string) verdict {
	return verdict{
		quality: report.Unreadable, reason: why,
		problem: report.Problem{Code: "page_unreadable", Message: why, Hint: hint},
	}
}

func doubtful(why string) verdict {
	return verdict{
		quality: report.Doubtful, reason: why,
		problem: report.Problem{Code: "page_doubtful", Message: why, Hint: "compare the page with the file"},
	}
}
