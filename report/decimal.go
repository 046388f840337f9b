package report

import "github.com/shopspring/decimal"

// Decimal is an exact decimal number. Every value of a report is one: sums of
// money must not be rounded on their way into a ledger.
type Decimal = decimal.Decimal

// ParseDecimal reads a plain decimal such as "36029.5" or "-3".
func ParseDecimal(s string) (Decimal, error) { return decimal.NewFromString(s) }

// Whole returns the decimal of a whole number.
func Whole(n int64) Decimal { return decimal.NewFromInt(n) }
