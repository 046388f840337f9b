package repair

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// punctuation evens half-width marks beside Chinese to full-width ones: there
// a comma is a clause mark. Marks inside numbers and Latin words stay.
func punctuation(t report.Text, w *work) []report.Edit {
	var edits []report.Edit
	start, half := 0, false
	for i := 0; i <= len(t.Body); i++ {
		if i < len(t.Body) && t.Body[i] >= 0x80 {
			continue // no mark to be evened
		}
		if i == len(t.Body) || t.Body[i] == '\n' {
			if half {
				edits = append(edits, linePunctuation(t.Body, report.Span{Start: start, End: i})...)
			}
			start, half = i+1, false
			continue
		}
		switch t.Body[i] {
		case ',', ';', ':', '?', '!', '(', ')', '"':
			half = true
		case '.':
			half = half || i > start && !isDigit(rune(t.Body[i-1])) // 7.5 ends nothing
		}
	}
	return edits
}

// marks is a line as characters, being rewritten.
type marks struct {
	old, new []rune
	chinese  []int // how many of old[:i] are Chinese
}

func linePunctuation(body string, p report.Span) []report.Edit {
	m := marks{old: []rune(p.Of(body))}
	m.new = slices.Clone(m.old)
	m.chinese = make([]int, len(m.old)+1)
	for i, r := range m.old {
		m.chinese[i+1] = m.chinese[i]
		if isChinese(r) {
			m.chinese[i+1]++
		}
	}
	m.brackets()
	m.quotes()
	m.stops()
	var edits []report.Edit
	at := p.Start
	for i, r := range m.old {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError { // a byte that is no character stays as it is
			_, size = utf8.DecodeRuneInString(body[at:])
		}
		if m.new[i] != r {
			cut := report.Span{Start: at, End: at + size}
			edits = append(edits, report.Edit{Span: cut, With: string(m.new[i])})
		}
		at += size
	}
	return edits
}

// at returns the character at i as rewritten so far, 0 outside the line.
func (m *marks) at(i int) rune {
	if i < 0 || i >= len(m.new) {
		return 0
	}
	return m.new[i]
}

// within tells whether Chinese stands in or right around old[i..k].
func (m *marks) within(i, k int) bool {
	return m.chinese[k] > m.chinese[i] || isChinese(m.at(i-1)) || isChinese(m.at(k+1))
}

// brackets evens pairs of brackets, also mixed ones.
func (m *marks) brackets() {
	var open []int
	for i, r := range m.old {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if m.within(from, i) {
				m.new[from], m.new[i] = '（', '）'
			}
		}
	}
}

// quotes evens straight quotation marks where they come in pairs.
func (m *marks) quotes() {
	from, count := -1, 0
	for _, r := range m.old {
		if r == '"' {
			count++
		}
	}
	if count%2 != 0 {
		return
	}
	for i, r := range m.old {
		switch {
		case r != '"':
		case from < 0:
			from = i
		default:
			if m.within(from, i) {
				m.new[from], m.new[i] = '“', '”'
			}
			from = -1
		}
	}
}

// stops evens the marks that end a clause or sentence.
func (m *marks) stops() {
	for i, r := range m.old {
		with := fullStop(r)
		if with == 0 {
			continue
		}
		if r == '.' {
			if m.ends(i) {
				m.new[i] = with
			}
			continue
		}
		before, after := m.at(i-1), m.at(i+1)
		if isDigit(before) && isDigit(after) {
			if r == ',' && m.partsCounts(i) {
				m.new[i] = with
			}
			continue
		}
		if isChinese(before) || isChinese(after) || before == '%' {
			m.new[i] = with
		}
	}
}

// fullStop returns the full-width form of a mark that ends a clause or sentence,
// or 0.
func fullStop(r rune) rune {
	switch r {
	case ',', ';', ':', '?', '!':
		return r + 0xFEE0
	case '.':
		return '。'
	}
	return 0
}

// ends tells whether the point at i ends a sentence: it stands behind Chinese,
// a percent sign or a closing mark, and is not that of a list's number.
func (m *marks) ends(i int) bool {
	before, after := m.at(i-1), m.at(i+1)
	switch {
	case isHan(before):
		listed := !slices.ContainsFunc(m.old[:i], func(r rune) bool { return !strings.ContainsRune("一二三四五六七八九十", r) })
		return i > 1 && !listed && (after == 0 || isHan(after) || isDigit(after))
	case before == '%' || before == '”' || before == '）' || before == '》':
		return after == 0 || isHan(after)
	}
	return false
}

// partsCounts tells whether the comma at i, between digits, parts two numbers:
// not three digits follow it, and then what they count.
func (m *marks) partsCounts(i int) bool {
	k := i + 1
	for isDigit(m.at(k)) {
		k++
	}
	return k-i-1 != 3 && isHan(m.at(k))
}
