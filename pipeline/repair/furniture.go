package repair

import (
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

const (
	edgeLines     = 2  // how many lines at either end of a page can be furniture
	edgeLength    = 60 // the longest running header, in characters
	edgePages     = 3  // on how many pages at least it must stand
	numberedPages = 3  // how many lone numbers in sequence are page numbers
	pageBytes     = 200
)

// furniture drops running headers, footers and page numbers.
func furniture(t report.Text, w *work) []report.Edit {
	lines := w.lines(t)
	drop := make([]bool, len(lines))
	for i, l := range lines {
		drop[i] = l.Line != nil && l.Role == report.RoleHeader || pageNumber(l.text)
	}
	runningLines(lines, drop)
	loneNumbers(lines, drop)
	besideNumbers(lines, drop)
	known := folios(lines, drop)
	var edits []report.Edit
	for i, l := range lines {
		if drop[i] && !l.empty() && !l.row() {
			edits = append(edits, report.Edit{Span: l.body})
			continue
		}
		edits = append(edits, pushedNumbers(l, known)...)
	}
	return edits
}

// pageNumber tells whether a line is a page number by its dress alone:
// — 3 —, · 3 ·, 第3页, 第3页 共10页.
func pageNumber(text string) bool {
	if len(text) > 60 {
		return false
	}
	if first := pageRune(firstRune(text)); first != '-' && first != '第' {
		return false
	}
	s := strings.Map(pageRune, text)
	switch {
	case strings.HasPrefix(s, "-") && strings.HasSuffix(s, "-"):
		return isNumber(strings.Trim(s, "-"))
	case strings.HasPrefix(s, "第") && strings.HasSuffix(s, "页"):
		s = strings.TrimSuffix(strings.TrimPrefix(s, "第"), "页")
		first, rest, two := strings.Cut(s, "页")
		rest = strings.TrimLeft(rest, "，,/")
		return isNumber(first) && (!two || isNumber(strings.TrimPrefix(rest, "共")))
	}
	return false
}

// pageRune drops blanks and makes one sign of all dashes and dots.
func pageRune(r rune) rune {
	switch {
	case isBlank(r):
		return -1
	case strings.ContainsRune("—–―－─·•~", r):
		return '-'
	}
	return r
}

func isNumber(s string) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}

// runningLines marks lines that stand, but for their digits, at the same end
// of at least half of the pages.
func runningLines(lines []line, drop []bool) {
	count := map[string]int{}
	pages := 0
	edges(lines, func(page []int) {
		pages++
		for _, i := range page {
			count[edgeKey(lines[i].text)]++
		}
	})
	if pages < edgePages {
		return
	}
	edges(lines, func(page []int) {
		for _, i := range page {
			n := count[edgeKey(lines[i].text)]
			if n >= edgePages && 2*n >= pages && !lexicon.Longer(lines[i].text, edgeLength) {
				drop[i] = true
			}
		}
	})
}

// edges calls each with the first and last lines of every page that has more.
func edges(lines []line, each func([]int)) {
	var page []int
	flush := func() {
		if len(page) > 2*edgeLines {
			each(append(page[:edgeLines:edgeLines], page[len(page)-edgeLines:]...))
		}
		page = nil
	}
	last := -1
	for i, l := range lines {
		if l.empty() || l.row() {
			continue
		}
		if l.page != last {
			flush()
			last = l.page
		}
		page = append(page, i)
	}
	flush()
}

func edgeKey(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isBlank(r):
			return -1
		case isDigit(r):
			return '#'
		}
		return r
	}, text)
}

// loneNumbers marks lines that are only a number where such numbers rise by
// one, a page of text between them.
func loneNumbers(lines []line, drop []bool) {
	var chain []int
	value := 0
	flush := func() {
		if len(chain) >= numberedPages {
			for _, i := range chain {
				drop[i] = true
			}
		}
		chain = nil
	}
	for i, l := range lines {
		if drop[i] || l.row() || !isNumber(l.text) || tornNumber(lines, i) {
			continue
		}
		n := 0
		for _, r := range l.text {
			n = n*10 + int(r-'0')
		}
		if k := len(chain); k > 0 {
			far := l.span.Start-lines[chain[k-1]].span.End >= pageBytes
			if n != value+1 || !far {
				flush()
			}
		}
		chain, value = append(chain, i), n
	}
	flush()
}

// besideNumbers marks the running header of a text without pages: the same
// short line right after or before several page numbers.
func besideNumbers(lines []line, drop []bool) {
	count := map[string]int{}
	var beside []int
	last, number := -1, -1 // the last line with words, the last number
	for i, l := range lines {
		switch {
		case l.empty():
			continue
		case drop[i] && isFurnitureNumber(l.text):
			if last >= 0 && !drop[last] {
				beside = append(beside, last)
			}
			number = i
		case number >= 0 && number == last:
			beside = append(beside, i)
		}
		last = i
	}
	for _, i := range beside {
		count[edgeKey(lines[i].text)]++
	}
	for _, i := range beside {
		short := !lexicon.Longer(lines[i].text, edgeLength/2)
		if count[edgeKey(lines[i].text)] >= edgePages && short && !lines[i].row() {
			drop[i] = true
		}
	}
}

func isFurnitureNumber(text string) bool { return pageNumber(text) || isNumber(text) }

// tornNumber tells whether the number on line i belongs to the words before or
// after it, as in （PM / 10 / ）.
func tornNumber(lines []line, i int) bool {
	after := i+1 < len(lines) && closes(firstRune(lines[i+1].text))
	before := i > 0 && leavesOpen(lastRune(lines[i-1].text))
	return after || before
}
