package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// blanks cuts blanks at both ends of lines and cells, drops those between
// Chinese characters, digits and marks, and leaves one where one belongs.
func blanks(t report.Text, w *work) []report.Edit {
	var edits []report.Edit
	for _, l := range w.lines(t) {
		if l.empty() {
			if l.span.Len() > 0 {
				edits = append(edits, report.Edit{Span: l.span})
			}
			continue
		}
		if !l.row() {
			edits = append(edits, lineBlanks(t.Body, l.span)...)
			continue
		}
		at := l.span.Start
		for cell := range strings.SplitSeq(l.span.Of(t.Body), "\t") {
			edits = append(edits, lineBlanks(t.Body, report.Span{Start: at, End: at + len(cell)})...)
			at += len(cell) + 1
		}
	}
	return edits
}

// lineBlanks returns the edits for the blanks of one line or cell.
func lineBlanks(body string, p report.Span) []report.Edit {
	var edits []report.Edit
	for at := p.Start; at < p.End; {
		switch b := body[at]; {
		case inChinese(b):
			at += len("一")
			continue
		case !mayBlank(b):
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(body[at:p.End])
		if !isBlank(r) {
			at += size
			continue
		}
		end := at + size
		for end < p.End {
			r, size := utf8.DecodeRuneInString(body[end:p.End])
			if !isBlank(r) {
				break
			}
			end += size
		}
		with := ""
		if at > p.Start && end < p.End && blankBelongs(body[p.Start:at], body[end:p.End]) {
			with = " "
		}
		if with != body[at:end] {
			edits = append(edits, report.Edit{Span: report.Span{Start: at, End: end}, With: with})
		}
		at = end
	}
	return edits
}

// blankBelongs tells whether one blank stays between two stretches of a line.
func blankBelongs(before, after string) bool {
	l, r := lastRune(before), firstRune(after)
	switch {
	case isMark(l) || isMark(r):
		return false
	case isHan(l) && isHan(r):
		return hanWords(before, after)
	case isHan(l) || isHan(r):
		return false
	case isDigit(l) && isDigit(r):
		return !spacedDigits(before, after)
	case isDigit(l) && isDash(r):
		_, size := utf8.DecodeRuneInString(after)
		return !isBlank(firstRune(after[size:])) // 5 - 6 is a range, 5 -6 are two numbers
	case isDigit(l):
		return !strings.ContainsRune("%‰.", r) && !isLetter(r)
	case isDigit(r):
		return !leadsNumber(before, l)
	}
	return true
}

// hanWords tells whether words of two characters or more stand on both sides
// (拼经济 抓发展); single characters are words set wide (报 告).
func hanWords(before, after string) bool {
	l, size := utf8.DecodeLastRuneInString(before)
	before = before[:len(before)-size]
	r, size := utf8.DecodeRuneInString(after)
	after = after[size:]
	return isHan(l) && isHan(r) && isHan(lastRune(before)) && isHan(firstRune(after))
}

// spacedDigits tells whether the digits on both sides are one number set wide
// (1 9 9 3年): at least three digits, each by itself.
func spacedDigits(before, after string) bool {
	run := 0
	for run < 3 {
		i := len(before)
		if i == 0 || !isDigit(rune(before[i-1])) || i > 1 && isDigit(rune(before[i-2])) {
			break
		}
		run++
		before = strings.TrimRightFunc(before[:i-1], unicode.IsSpace)
	}
	ahead := 0
	for ahead < 3 {
		if after == "" || !isDigit(rune(after[0])) || len(after) > 1 && isDigit(rune(after[1])) {
			break
		}
		ahead++
		after = strings.TrimLeftFunc(after[1:], unicode.IsSpace)
	}
	return run > 0 && ahead > 0 && run+ahead >= 3
}

// isDash tells whether r can stand between the ends of a range.
func isDash(r rune) bool { return r == '-' || r == '–' || r == '~' || r == '～' }

// leadsNumber tells whether what stands before a digit goes with it: a
// decimal point (36029. 5), the dash of a range, capitals (PM 2.5).
func leadsNumber(before string, l rune) bool {
	switch {
	case l == '.':
		head := strings.TrimRight(before[:len(before)-1], "0123456789")
		return len(head) < len(before)-1 && head != ""
	case isDash(l):
		rest := strings.TrimRightFunc(before[:len(before)-utf8.RuneLen(l)], unicode.IsSpace)
		return isDigit(lastRune(rest)) || lastRune(rest) == '%'
	}
	return l >= 'A' && l <= 'Z'
}
