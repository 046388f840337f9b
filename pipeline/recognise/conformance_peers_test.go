package recognise

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// How what each peer says of a number is brought to our terms.

func runes(s string, p report.Span) report.Span {
	return report.Span{Start: runeOffset(s, p.Start), End: runeOffset(s, p.End)}
}

// same tells whether two values agree to the digits the peer keeps.
func same(want, got report.Decimal) bool {
	if want.Equal(got) {
		return true
	}
	diff := want.Sub(got).Abs()
	return diff.LessThanOrEqual(got.Abs().Shift(-9)) && !want.IsInteger() ||
		diff.LessThan(got.Abs().Shift(-13))
}

func parse(s string) (report.Decimal, bool) {
	d, err := report.ParseDecimal(strings.TrimSuffix(s, "%"))
	return d, err == nil
}

// numbersOf returns the bare numbers of the words, both ends of a range; of
// 百分之N the N alone where the peer wants that.
func numbersOf(r *Recogniser, s string, tops bool) []reading {
	list := quantitiesOf(r, s)
	var out []reading
	add := func(n number) {
		if top, ok := numerator(r, s, n); ok && tops {
			n = top
		}
		v := n.value
		out = append(out, reading{span: runes(s, n.span), low: &v, high: &v})
	}
	for _, q := range list {
		add(q.first)
		if q.last.span != q.first.span {
			add(q.last)
		}
	}
	return out
}

// numerator returns the number after 百分之, which is all that the number suite
// reads of a percentage.
func numerator(r *Recogniser, s string, n number) (number, bool) {
	at := strings.Index(s[n.span.Start:n.span.End], "百分之")
	if at != 0 {
		return n, false
	}
	var top number
	_, ok := r.quantities.number(s, n.span.Start+len("百分之"), &top)
	return top, ok
}

func compareNumbers(_ *testing.T, r *Recogniser, c confCase) string {
	return compareLists(c, numbersOf(r, c.Input, true))
}

// compareLists holds the readings against all the entities of the case.
func compareLists(c confCase, got []reading) string {
	if len(got) != len(c.Expected) {
		return fmt.Sprint("got ", got)
	}
	for i, e := range c.Expected {
		want, ok := parse(e.Resolution.text("value"))
		g := got[i]
		if !g.at(e) || ok && (g.low == nil || !same(want, *g.low)) {
			return fmt.Sprint("got ", got)
		}
	}
	return ""
}

func comparePercents(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	var got []reading
	for _, q := range list {
		if q.unit == nil || q.unit.kind != report.MentionRatio || q.unit.name == "倍" {
			continue
		}
		v := q.mentionValue().Base.Min
		got = append(got, reading{span: runes(c.Input, q.core), low: &v, high: &v})
	}
	return compareLists(c, got)
}

// compareRanges holds the bounded quantities against intervals such as (20,35].
func compareRanges(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	var got []reading
	for _, q := range list {
		if q.bound == report.Exact && !q.marked || q.bound == report.About {
			continue
		}
		got = append(got, interval(c.Input, q))
	}
	if len(got) != len(c.Expected) {
		return fmt.Sprint("got ", got)
	}
	for i, e := range c.Expected {
		low, high, _ := strings.Cut(strings.Trim(e.Resolution.text("value"), "[]()"), ",")
		if !got[i].at(e) || !sameEnd(low, got[i].low) || !sameEnd(high, got[i].high) {
			return fmt.Sprint("got ", got)
		}
	}
	return ""
}

// at tells whether the reading has the words of the entity.
func (x reading) at(e confExpected) bool { return x.span == report.Span{Start: e.Start, End: e.End} }

func sameEnd(want string, got *report.Decimal) bool {
	w, ok := parse(want)
	if !ok || got == nil {
		return ok == (got != nil)
	}
	return same(w, *got)
}

// interval returns the quantity with open ends; the peer's span leaves the unit
// out where no bound word follows it.
func interval(s string, q quantity) reading {
	p := q.span
	if p.End == q.core.End {
		p.End = q.number.End
	}
	if q.bound == report.Range && strings.HasPrefix(s[p.Start:], "大概") {
		p.Start = q.core.Start
	}
	low, high := q.low, q.high
	if q.first.part {
		low, high = low.Shift(-2), high.Shift(-2)
	}
	x := reading{span: runes(s, p), low: &low, high: &high}
	switch q.bound {
	case report.AtLeast:
		x.high = nil
	case report.AtMost:
		x.low = nil
	}
	return x
}

