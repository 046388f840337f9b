package index

import (
	"cmp"
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

// quantity is a number as written: its digits, the power of ten behind them,
// its unit.
type quantity struct {
	digits report.Decimal
	zeroes int32
	unit   string
}

func (q quantity) number() report.Decimal { return q.digits.Shift(q.zeroes) }

// parseValue reads a number as people write it, alone or as end of a range:
// >5亿, 5000万..9.6亿元, 5-10亿元, 97%, 三十亩.
func (l Language) parseValue(text string) (condition, bool) {
	i := readDashed(foldString(text))
	from, okFrom := l.readQuantity(i.from)
	to, okTo := l.readQuantity(i.to)
	if i.isEmpty() || i.from != "" && !okFrom || i.to != "" && !okTo {
		return l.spelledRange(text)
	}
	if okFrom && okTo {
		from = shared(from, to)
	}
	if okFrom && okTo && from.unit != "" && to.unit != "" && from.unit != to.unit {
		return nil, false
	}
	return l.inBase(valueIs{
		from: limit{okFrom, from.number(), !i.fromExclusive},
		to:   limit{okTo, to.number(), !i.toExclusive},
		unit: cmp.Or(from.unit, to.unit),
	}), true
}

// spelledRange reads what only the recogniser can: 五至十亿元.
func (l Language) spelledRange(text string) (condition, bool) {
	if l.Value == nil {
		return nil, false
	}
	v, ok := l.Value(text)
	if !ok {
		return nil, false
	}
	return l.inBase(valueIs{
		from: limit{v.Bound != report.AtMost, v.Min, true},
		to:   limit{v.Bound != report.AtLeast, v.Max, true},
		unit: foldString(v.Unit),
	}), true
}

// inBase adds the limits in the base unit of the family, so that 30亩 finds what
// is written in 公顷.
func (l Language) inBase(v valueIs) valueIs {
	from, okFrom := l.base(v.from, v.unit)
	to, okTo := l.base(v.to, v.unit)
	if okFrom && okTo {
		v.base = cmp.Or(from.Unit, to.Unit)
		v.lower = limit{v.from.set, from.Min, v.from.inclusive}
		v.upper = limit{v.to.set, to.Min, v.to.inclusive}
	}
	return v
}

func (l Language) base(end limit, unit string) (report.BaseValue, bool) {
	if !end.set {
		return report.BaseValue{}, true
	}
	if l.Value == nil || unit == "" {
		return report.BaseValue{}, false
	}
	v, ok := l.Value(end.number.String() + unit)
	if !ok || v.Base == nil {
		return report.BaseValue{}, false
	}
	base := *v.Base
	base.Unit = foldString(base.Unit)
	return base, true
}

// shared returns from with the power of ten that to has, where it is written
// once for both: 5-10亿元.
func shared(from, to quantity) quantity {
	if from.zeroes == 0 && from.unit == "" && from.digits.Cmp(to.digits) <= 0 {
		from.zeroes = to.zeroes
	}
	return from
}

// readQuantity reads a number with its multipliers and its unit.
func (l Language) readQuantity(s string) (quantity, bool) {
	m := amountForm.FindStringSubmatch(s)
	if m == nil {
		return l.spelled(s)
	}
	digits, err := report.ParseDecimal(strings.TrimPrefix(strings.ReplaceAll(m[1], ",", ""), "+"))
	if err != nil {
		return quantity{}, false
	}
	q := quantity{digits: digits, unit: strings.TrimSpace(m[2])}
	for range 2 { // 5千万, 3万亿
		zeroes, rest := multiplier(q.unit)
		q.zeroes, q.unit = q.zeroes+zeroes, rest
	}
	return q, unitForm.MatchString(q.unit)
}

// spelled reads a single number that is not written in digits: 五亿元.
func (l Language) spelled(s string) (quantity, bool) {
	if l.Value == nil || s == "" {
		return quantity{}, false
	}
	v, ok := l.Value(s)
	if !ok || !v.Min.Equal(v.Max) || v.Bound != report.Exact {
		return quantity{}, false
	}
	return quantity{digits: v.Min, unit: foldString(v.Unit)}, true
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
