package index

import (
	"cmp"
	"encoding/binary"
	"math"

	"taizhang/report"
)

// number is an exact decimal of fixed size: a whole number and the power of
// ten it is multiplied by. What does not fit is a string of the dictionary.
type number struct {
	coefficient int64
	exponent    int16
	written     bool // coefficient is the number of the string
}

// numberLength is how many bytes a stored number takes.
const numberLength = 12

// exponentLimit is the largest power of ten of a number that is no string.
const exponentLimit = 200

func newNumber(d report.Decimal, strings *dictionary) number {
	c, e := d.Coefficient(), d.Exponent()
	if c.IsInt64() && e >= -exponentLimit && e <= exponentLimit {
		return number{coefficient: c.Int64(), exponent: int16(e)}
	}
	return number{coefficient: int64(strings.id(d.String())), written: true}
}

func (n number) put(to []byte) []byte {
	to = binary.LittleEndian.AppendUint64(to, uint64(n.coefficient))
	to = binary.LittleEndian.AppendUint16(to, uint16(n.exponent))
	if n.written {
		return append(to, 1, 0)
	}
	return append(to, 0, 0)
}

func getNumber(from []byte) number {
	return number{
		coefficient: int64(binary.LittleEndian.Uint64(from)),
		exponent:    int16(binary.LittleEndian.Uint16(from[8:])),
		written:     from[10] == 1,
	}
}

// decimal returns the exact number.
func (n number) decimal(strings *dictionary) report.Decimal {
	if n.written {
		d, err := report.ParseDecimal(strings.text(uint32(n.coefficient)))
		if err != nil {
			return report.Decimal{}
		}
		return d
	}
	return report.Whole(n.coefficient).Shift(int32(n.exponent))
}

// near returns the number in floating point, good to some fifteen digits.
func (n number) near(strings *dictionary) float64 {
	if n.written {
		return n.decimal(strings).InexactFloat64()
	}
	return float64(n.coefficient) * math.Pow10(int(n.exponent))
}

// scale is a number to be compared with many others.
type scale struct {
	near  float64
	exact report.Decimal
}

func newScale(d report.Decimal) scale { return scale{d.InexactFloat64(), d} }

// compare compares n with s, exactly: floating point decides only where it can.
func (n number) compare(s scale, strings *dictionary) int {
	near := n.near(strings)
	if d := near - s.near; math.Abs(d) > 1e-12*(math.Abs(near)+math.Abs(s.near)) {
		return cmp.Compare(d, 0)
	}
	return n.decimal(strings).Cmp(s.exact)
}
