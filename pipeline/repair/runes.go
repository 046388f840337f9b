package repair

import (
	"unicode"
	"unicode/utf8"
)

// isBlank tells whether r is empty room: a space of any width or a tab.
func isBlank(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == ' ' || r == '\t' || r == '\r' || r == '\v' || r == '\f'
	case r > '\u3000': // as nearly all characters are
		return false
	}
	return unicode.Is(unicode.Zs, r)
}

// inChinese tells whether one of most Chinese characters, U+4000 to U+9FFF, begins
// with the byte: nothing that a step changes does, but for 一 where it is a dash.
// The text is valid UTF-8, so that three bytes further the next character begins.
func inChinese(b byte) bool { return b >= 0xE4 && b <= 0xE9 }

// mayBlank tells whether a blank can begin with the byte.
func mayBlank(b byte) bool { return b <= ' ' || b == 0xC2 || b >= 0xE1 && b <= 0xE3 }

// isHan tells whether r is a Chinese character, 〇 included.
func isHan(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF || r < 0x2E80 {
		return r >= 0x4E00 // told without the table of Unicode
	}
	return unicode.Is(unicode.Han, r)
}

// isMark tells whether r is Chinese punctuation, beside which no blank belongs.
func isMark(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '“', '”', '‘', '’', '（', '）', '《', '》',
		'〈', '〉', '「', '」', '『', '』', '【', '】', '〔', '〕', '…', '—':
		return true
	}
	return false
}

// isChinese tells whether r is a Chinese character or punctuation mark.
func isChinese(r rune) bool { return isHan(r) || isMark(r) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// closes tells whether no line can begin with r: it belongs to what stands before.
func closes(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '？', '！', '”', '’', '）', '》', '〉', '」', '』', '】', '〕',
		'%', '‰', ',', ';', ')':
		return true
	}
	return false
}

// leavesOpen tells whether no paragraph can end with r.
func leavesOpen(r rune) bool {
	switch r {
	case '，', '、', '“', '‘', '（', '《', '〈', '「', '『', '【', '〔', ',', '(':
		return true
	}
	return false
}

// ends tells whether a sentence or item can end with r.
func ends(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '：', '…', '!', '?', ';', ':':
		return true
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
