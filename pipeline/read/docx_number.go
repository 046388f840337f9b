package read

import (
	"strconv"
	"strings"
)

// printNumber prints n in one of Word's number formats (ECMA-376, part 1,
// 17.18.59). Where a format has no sign for n, Word prints it decimal.
func printNumber(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "decimalZero":
		return padded(n, 2)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n)
	case "lowerLetter":
		return strings.ToLower(letters(n))
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, "０１２３４５６７８９")
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "ordinal":
		return strconv.Itoa(n) + "."
	}
	if s := chineseNumber(n, format); s != "" {
		return s
	}
	if signs, ok := signs[format]; ok {
		if s := []rune(signs); n >= 1 && n <= len(s) {
			return string(s[n-1])
		}
	}
	return strconv.Itoa(n)
}

// signs are the formats that have one sign for each number.
var signs = map[string]string{
	"decimalEnclosedCircle":        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
	"decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
	"decimalEnclosedFullstop":      "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
	"decimalEnclosedParen":         "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
	"ideographEnclosedCircle":      "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
	"ideographTraditional":         "甲乙丙丁戊己庚辛壬癸",
	"ideographZodiac":              "子丑寅卯辰巳午未申酉戌亥",
}

const (
	plainDigits  = "〇一二三四五六七八九"
	zeroDigits   = "零一二三四五六七八九"
	simpleLegal  = "零壹贰叁肆伍陆柒捌玖"
	tradLegal    = "零壹貳參肆伍陸柒捌玖"
	plainTens    = "十百千"
	legalTens    = "拾佰仟"
	stemsInOrder = "甲乙丙丁戊己庚辛壬癸"
	branches     = "子丑寅卯辰巳午未申酉戌亥"
)

// chineseNumber prints n with Chinese numerals, or returns "".
func chineseNumber(n int, format string) string {
	switch format {
	case "chineseCounting", "taiwaneseCounting":
		if n >= 100 {
			return digits(n, plainDigits)
		}
		return readOut(n, zeroDigits, plainTens, true)
	case "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand":
		return readOut(n, zeroDigits, plainTens, true)
	case "chineseLegalSimplified":
		return readOut(n, simpleLegal, legalTens, false)
	case "ideographLegalTraditional", "japaneseLegal":
		return readOut(n, tradLegal, legalTens, false)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
		return digits(n, plainDigits)
	case "ideographZodiacTraditional":
		if n >= 1 && n <= 60 {
			return string([]rune(stemsInOrder)[(n-1)%10]) + string([]rune(branches)[(n-1)%12])
		}
	}
	return ""
}

// digits prints the decimal digits of n with other signs.
func digits(n int, signs string) string {
	s := []rune(signs)
	var out strings.Builder
	for _, d := range strconv.Itoa(n) {
		out.WriteRune(s[d-'0'])
	}
	return out.String()
}

// readOut prints n below 100,000,000 as it is read. bare leaves 一 out of
// 一十 at the beginning.
func readOut(n int, signs, tens string, bare bool) string {
	digit := []rune(signs)
	if n == 0 {
		return string(digit[0])
	}
	out := ""
	if high := n / 10000; high > 0 {
		out = readOut(high, signs, tens, bare) + "万"
		if n %= 10000; n == 0 {
			return out
		}
		if n < 1000 {
			out += string(digit[0])
		}
		return out + below(n, digit, []rune(tens))
	}
	out = below(n, digit, []rune(tens))
	if one := string(digit[1]) + string([]rune(tens)[0]); bare && strings.HasPrefix(out, one) {
		out = strings.TrimPrefix(out, string(digit[1]))
	}
	return out
}

// below prints n from 1 to 9999, with one zero for each gap.
func below(n int, digit, tens []rune) string {
	out, gap := "", false
	for place, unit := 3, 1000; place >= 0; place, unit = place-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			gap = out != ""
			continue
		}
		if gap {
			out += string(digit[0])
			gap = false
		}
		out += string(digit[d])
		if place > 0 {
			out += string(tens[place-1])
		}
	}
	return out
}

// roman prints n from 1 to 3999 in Roman numerals, others decimal.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	out := ""
	for i, v := range values {
		for n >= v {
			out += signs[i]
			n -= v
		}
	}
	return out
}

// letters prints n as A to Z, then AA, BB and so on, as Word does.
func letters(n int) string {
	if n < 1 || n > 780 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, min(width, 20)-len(s))) + s
}