// peerUnits are the names by which peers call units.
var peerUnits = map[string]string{
	"Chinese yuan": "元", "United States dollar": "美元", "New Taiwan dollar": "新台币",
	"Centimeter": "厘米", "Bit": "位", "Meter": "米", "Jin": "斤", "Kilogram": "千克",
	"Gram": "克", "Kilobyte": "千字节", "Kilowatt": "千瓦", "Kilocalorie": "千卡", "Liang": "两",
	"Kilometer": "公里", "Microgram": "微克", "Month": "个月大", "Week": "周大", "Day": "天大",
	"Year": "岁", "Degree": "度", "C": "摄氏度", "F": "华氏度", "Cent": "分", "CNY": "元",
	"Dollar": "元", "Centimetre": "厘米", "Metre": "米", "Kilometre": "公里", "Foot": "英尺",
	"Inch": "英寸", "Mile": "英里", "Litre": "升", "Millilitre": "毫升", "Celsius": "摄氏度",
	"Fahrenheit": "华氏度", "Yard": "码", "Hong Kong dollar": "港元", "British pound": "英镑",
	"Pound sterling": "英镑", "Japanese yen": "日元", "Euro": "欧元", "Korean won": "韩元",
	"South Korean won": "韩元", "Russian ruble": "卢布", "Indian rupee": "卢比",
	"Thai baht": "泰铢", "Swiss franc": "瑞士法郎", "Singapore dollar": "新加坡元",
	"Australian dollar": "澳元", "Canadian dollar": "加元", "Fen": "分", "Jiao": "角",
	"Square meter": "平方米", "Square kilometer": "平方公里", "Hectare": "公顷", "Mu": "亩",
	"Ton": "吨", "Metric ton": "吨", "Milligram": "毫克", "Millimeter": "毫米",
	"Decimeter": "分米", "Liter": "升", "Milliliter": "毫升", "Cubic meter": "立方米", "Li": "里",
	"Foot per second": "英尺/秒", "Mile per hour": "英里/小时", "Kilometer per hour": "公里/小时",
	"Inch ": "英寸", "Acre": "英亩", "Byte": "字节", "Megabyte": "兆字节", "Gigabyte": "吉字节",
	"Terabyte": "太字节", "Pound": "磅", "Ounce": "盎司", "Watt": "瓦", "Horsepower": "马力",
	"Square centimeter": "平方厘米", "Nanometer": "纳米", "Micrometer": "微米", "Qing": "顷",
	"Chi": "尺", "Cun": "寸", "Zhang": "丈", "Dan": "担", "Qian": "钱", "Picometer": "皮米",
	"Gallon": "加仑", "Cup": "杯",
}

// compareUnits holds core, value and unit of the quantities against all the
// entities of the case.
func compareUnits(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	want := c.Expected
	var got []string
	for _, q := range list {
		if q.unit == nil || q.unit.calendar || q.unit.kind == report.MentionRatio {
			continue
		}
		wanted := slices.ContainsFunc(want, func(e confExpected) bool {
			return peerUnits[e.Resolution.text("unit")] == q.unit.name
		})
		if q.unit.kind == report.MentionCount && !wanted {
			continue
		}
		if c.Suite == "recognizers-age" && q.unit.family != "age" {
			continue
		}
		p := runes(c.Input, q.core)
		got = append(got, fmt.Sprintf("%d:%d %s %s", p.Start, p.End, q.low, q.unit.name))
		if len(want) > 0 {
			if unitMatches(want[0], p, q) {
				want = want[1:]
				continue
			}
		}
		return fmt.Sprint("got ", got)
	}
	if len(want) > 0 {
		return fmt.Sprint("got ", got)
	}
	return ""
}

func unitMatches(e confExpected, p report.Span, q quantity) bool {
	v, ok := parse(e.Resolution.text("value"))
	value := same(v, q.low)
	if q.unit.factor.IsPositive() && q.unit.kind == report.MentionMoney {
		value = value || same(v, q.low.DivRound(q.unit.factor, 9)) // 5角 is 5 to the peer
	}
	return ok && p.Start == e.Start && p.End == e.End && value &&
		sameUnit(e.Resolution.text("unit"), q)
}

func sameUnit(peer string, q quantity) bool {
	name := peerUnits[peer]
	if name == "" {
		return true // a name we have no word for: value and span decide
	}
	return name == q.unit.name || peer == q.unit.base ||
		name == q.unit.base && q.unit.kind == report.MentionMoney
}

func compareOrdinals(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	var got []reading
	for _, q := range list {
		if _, start, ok := r.ranks.ordinal.before(c.Input, q.number.Start); ok {
			v := q.first.value
			p := runes(c.Input, report.Span{Start: start, End: q.first.span.End})
			got = append(got, reading{span: p, low: &v, high: &v})
		}
	}
	return compareLists(c, got)
}

// compareWhole holds the one quantity of the input against what the peer says
// of the whole.
func compareWhole(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	if len(list) != 1 || len(c.Expected) != 1 {
		return fmt.Sprintf("%d quantities", len(list))
	}
	q, res := list[0], c.Expected[0].Resolution
	got := fmt.Sprintf("got %q %s..%s %s %s", q.span.Of(c.Input), q.low, q.high, q.as, q.bound)
	if q.span.Start != 0 || q.span.End != len(c.Input) {
		return got
	}
	low, high := peerEnds(res)
	factor := report.Whole(1)
	if unit := res.text("unit"); unit != "" && q.unit != nil && !sameUnit(unit, q) {
		if factor = peerFactor(unit, q); factor.IsZero() {
			return got
		}
	}
	currency := "元" // where nothing is said
	if q.unit != nil {
		currency = q.unit.base
	}
	if want := res.text("case"); want != "" && want != currency {
		return got
	}
	value := q.low
	if q.first.part && q.unit != nil && res.text("unit") == "" {
		value = q.low.Mul(q.unit.factor).Shift(-2)
	}
	if low != "" && !sameEnd(low, ptr(value.Mul(factor))) {
		return got
	}
	closed := q.bound == report.AtMost || q.bound == report.Range || high == low
	if high != "" && closed && !q.first.part && !sameEnd(high, ptr(q.high.Mul(factor))) {
		return got
	}
	return ""
}

