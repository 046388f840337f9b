package read

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

const (
	enough     = 0.95 // share of pdfium's characters that the witness must have to speak
	twice      = 1.5  // share from where on the witness repeats what is printed over itself
	sameWords  = 0.97 // share of the witness's pairs of characters that shows nothing was lost
	mostQuoted = 3    // differing numbers that are quoted
)

// confront compares a page with what the witness read. A witness whose text
// does not pass the gate says nothing.
func confront(p *pdfPage, v verdict, s *statement) verdict {
	said, ok := s.page(p.number)
	if !ok || !said.passesGate() {
		return v
	}
	if v.scan {
		return v
	}
	if v.quality == report.Unreadable || lost(p, said) {
		return replace(p, said, v)
	}
	if share := float64(said.total) / float64(max(p.text.total, 1)); share < enough || share > twice {
		return v
	}
	mine, theirs := differing(plainText(p.lines), said.text)
	if len(mine)+len(theirs) == 0 {
		return v
	}
	v.quality = report.Doubtful
	v.reason = fmt.Sprintf("two readers differ in its numbers: %s; %s",
		quoted("pdfium", mine), quoted("ledongthuc", theirs))
	v.problem = report.Problem{
		Code: "numbers_differ", Message: v.reason, Hint: "compare the numbers with the file",
	}
	return v
}

// saidPage is a page as the witness read it.
type saidPage struct {
	text string
	pageText
}

// page returns what the witness read on a page, unless it failed there.
func (s *statement) page(number int) (saidPage, bool) {
	if s == nil || s.Error != "" || number > len(s.Pages) || s.Pages[number-1].Error != "" {
		return saidPage{}, false
	}
	text := strings.ToValidUTF8(s.Pages[number-1].Text, "\uFFFD")
	return saidPage{text, countString(text)}, true
}

// lost tells whether pdfium has markedly fewer Chinese characters, and the
// witness words that pdfium has not. Text printed twice is not lost.
func lost(p *pdfPage, said saidPage) bool {
	if float64(p.text.han) >= enough*float64(said.han) {
		return false
	}
	mine, theirs := plainText(p.lines), said.text
	return covered(pairs(theirs), pairs(mine)) < sameWords &&
		covered(characters(theirs), characters(mine)) < sameWords
}

// covered returns the share of a that is in b.
func covered[K comparable](a, b map[K]bool) float64 {
	shared := 0
	for k := range a {
		if b[k] {
			shared++
		}
	}
	return float64(shared) / float64(max(len(a), 1))
}

func characters(text string) map[rune]bool {
	out := map[rune]bool{}
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			out[r] = true
		}
	}
	return out
}

// pairs returns the pairs of neighbouring Chinese characters.
func pairs(text string) map[[2]rune]bool {
	out := map[[2]rune]bool{}
	last := rune(0)
	for _, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		if unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, r) {
			out[[2]rune{last, r}] = true
		}
		last = r
	}
	return out
}

// replace puts the witness's text in the place of pdfium's.
func replace(p *pdfPage, said saidPage, v verdict) verdict {
	why := v.reason
	if v.quality != report.Unreadable {
		why = "the first reader lost text"
	}
	p.lines, p.text = saidLines(said.text), said.pageText
	return verdict{
		quality: report.Doubtful,
		reason:  "read by the second reader alone (" + why + ")",
		problem: report.Problem{
			Code:    "page_stand_in",
			Message: "read by the second reader alone: " + why,
			Hint:    "compare the page with the file; its lines may be joined wrongly",
		},
	}
}

// saidLines makes lines of the witness's text. It ends a line with every piece
// of a font, so pieces are joined up to the end of a sentence.
func saidLines(text string) []visualLine {
	var out []visualLine
	var line strings.Builder
	flush := func() {
		if line.Len() > 0 {
			out = append(out, visualLine{text: line.String()})
		}
		line.Reset()
	}
	for piece := range lines(text) {
		piece = strings.TrimSpace(piece)
		line.WriteString(piece)
		if r, _ := utf8.DecodeLastRuneInString(piece); strings.ContainsRune("。！？；：", r) {
			flush()
		}
	}
	flush()
	return out
}

// standIn writes a file that pdfium could not open as the witness read it.
func (d *document) standIn(s *statement, cause error) error {
	if s == nil || s.Error != "" || len(s.Pages) == 0 {
		return damaged("pdf", cause)
	}
	var whole pageText
	pages := make([]pdfPage, len(s.Pages))
	verdicts := make([]verdict, len(s.Pages))
	for i := range s.Pages {
		p := &pages[i]
		p.number = i + 1
		said, ok := s.page(p.number)
		if !ok {
			p.err = errors.New(s.Pages[i].Error)
		}
		p.text = said.pageText
		verdicts[i] = judge(p)
		whole.plus(said.pageText)
		if verdicts[i].quality == report.Good && said.total > 0 {
			v := verdict{quality: report.Unreadable, reason: "the first reader could not open the file"}
			verdicts[i] = replace(p, said, v)
		}
	}
	if !whole.passesGate() {
		return damaged("pdf", cause)
	}
	return d.writePages(pages, verdicts)
}

func (t *pageText) plus(o pageText) {
	t.total += o.total
	t.lost += o.lost
	t.known += o.known
	t.han += o.han
	t.simple += o.simple
	t.trad += o.trad
}

func plainText(lines []visualLine) string {
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(l.text)
		out.WriteByte('\n')
	}
	return out.String()
}

// differing returns the numbers that only the one or only the other text has.
// Where a number ends the two may see differently (cells side by side, a piece
// of a number in another font), so blanks do not count.
func differing(a, b string) (onlyA, onlyB []string) {
	return missing(a, b), missing(b, a)
}

// missing returns the numbers of a that b has nowhere.
func missing(a, b string) []string {
	b = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return narrow(r)
	}, b)
	var out []string
	for _, n := range numbers(a) {
		if !strings.Contains(b, n) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// numbers returns the runs of digits of a text, with the points and commas in
// them.
func numbers(text string) []string {
	runs := strings.FieldsFunc(strings.Map(narrow, text), func(r rune) bool {
		return (r < '0' || r > '9') && r != '.' && r != ','
	})
	out := runs[:0]
	for _, r := range runs {
		if r = strings.Trim(r, ".,"); r != "" {
			out = append(out, r)
		}
	}
	return out
}

// narrow returns the ASCII form of full-width digits, points and commas.
func narrow(r rune) rune {
	if r >= '０' && r <= '９' || r == '．' || r == '，' {
		return r - '！' + '!'
	}
	return r
}

func quoted(who string, numbers []string) string {
	if len(numbers) == 0 {
		return who + " has none of these"
	}
	text := strings.Join(numbers[:min(mostQuoted, len(numbers))], ", ")
	if more := len(numbers) - mostQuoted; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return who + " alone has " + text
}
