package export

import (
	"strconv"
	"strings"

	"taizhang/report"
)

// Value writes a value for people: 约6.8亿元, ≥20次, 5–10%.
func Value(v *report.Value) string {
	if v == nil {
		return ""
	}
	n := number(v.Min, v.Unit)
	if !v.Min.Equal(v.Max) {
		n += "–" + number(v.Max, v.Unit)
	}
	switch v.Bound {
	case report.About:
		n = "约" + n
	case report.AtLeast:
		n = "≥" + n
	case report.AtMost:
		n = "≤" + n
	}
	n += v.Unit
	if v.Per != "" {
		n += "/" + string(v.Per)
	}
	return n
}

// number writes large round numbers with 亿 or 万, as reports do, as long as
// that loses nothing.
func number(d report.Decimal, unit string) string {
	if unit == "%" || unit == "‰" {
		return d.String()
	}
	for _, m := range []struct {
		digits int32
		name   string
	}{{8, "亿"}, {4, "万"}} {
		short := d.Shift(-m.digits)
		if short.Abs().Cmp(report.Whole(1)) >= 0 && len(fraction(short.String())) <= 4 {
			return short.String() + m.name
		}
	}
	return d.String()
}

// score writes a score of 0 to 1.
func score(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

func fraction(s string) string {
	_, f, _ := strings.Cut(s, ".")
	return f
}
