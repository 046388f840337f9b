package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Shape is how the number before a heading or list item is written, given by
// its first instance: 一、 （一） 1. 第一章 ①. In a shape 一 stands for any
// Chinese number, 1 for any Arabic one, ① for any circled one; all other
// characters stand for themselves.
type Shape string

// Shapes returns the word list of that name as shapes.
func (l *Lexicon) Shapes(class string) []Shape {
	var out []Shape
	for _, w := range l.Words(class) {
		out = append(out, Shape(w))
	}
	return out
}

// Match tells whether line begins with the shape, and returns the number and
// the length in bytes of the opener. The first two of an enumeration (一、二季度)
// and a decimal (2.5) are no openers.
func (s Shape) Match(line string) (number, length int, ok bool) {
	rest := line
	for _, r := range string(s) {
		n, size := 0, 0
		switch r {
		case '一':
			n, size = ChineseNumber(rest)
		case '1':
			n, size = arabic(rest)
		case '①':
			n, size = circled(rest)
		default:
			if strings.HasPrefix(rest, string(r)) {
				size = utf8.RuneLen(r)
			}
		}
		if size == 0 {
			return 0, 0, false
		}
		if n > 0 {
			number = n
		}
		rest = rest[size:]
	}
	if goesOn(string(s), rest, number) {
		return 0, 0, false
	}
	return number, len(line) - len(rest), true
}

// goesOn tells whether what follows an opener shows that it is none.
func goesOn(shape, rest string, number int) bool {
	n, size := arabic(rest)
	switch {
	case strings.HasSuffix(shape, "1."):
		return size > 0 && !strings.HasPrefix(rest[size:], "年")
	case strings.HasSuffix(shape, "1、"):
		return n == number+1 && size > 0
	case strings.HasSuffix(shape, "一、"):
		n, size = ChineseNumber(rest)
		return n == number+1 && size > 0 && !zero(rest[size:]) // 一、二〇一四年
	}
	return false
}

// zero tells whether s goes on with a zero, as a year does that is written
// digit by digit.
func zero(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("〇○零0", r)
}

// ChineseNumber reads a whole number below one hundred, as lists are numbered:
// 三, 十, 十二, 二十一. It returns the length in bytes, 0 where there is none.
func ChineseNumber(s string) (number, length int) {
	tens, unit, seen := 0, 0, 0
	for i, r := range s {
		d := chineseDigit(r)
		switch {
		case d > 0 && unit == 0:
			unit = d
		case r == '十' && tens == 0:
			tens, unit = max(unit, 1)*10, 0
		default:
			return tens + unit, i
		}
		if seen++; seen > 3 {
			return tens + unit, i
		}
	}
	return tens + unit, len(s)
}

// chineseDigit returns the value of a digit from one to nine, 0 for all else.
func chineseDigit(r rune) int {
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return 0
}

func arabic(s string) (number, length int) {
	for length < len(s) && length < 4 && s[length] >= '0' && s[length] <= '9' {
		number = number*10 + int(s[length]-'0')
		length++
	}
	return number, length
}

func circled(s string) (number, length int) {
	r, size := utf8.DecodeRuneInString(s)
	if r >= '①' && r <= '⑳' {
		return int(r-'①') + 1, size
	}
	return 0, 0
}
