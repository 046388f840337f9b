package series

import (
	"strings"

	"taizhang/report"
)

// rounded is a number as it is written: the least and the most it may have been
// before it was rounded to its last digit.
type rounded struct{ low, high report.Decimal }

// asWritten returns what the fact's number may have been: 13.95亿元 is 13.945 to
// 13.955. What is not written in digits is taken as it is.
func asWritten(f report.Fact) rounded {
	n := f.Value.Least()
	digits := numberOf(f.Text)
	d, err := report.ParseDecimal(digits)
	if err != nil || d.IsZero() {
		return rounded{n, n}
	}
	_, fraction, _ := strings.Cut(digits, ".")
	half := n.Abs().DivRound(d, 12).Shift(-int32(len(fraction))).DivRound(report.Whole(2), 12)
	return rounded{n.Sub(half), n.Add(half)}
}

// numberOf returns the first number of s in digits, without its commas.
func numberOf(s string) string {
	from := strings.IndexAny(s, "0123456789")
	if from < 0 {
		return ""
	}
	s = strings.ReplaceAll(s[from:], ",", "")
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.') {
		end++
	}
	return strings.TrimSuffix(s[:end], ".")
}

// meets tells whether both may be the same number.
func (r rounded) meets(o rounded) bool { return r.low.Cmp(o.high) <= 0 && o.low.Cmp(r.high) <= 0 }

// growthFrom returns the growth in per cent from base to r, least and most.
func (r rounded) growthFrom(base rounded) rounded {
	percent := func(a, b report.Decimal) report.Decimal {
		return a.Sub(b).Mul(report.Whole(100)).DivRound(b, 6)
	}
	return rounded{percent(r.low, base.high), percent(r.high, base.low)}
}

// widened returns r with so much more on both sides.
func (r rounded) widened(by report.Decimal) rounded { return rounded{r.low.Sub(by), r.high.Add(by)} }
