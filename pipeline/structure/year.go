package structure

import (
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// hit is a written year: 2024年, 一九八三年.
type hit struct {
	year int
	span report.Span // 年 included
}

const chineseDigits = "〇一二三四五六七八九"

// years returns the years written in s, in order.
func years(s string) []hit {
	var hits []hit
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		if year, n := yearAt(s[i:]); n > 0 && !digitBefore(s[:i]) {
			hits = append(hits, hit{year, report.Span{Start: i, End: i + n}})
			size = n
		}
		i += size
	}
	return hits
}

func digitBefore(s string) bool {
	_, ok := digit(lastRune(s))
	return ok
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// yearAt reads a year at the head of s: four digits, Arabic or Chinese, and 年.
func yearAt(s string) (year, length int) {
	for range 4 {
		r, size := utf8.DecodeRuneInString(s[length:])
		v, ok := digit(r)
		if !ok {
			return 0, 0
		}
		year = year*10 + v
		length += size
	}
	if !strings.HasPrefix(s[length:], "年") || year < 1949 || year > 2100 {
		return 0, 0
	}
	return year, length + len("年")
}

func digit(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r == '零' || r == '○':
		return 0, true
	}
	if r != '〇' && (r < '一' || r > '四') {
		return 0, false // 四 has the highest code of these digits
	}
	i := strings.IndexRune(chineseDigits, r)
	return i / 3, i >= 0
}
