package read

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"taizhang/report"
)

// formatParts is a number format taken apart.
type formatParts struct {
	before, after string       // what stands around a number
	pattern       string       // of a number: 0 # ? , and .
	percent       bool         //
	date          bool         // it has fields of a date
	fields        []formatPart // of a date
}

// formatPart is a field of a date (yyyy, m, dd) or what stands between.
type formatPart struct {
	text  string
	field bool
}

const halfDay = "AM/PM"

// scanFormat takes a format apart. It is false for formats that are not
// understood, and for General.
func scanFormat(code string) (formatParts, bool) {
	var p formatParts
	for code != "" {
		rest, ok := p.scan(code)
		if !ok {
			return p, p.date && p.pattern != "" // fractions of a second end a date
		}
		code = rest
	}
	return p, p.date || p.pattern != ""
}

// scan takes the part that code begins with and returns the rest. It is false
// where the format cannot be understood any further.
func (p *formatParts) scan(code string) (string, bool) {
	r, size := utf8.DecodeRuneInString(code)
	rest := code[size:]
	switch {
	case r == '"':
		text, after, _ := strings.Cut(rest, `"`)
		p.literal(text)
		return after, true
	case r == '\\' || r == '!':
		_, n := utf8.DecodeRuneInString(rest)
		p.literal(rest[:n])
		return rest[n:], true
	case r == '_' || r == '*':
		_, n := utf8.DecodeRuneInString(rest)
		return rest[n:], true
	case r == '[':
		return p.scanBracket(rest)
	case strings.ContainsRune("0#?.,", r):
		n := len(code) - len(strings.TrimLeft(code, "0#?.,"))
		first := p.pattern == ""
		p.pattern = code[:n]
		return code[n:], first
	case r == '%':
		p.percent = true
		p.literal("%")
	case strings.ContainsRune("yYmMdDhHsS", r):
		field := code[:run(code)]
		p.date = true
		p.fields = append(p.fields, formatPart{strings.ToLower(field), true})
		return code[len(field):], true
	case len(code) >= len(halfDay) && strings.EqualFold(code[:len(halfDay)], halfDay):
		return code[len(halfDay):], true
	case r == 'a' && p.date:
		return code[run(code):], true // day of the week
	case strings.ContainsRune("eEgGbBaA@", r):
		p.pattern = ""
		return "", false // powers of ten, General, eras
	default:
		p.literal(string(r))
	}
	return rest, true
}

// scanBracket takes a colour, a condition, a language or a currency.
func (p *formatParts) scanBracket(rest string) (string, bool) {
	inner, after, closed := strings.Cut(rest, "]")
	if !closed || strings.Trim(strings.ToLower(inner), "hms") == "" {
		p.pattern = ""
		return "", false // hours beyond 24
	}
	if sign, ok := strings.CutPrefix(inner, "$"); ok {
		sign, _, _ = strings.Cut(sign, "-")
		p.literal(sign)
	}
	return after, true
}

// run returns the length of the run of one letter that s begins with.
func run(s string) int {
	n := 1
	for n < len(s) && s[n]|0x20 == s[0]|0x20 {
		n++
	}
	return n
}

func (p *formatParts) literal(text string) {
	p.fields = append(p.fields, formatPart{text, false})
	if p.pattern == "" {
		p.before += text
	} else {
		p.after += text
	}
}

// showNumber prints a number by the pattern.
func (p *formatParts) showNumber(n report.Decimal) string {
	if p.percent {
		n = n.Shift(2)
	}
	pattern := strings.TrimRight(p.pattern, ",")
	n = n.Shift(int32(-3 * min(len(p.pattern)-len(pattern), 4))) // a comma at the end: in thousands
	whole, decimals, _ := strings.Cut(pattern, ".")
	decimals = strings.ReplaceAll(decimals, ",", "")
	text := n.Abs().StringFixed(int32(min(len(decimals), 15)))
	digits, fraction, _ := strings.Cut(text, ".")
	for least := strings.Count(decimals, "0"); len(fraction) > least && strings.HasSuffix(fraction, "0"); {
		fraction = fraction[:len(fraction)-1]
	}
	digits = strings.TrimLeft(digits, "0")
	if least := min(strings.Count(whole, "0"), 20); len(digits) < least {
		digits = strings.Repeat("0", least-len(digits)) + digits
	}
	if strings.Contains(whole, ",") {
		digits = grouped(digits)
	}
	if fraction != "" {
		digits += "." + fraction
	}
	sign := ""
	if n.Sign() < 0 && strings.Trim(digits, "0.,") != "" {
		sign = "-"
	}
	return sign + p.before + digits + p.after
}

// grouped sets commas between thousands.
func grouped(digits string) string {
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

const lastDay = 2958465 // 9999-12-31

// showDate prints a number of days as a date. Hours are printed from 0 to 23.
func (p *formatParts) showDate(days float64, from1904 bool) (string, bool) {
	if days < 0 || days > lastDay {
		return "", false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	whole, part := math.Modf(days)
	at := first.AddDate(0, 0, int(whole)).Add(time.Duration(math.Round(part*86400)) * time.Second)
	var out strings.Builder
	for i, f := range p.fields {
		if !f.field {
			out.WriteString(f.text)
			continue
		}
		out.WriteString(p.dateField(at, i))
	}
	return out.String(), true
}

func (p *formatParts) dateField(at time.Time, i int) string {
	text := p.fields[i].text
	n := 0
	switch text[0] {
	case 'y':
		if len(text) <= 2 {
			return fmt.Sprintf("%02d", at.Year()%100)
		}
		return fmt.Sprintf("%04d", at.Year())
	case 'm':
		n = int(at.Month())
		if p.isMinute(i) {
			n = at.Minute()
		}
	case 'd':
		n = at.Day()
	case 'h':
		n = at.Hour()
	case 's':
		n = at.Second()
	}
	return fmt.Sprintf("%0*d", min(len(text), 2), n)
}

// isMinute tells minutes, which follow hours or come before seconds, from
// months.
func (p *formatParts) isMinute(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if f := p.fields[j]; f.field {
			if f.text[0] == 'h' {
				return true
			}
			break
		}
	}
	for _, f := range p.fields[i+1:] {
		if f.field {
			return f.text[0] == 's'
		}
	}
	return false
}