func ptr(d report.Decimal) *report.Decimal { return &d }

// peerFactor returns what turns the quantity into the peer's unit: Cent, Gram.
func peerFactor(peer string, q quantity) report.Decimal {
	switch {
	case peer == "Cent" && q.unit.base == "元":
		return report.Whole(100)
	case peer == "Gram" && q.unit.family == "mass":
		return q.unit.factor.Shift(3)
	case peer == "Millilitre" && q.unit.family == "volume":
		return q.unit.factor.Shift(3)
	}
	return report.Decimal{}
}

// peerEnds returns the ends the peer gives.
func peerEnds(r resolution) (low, high string) {
	if list, ok := r["num"].([]any); ok && len(list) == 2 {
		return fmt.Sprint(list[0]), fmt.Sprint(list[1])
	}
	if v := r.text("num"); v != "" {
		return v, v
	}
	if v := r.text("value"); v != "" {
		return v, v
	}
	return r.text("from"), r.text("to")
}

// compareSpans holds the cores of the sums of money against the entities.
func compareSpans(_ *testing.T, r *Recogniser, c confCase) string {
	list := quantitiesOf(r, c.Input)
	var got []report.Span
	for _, q := range list {
		if q.unit != nil && q.unit.kind == report.MentionMoney {
			got = append(got, runes(c.Input, q.core))
		}
	}
	var want []report.Span
	for _, e := range c.Expected {
		want = append(want, report.Span{Start: e.Start, End: e.End})
	}
	if !slices.Equal(want, got) {
		return fmt.Sprint("got ", got)
	}
	return ""
}

// compareValues holds the values of the input, in order, against those of the
// other spelling the peer gives.
func compareValues(_ *testing.T, r *Recogniser, c confCase) string {
	got := valuesOf(r, c.Input)
	if c.Scope == "some" {
		return compareSome(c, numbersOf(r, c.Input, false))
	}
	res := c.Expected[0].Resolution
	other := res.text("spoken")
	if other == "" {
		other = res.text("written")
	}
	want := valuesOf(r, wholeRange(other))
	if len(want) == 0 && strings.ContainsAny(other, "0123456789") {
		return fmt.Sprintf("no value in %q", other)
	}
	if !slices.Equal(got, want) {
		return fmt.Sprintf("got %v, want %v of %q", got, want, other)
	}
	return ""
}

var shortRange = regexp.MustCompile(`(\d+)-(\d+)`)

// wholeRange writes out what one peer shortens: 45-6万 is 45-46万.
func wholeRange(s string) string {
	m := shortRange.FindStringSubmatchIndex(s)
	if m == nil || m[3]-m[2] <= m[5]-m[4] {
		return s
	}
	missing := (m[3] - m[2]) - (m[5] - m[4])
	return s[:m[4]] + s[m[2]:m[2]+missing] + s[m[4]:]
}

// valuesOf returns the values of the words.
func valuesOf(r *Recogniser, s string) []string {
	list := quantitiesOf(r, s)
	var out []string
	for _, q := range list {
		out = append(out, fmt.Sprintf("%s..%s", q.low.Round(9), q.high.Round(9)))
	}
	return out
}

// compareSome holds the values against those that must be among them.
func compareSome(c confCase, got []reading) string {
	want := c.Expected
	for _, g := range got {
		if len(want) == 0 {
			break
		}
		want = want[takenBy(*g.low, want):]
	}
	if len(want) > 0 {
		return fmt.Sprintf("no %s in %v", want[0].Text, got)
	}
	return ""
}

// takenBy returns how many of the values the number is: one, or more where the
// peer writes one number as several (1亿2300).
func takenBy(got report.Decimal, want []confExpected) int {
	total := report.Decimal{}
	for i, e := range want {
		v, ok := peerValue(e)
		if !ok {
			break
		}
		if total = total.Add(v); same(total, got) {
			return i + 1
		}
	}
	return 0
}

func peerValue(e confExpected) (report.Decimal, bool) {
	text := e.Resolution.text("value")
	if over, under, ok := strings.Cut(text, "/"); ok {
		a, ok1 := parse(over)
		b, ok2 := parse(under)
		if ok1 && ok2 && !b.IsZero() {
			return a.DivRound(b, 24), true
		}
	}
	v, ok := parse(text)
	if strings.HasSuffix(text, "%") {
		v = v.Shift(-2)
	}
	return v, ok
}
