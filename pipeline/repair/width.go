package repair

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// width evens full-width digits, letters and signs to ASCII, half-width
// Chinese marks to full-width ones and all hyphens to one. Other Chinese
// punctuation stays, but a comma or colon inside a number (1，992亿元) is part of it.
func width(t report.Text, w *work) []report.Edit {
	var edits []report.Edit
	before := rune(0) // the last character, evened
	for i := 0; i < len(t.Body); {
		b := t.Body[i]
		if inChinese(b) && b != "一"[0] {
			before = 0
			i += len("一")
			continue
		}
		if b < utf8.RuneSelf {
			before = rune(b)
			i++
			continue
		}
		r, size := lexicon.Rune(t.Body[i:])
		with := narrow(r)
		if r == '，' && isDigit(before) && thousands(t.Body[:i], t.Body[i+size:]) {
			with = ','
		}
		if (r == '一' || r == '─' || r == 'ー') && isDigit(before) && anyDigit(firstRune(t.Body[i+size:])) {
			with = '—' // 1一11月: what looks like a dash between two numbers is one
		}
		if with != 0 {
			edits = append(edits, report.Edit{Span: report.Span{Start: i, End: i + size}, With: string(with)})
			r = with
		}
		before = r
		i += size
	}
	return edits
}

// narrow returns the usual form of a digit, letter, sign or Chinese character,
// or 0. PDF files name characters by others that look the same: the radicals
// and the compatibility ideographs of Unicode.
func narrow(r rune) rune {
	switch {
	case r >= 0x2E80 && r <= 0x2FDF, r >= 0xF900 && r <= 0xFAFF, r >= 0x2F800 && r <= 0x2FA1F:
		if usual := firstRune(norm.NFKC.String(string(r))); usual != r {
			return usual
		}
		return 0
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - 0xFEE0
	}
	switch r {
	case '％', '．', '＋', '－', '／', '＝', '＜', '＞', '＆', '＃', '＠', '＊', '＿', '＄':
		return r - 0xFEE0
	case '﹪':
		return '%'
	case '\u2010', '\u2011', '\u2012', '\u2043', '\u2212', '\uFE58', '\uFE63', '\u02D7':
		return '-'
	case '｡':
		return '。'
	case '､':
		return '、'
	case '｢':
		return '「'
	case '｣':
		return '」'
	}
	return 0
}

// thousands tells whether a comma between the two parts cuts a number into
// groups of three: one to three digits before it, exactly three after it.
func thousands(before, after string) bool {
	head := 0
	for len(before) > 0 {
		r, size := utf8.DecodeLastRuneInString(before)
		if !anyDigit(r) {
			break
		}
		if head++; head > 3 {
			return false
		}
		before = before[:len(before)-size]
	}
	tail := 0
	for _, r := range after {
		if !anyDigit(r) {
			break
		}
		if tail++; tail > 3 {
			return false
		}
	}
	return head > 0 && tail == 3
}

func anyDigit(r rune) bool { return isDigit(r) || r >= '０' && r <= '９' }
