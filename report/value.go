package report

// Bound says how the words around a number limit it.
type Bound string

// The bounds of a value: 6.8亿元, 约6.8亿元, 6.8亿元以上, 6.8亿元以内, 5-10亿元.
const (
	Exact   Bound = "exact"
	About   Bound = "about"
	AtLeast Bound = "at_least"
	AtMost  Bound = "at_most"
	Range   Bound = "range"
)

// Per is the period of a frequency: 每周一次 is once per week.
type Per string

// The periods a frequency can have.
const (
	PerDay     Per = "day"
	PerWeek    Per = "week"
	PerMonth   Per = "month"
	PerQuarter Per = "quarter"
	PerYear    Per = "year"
)

// Value is a quantity with its multipliers worked in: 3.5万人次 is 35000 人次.
// Min and Max differ only where the text gives a range.
type Value struct {
	Min   Decimal `json:"min"`
	Max   Decimal `json:"max"`
	Unit  string  `json:"unit"`
	Bound Bound   `json:"bound"`
	Per   Per     `json:"per,omitempty"`
	// Base is the same quantity in the base unit of its family, where the unit
	// belongs to one (斤 and 吨 in 千克), so that values compare across units.
	Base *BaseValue `json:"base,omitempty"`
}

// BaseValue is a value converted to the base unit of its unit family.
type BaseValue struct {
	Min    Decimal `json:"min"`
	Max    Decimal `json:"max"`
	Unit   string  `json:"unit"`
	Family string  `json:"family"` // money, mass, area, length, ...
}

// Negated returns the value with both ends' signs turned, and the ends swapped
// so that Min stays the smaller. The bound stays: 下降20%以上 is -20 at_least.
func (v Value) Negated() Value {
	v.Min, v.Max = v.Max.Neg(), v.Min.Neg()
	if v.Base != nil {
		b := *v.Base
		b.Min, b.Max = b.Max.Neg(), b.Min.Neg()
		v.Base = &b
	}
	return v
}

// Least returns the value that counts: the smaller end, in base units where the
// unit has one.
func (v Value) Least() Decimal {
	if v.Base != nil {
		return v.Base.Min
	}
	return v.Min
}
