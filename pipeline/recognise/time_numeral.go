package recognise

import "strings"

// numeral is a small number of a time: 2023, 二〇二三, 十二, 3.5. It is not the
// number of a quantity, for which the number recogniser has its own reader.
type numeral struct {
	n        int  // the whole part
	frac     int  // the digits behind the point
	digits   int  // how many digits it is written with, 十 and the like not counted
	placed   bool // digits by place alone: 2023, 二〇二三, not 二十三
	arabic   bool
	decimals int  // digits behind the point
	point    bool // has a decimal part
	end      int  // offset after it; 0 if there is none
}

const maxNumeral = 1_000_000

// numeralAt reads the number at s[i:]. Blanks may stand between the digits of
// a number written with Arabic digits only before 年: 1 9 9 3 年.
func numeralAt(s string, i int) numeral {
	if i >= len(s) {
		return numeral{}
	}
	if _, size := arabicDigit(s, i); size > 0 {
		return arabicAt(s, i)
	}
	return chineseAt(s, i)
}

// pair tells whether the number is two next to each other: the 两三 of 两三年,
// the 三五 of 三五天.
func (n numeral) pair() bool {
	if n.arabic || !n.placed || n.digits != 2 {
		return false
	}
	low, high := n.n/10, n.n%10
	return low > 0 && (high == low+1 || low == 3 && high == 5)
}

// arabicDigit returns the value of the digit at s[i:], half or full width, and
// its length; the length is 0 where none stands.
func arabicDigit(s string, i int) (d, size int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c >= '0' && c <= '9' {
		return int(c - '0'), 1
	}
	if s[i] == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99 {
		return int(s[i+2] - 0x90), 3
	}
	return 0, 0
}

func arabicAt(s string, i int) numeral {
	n := numeral{placed: true, arabic: true}
	for {
		d, size := arabicDigit(s, i)
		if size == 0 {
			break
		}
		if n.n < maxNumeral*100 {
			n.n = n.n*10 + d
		}
		n.digits++
		i += size
	}
	n.end = i
	return n.fraction(s)
}

// fraction reads the decimals behind an Arabic number.
func (n numeral) fraction(s string) numeral {
	if n.end >= len(s) || s[n.end] != '.' && !strings.HasPrefix(s[n.end:], "．") {
		return n
	}
	i := n.end + 1
	if s[n.end] != '.' {
		i = n.end + len("．")
	}
	d, size := arabicDigit(s, i)
	if size == 0 {
		return n
	}
	n.point = true
	for size > 0 {
		n.decimals++
		n.frac = min(n.frac*10+d, maxNumeral)
		i += size
		d, size = arabicDigit(s, i)
	}
	n.end = i
	return n
}

// chineseAt reads 二〇二三, 二十三, 两千零四, 廿三, 十.
func chineseAt(s string, i int) numeral {
	n := numeral{placed: true}
	total, digit, seen := 0, -1, false
	placed := 0
	for i < len(s) {
		c, size := decode(s, i)
		if n.placed && n.digits > 0 && isRound(c) && chineseDigit(nextRune(s, i+size)) >= 0 {
			c = '〇' // 二0二三年: a scanner's or a typist's zero
		}
		if c == '两' && n.placed && n.digits > 0 {
			break // 一九八一、一九八二两年
		}
		if d := chineseDigit(c); d >= 0 {
			digit = d
			placed = min(placed*10+d, maxNumeral)
			n.digits++
		} else if unit := tens(c); unit > 0 {
			n.placed = false
			total, digit = joinTens(total, digit, unit, c)
		} else {
			break
		}
		seen = true
		i += size
	}
	if !seen {
		return numeral{}
	}
	n.n = placed
	if !n.placed {
		n.n = min(total+max(digit, 0), maxNumeral)
	}
	n.end = i
	return n
}

// isRound tells whether c is what stands for 〇 where that could not be typed.
func isRound(c rune) bool {
	return c == '0' || c == 'O' || c == 'o' || c == '０' || c == 'Ｏ'
}

func nextRune(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	c, _ := decode(s, i)
	return c
}

// joinTens adds 十, 百, 千, 廿 or 卅 to what was read before it.
func joinTens(total, digit, unit int, c rune) (int, int) {
	switch {
	case c == '廿' || c == '卅':
		return total + unit, -1
	case digit < 0:
		return total + unit, -1
	}
	return min(total+digit*unit, maxNumeral), -1
}

// chineseDigit returns the value of a Chinese digit, or -1.
func chineseDigit(c rune) int {
	switch c {
	case '零', '〇', '○':
		return 0
	case '一':
		return 1
	case '二', '两':
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
	return -1
}

// tens returns the value of a Chinese unit of ten and more, or 0.
func tens(c rune) int {
	switch c {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '廿':
		return 20
	case '卅':
		return 30
	}
	return 0
}

// isNumeralRune tells whether c belongs to numbers as read here.
func isNumeralRune(c rune) bool {
	if c >= '0' && c <= '9' || c >= '０' && c <= '９' {
		return true
	}
	return chineseDigit(c) >= 0 || tens(c) > 0 || c == '万' || c == '亿'
}

// skipNumeral returns the offset after the run of digits or of Chinese
// numerals at s[i:].
func skipNumeral(s string, i int) int {
	for i < len(s) {
		c, size := decode(s, i)
		if !isNumeralRune(c) {
			break
		}
		i += size
	}
	return i
}

// skipBlanks returns the offset after blanks: a line that was set with blanks
// between its characters, or a number set apart from its unit.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ':
			i++
		case strings.HasPrefix(s[i:], "\u3000") || strings.HasPrefix(s[i:], "\u00a0"):
			_, size := decode(s, i)
			i += size
		default:
			return i
		}
	}
	return i
}
