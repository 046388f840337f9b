package track

import (
	"strconv"
	"strings"

	"taizhang/report"
)

// yearLead returns the length of a year that begins s, as in 2015年建成…; 0 for none.
func yearLead(s string) int {
	if n := len("2015年"); len(s) >= n && s[4:n] == "年" && strings.Trim(s[:4], "0123456789") == "" {
		return n
	}
	return 0
}

// yearBefore returns the year that leads the clause up to the place; 0 for none.
func yearBefore(sentence string, at int) int {
	lead := sentence[report.ClauseOf(sentence, at, at+1).Start:at]
	for i := range lead {
		if n := yearLead(lead[i:]); n > 0 {
			year, err := strconv.Atoi(lead[i : i+n-len("年")])
			if err == nil {
				return year
			}
		}
	}
	return 0
}
