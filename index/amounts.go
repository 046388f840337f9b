package index

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

var (
	amountForm = regexp.MustCompile(`^([+-]?[0-9]{1,20}(?:,[0-9]{3}){0,7}(?:\.[0-9]{1,20})?)(.*)$`)
	unitForm   = regexp.MustCompile(`^(?:[\p{L}%‰°][\p{L}\p{N}%‰°/·]*)?$`)
)

// multipliers are the powers of ten a number is written with. Those below 万
// also begin units (千米, 百分点) and count only where no unit can follow.
var multipliers = []struct {
	word   string
	zeroes int32
	small  bool
}{
	{"万亿", 12, false}, {"亿", 8, false}, {"万", 4, false},
	{"千", 3, true}, {"百", 2, true}, {"十", 1, true},
}

// parseValue reads a number as people write it, alone or as end of a range:
// >5亿, 5000万..9.6亿元, 97%.
func parseValue(text string) (condition, bool) {
	i := readInterval(foldString(text))
	if i.isEmpty() {
		return nil, false
	}
	var v valueIs
	var fromUnit, toUnit string
	if i.from != "" {
		n, unit, ok := readAmount(i.from)
		if !ok {
			return nil, false
		}
		v.from, fromUnit = limit{true, n, !i.fromExclusive}, unit
	}
	if i.to != "" {
		n, unit, ok := readAmount(i.to)
		if !ok {
			return nil, false
		}
		v.to, toUnit = limit{true, n, !i.toExclusive}, unit
	}
	if fromUnit != "" && toUnit != "" && fromUnit != toUnit {
		return nil, false
	}
	v.unit = fromUnit
	if v.unit == "" {
		v.unit = toUnit
	}
	return v, true
}

// readAmount reads a number with its multipliers worked in, and its unit.
func readAmount(s string) (report.Decimal, string, bool) {
	m := amountForm.FindStringSubmatch(s)
	if m == nil {
		return report.Decimal{}, "", false
	}
	n, err := report.ParseDecimal(strings.TrimPrefix(strings.ReplaceAll(m[1], ",", ""), "+"))
	if err != nil {
		return report.Decimal{}, "", false
	}
	unit := strings.TrimSpace(m[2])
	for range 2 { // 5千万, 3万亿
		zeroes, rest := multiplier(unit)
		n, unit = n.Shift(zeroes), rest
	}
	return n, unit, unitForm.MatchString(unit)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// multiplier returns the power of ten that s begins with and what follows it.
func multiplier(s string) (zeroes int32, rest string) {
	for _, m := range multipliers {
		rest, ok := strings.CutPrefix(s, m.word)
		if ok && (!m.small || rest == "" || strings.ContainsRune("万亿元", firstRune(rest))) {
			return m.zeroes, rest
		}
	}
	return 0, s
}
