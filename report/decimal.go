package report

import "github.com/shopspring/decimal"

// Decimal is an exact decimal number. Every value of a report is one: sums of
// money must not be rounded on their way into a ledger.
type Decimal = decimal.Decimal

// ParseDecimal reads a plain decimal such as "36029.5" or "-3".
func ParseDecimal(s string) (Decimal, error) { return decimal.NewFromString(s) }

// small are the decimals of 0 to 255, for they are asked for most often. They
// are never changed: arithmetic returns new ones.
var small = func() (all [256]Decimal) {
	for n := range all {
		all[n] = decimal.NewFromInt(int64(n))
	}
	return all
}()

// Whole returns the decimal of a whole number.
func Whole(n int64) Decimal {
	if n >= 0 && n < int64(len(small)) {
		return small[n]
	}
	return decimal.NewFromInt(n)
}
