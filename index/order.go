package index

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// Exponents beyond these are cut off; no report counts so far.
const exponentLimit = 400

// bucketLength is how much of an order key names its sign, magnitude and first
// digit.
const bucketLength = 5

// orderKey returns a string that sorts as the number does, exactly: a sign, the
// magnitude and the digits. Its first bucketLength bytes are a coarse form of
// it, by which wide ranges are searched.
func orderKey(d report.Decimal) string {
	digits := strings.TrimRight(d.Coefficient().Text(10), "0")
	digits = strings.TrimPrefix(digits, "-")
	if digits == "" {
		return "50000"
	}
	length := len(strings.TrimPrefix(d.Coefficient().Text(10), "-"))
	magnitude := min(max(length+int(d.Exponent()), -exponentLimit), exponentLimit)
	key := fmt.Sprintf("%03d%s", magnitude+500, digits)
	if d.Sign() > 0 {
		return "6" + key
	}
	return "4" + complement(key) + "~"
}

// complement turns the order of digits round.
func complement(digits string) string {
	b := []byte(digits)
	for i := range b {
		b[i] = '0' + '9' - b[i]
	}
	return string(b)
}

func bucketOf(key string) string { return key[:bucketLength] }
