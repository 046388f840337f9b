package read

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// ocrPage is a page as tesseract reads it.
type ocrPage struct {
	lines      []visualLine
	text       pageText
	confidence int // mean over the characters, of 100
	dropped    int // lines left out
}

// ocrWord is a word of tesseract's table, which for Chinese is one character
// or a few.
type ocrWord struct {
	line string // number of block, paragraph and line
	box  report.Box
	sure float64
	text string
}

// ocrScale is where a picture lies on its page, in points.
type ocrScale struct{ x, y, pixel float64 }

// readOCRTable makes lines of tesseract's table (TSV), whose boxes are in
// pixels. Lines of which tesseract is not sure are left out: it reads seals and
// signatures as characters, too.
func readOCRTable(table string, at ocrScale) ocrPage {
	var all [][]ocrWord
	for row := range strings.Lines(table) {
		w, ok := readOCRWord(strings.TrimRight(row, "\r\n"), at)
		if !ok {
			continue
		}
		if n := len(all); n > 0 && all[n-1][0].line == w.line {
			all[n-1] = append(all[n-1], w)
			continue
		}
		all = append(all, []ocrWord{w})
	}
	var p ocrPage
	var sure [][]ocrWord
	sum, n := 0.0, 0
	for _, words := range all {
		lineSum, runes := sureness(words)
		if lineSum < leastSure*float64(runes) {
			p.dropped++
			continue
		}
		sure = append(sure, words)
		sum, n = sum+lineSum, n+runes
		for _, w := range words {
			p.text.plus(countString(w.text))
		}
	}
	if n > 0 {
		p.confidence = int(sum / float64(n))
	}
	p.lines = arrange(ocrRows(sure))
	for i := range p.lines {
		p.lines[i].line.Size = p.lines[i].first.box.Height
	}
	return p
}

// sureness returns the confidence in words, summed over their characters, and
// how many these are.
func sureness(words []ocrWord) (sum float64, runes int) {
	for _, w := range words {
		n := utf8.RuneCountInString(w.text)
		sum, runes = sum+w.sure*float64(n), runes+n
	}
	return sum, runes
}

// The columns of tesseract's table.
const (
	ocrLevel   = 0
	ocrBlock   = 2
	ocrLeft    = 6
	ocrSure    = 10
	ocrText    = 11
	ocrColumns = 12
)

// wordLevel is the level of rows that are words.
const wordLevel = "5"

func readOCRWord(row string, at ocrScale) (w ocrWord, ok bool) {
	columns := strings.SplitN(row, "\t", ocrColumns)
	if len(columns) < ocrColumns || columns[ocrLevel] != wordLevel {
		return w, false
	}
	w.text = strings.TrimSpace(clean(columns[ocrText]))
	w.line = strings.Join(columns[ocrBlock:ocrBlock+3], ".")
	numbers := make([]float64, 0, 5)
	for _, c := range columns[ocrLeft : ocrSure+1] {
		n, err := strconv.ParseFloat(c, 64)
		if err != nil {
			return w, false
		}
		numbers = append(numbers, n)
	}
	w.box = report.Box{
		X: at.x + numbers[0]*at.pixel, Y: at.y + numbers[1]*at.pixel,
		Width: numbers[2] * at.pixel, Height: numbers[3] * at.pixel,
	}
	w.sure = numbers[4]
	return w, w.text != ""
}

// ocrRows makes segments of the words of each line, cut where they stand apart.
func ocrRows(lines [][]ocrWord) [][]segment {
	usual := ocrHeight(slices.Concat(lines...))
	var rows [][]segment
	for _, words := range lines {
		height := ocrHeight(words)
		if height > 0.75*usual && height < 1.35*usual {
			height = usual // boxes fit the ink of the characters, which varies
		}
		rows = append(rows, ocrSegments(words, height))
	}
	return rows
}

// ocrHeight returns the height that most of the words keep to: flat ones, as
// a dash, are many, too tall boxes are rare.
func ocrHeight(words []ocrWord) float64 {
	heights := make([]float64, len(words))
	for i, w := range words {
		heights[i] = w.box.Height
	}
	slices.Sort(heights)
	if len(heights) == 0 {
		return 0
	}
	return heights[len(heights)*6/10]
}

func ocrSegments(words []ocrWord, height float64) []segment {
	var out []segment
	foot := words[0].box.Y + words[0].box.Height
	for _, w := range words {
		foot = max(foot, w.box.Y+w.box.Height)
	}
	for _, w := range words {
		g := glyph{box: report.Box{X: w.box.X, Y: foot - height, Width: w.box.Width, Height: height}}
		last := len(out) - 1
		if last < 0 || w.box.X-out[last].right() > cellGap*height {
			out = append(out, segment{text: w.text, box: g.box, first: g, last: g})
			continue
		}
		s := &out[last]
		a, _ := utf8.DecodeLastRuneInString(s.text)
		b, _ := utf8.DecodeRuneInString(w.text)
		gap := w.box.X - s.right()
		if gap > thinBlank*height && (latin(a) && latin(b) || isDigit(a) && isDigit(b) && gap > blankGap*height) {
			s.text += " "
		}
		s.text += w.text
		s.box, s.last = union(s.box, g.box), g
	}
	return out
}
