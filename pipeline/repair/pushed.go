package repair

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// A converter that takes a page for running text pushes its number into the
// sentence that goes on over the page's end. In a dress (建设 — 3 — 进度) it is
// told by that alone; bare, and pushed into a number at that, only by where it
// stands: it must be the number of the page that ends there.

const (
	pageLeast = 900  // bytes of text on a page, where nothing else tells
	pageMost  = 4500 // that a page of an office paper can hold
	pageSlack = 0.6  // share of a page by which its end may be elsewhere than expected
	pageWide  = 3    // digits of a page number, and of a number's head that it cuts off
)

// folio is a page number and where it stands in the body.
type folio struct{ at, number int }

// folios returns the page numbers among lines that are furniture, as far as
// they rise from page to page.
func folios(lines []line, drop []bool) []folio {
	var out []folio
	for i, l := range lines {
		if !drop[i] || !isFurnitureNumber(l.text) {
			continue
		}
		n := firstNumber(l.text)
		if k := len(out); n > 0 && (k == 0 || n > out[k-1].number) {
			out = append(out, folio{l.span.Start, n})
		}
	}
	return out
}

func firstNumber(s string) int {
	i := strings.IndexAny(s, "0123456789")
	n := 0
	for i >= 0 && i < len(s) && isDigit(rune(s[i])) && n < 10_000 {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n
}

// pushedNumbers cuts page numbers out of a line.
func pushedNumbers(l line, known []folio) []report.Edit {
	edits := dressedNumbers(l)
	edits = append(edits, bareNumbers(l, known)...)
	slices.SortFunc(edits, func(a, b report.Edit) int { return a.Span.Start - b.Span.Start })
	return edits
}

func dressedNumbers(l line) []report.Edit {
	var edits []report.Edit
	for at := 0; at < len(l.text); {
		i := strings.Index(l.text[at:], "— ")
		if i < 0 {
			break
		}
		i += at
		start := i + len("— ")
		k := digitsEnd(l.text, start)
		at = start
		if isNumber(l.text[start:k]) && strings.HasPrefix(l.text[k:], " —") {
			end := k + len(" —")
			edits = append(edits, report.Edit{Span: report.Span{Start: l.body.Start + i, End: l.body.Start + end}})
			at = end
		}
	}
	return edits
}

// bareNumbers cuts page numbers out of the numbers that they cut in two: of
// 2 4、3处 the head 2, the page number 4, the rest 3处.
func bareNumbers(l line, known []folio) []report.Edit {
	if !strings.Contains(l.text, " ") && !strings.Contains(l.text, "\u3000") {
		return nil
	}
	var edits []report.Edit
	for at := 0; at < len(l.text); {
		if !isDigit(rune(l.text[at])) {
			at++
			continue
		}
		head := digitsEnd(l.text, at)
		cut, ok := cutNumber(l.text, at, head)
		if ok && cut.fits(l.body.Start+head, known) {
			edits = append(edits, report.Edit{Span: report.Span{Start: l.body.Start + head, End: l.body.Start + cut.rest}})
			head = cut.rest
		}
		at = head
	}
	return edits
}

// torn is what may be a page number between the halves of a number.
type torn struct {
	number int
	marked bool // a mark follows it, which no number has
	rest   int  // where the second half begins
}

// cutNumber looks for a page number behind the digits text[at:head], and the
// rest of their number behind it.
func cutNumber(text string, at, head int) (torn, bool) {
	start := blanksEnd(text, head)
	end := digitsEnd(text, start)
	if start == head || head-at > pageWide || end == start || end-start > pageWide || !wholeHead(text[:at]) {
		return torn{}, false
	}
	t := torn{number: firstNumber(text[start:end])}
	rest := end
	if strings.HasPrefix(text[rest:], "、") {
		t.marked = true
		rest += len("、")
	}
	t.rest = blanksEnd(text, rest)
	after := digitsEnd(text, t.rest)
	if t.rest == end || after == t.rest {
		return torn{}, false
	}
	// The rest must be a number of something, and one without a blank inside.
	r := firstRune(text[after:])
	return t, isHan(r) || r == '.' || r == '%'
}

// wholeHead tells whether a number begins after the text.
func wholeHead(before string) bool {
	r := lastRune(before)
	return before != "" && !isDigit(r) && r != '.' && r != ',' && r != '-'
}

// fits tells whether the number is that of the page that ends at the given
// place of the body, by the page numbers around it. Where there are none it
// must be marked, and pages of a usual size must come out.
func (t torn) fits(at int, known []folio) bool {
	if t.number == 0 {
		return false
	}
	i, _ := slices.BinarySearchFunc(known, at, func(f folio, at int) int { return f.at - at })
	switch {
	case len(known) < 2:
		size := at / t.number
		return t.marked && size >= pageLeast && size <= pageMost
	case i == 0:
		return t.near(at, known[0], known[1])
	case i == len(known):
		return t.near(at, known[i-2], known[i-1])
	}
	before, after := known[i-1], known[i]
	return before.number < t.number && t.number < after.number && t.near(at, before, after)
}

// near tells whether the number is that of the page at the given place where
// pages are as long as from a to b.
func (t torn) near(at int, a, b folio) bool {
	page := float64(b.at-a.at) / float64(b.number-a.number)
	expected := float64(a.at) + page*float64(t.number-a.number)
	return page > 0 && max(expected-float64(at), float64(at)-expected) <= pageSlack*page
}

func digitsEnd(s string, at int) int {
	for at < len(s) && isDigit(rune(s[at])) {
		at++
	}
	return at
}

func blanksEnd(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !isBlank(r) {
			break
		}
		at += size
	}
	return at
}
