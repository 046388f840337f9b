package structure

import (
	"strings"
	"unicode/utf8"
)

// grid is the text of the cells of a table, every row as wide as the widest.
type grid [][]string

const (
	headLines     = 3  // of the highest head, without titles
	headCellMost  = 20 // characters of the longest cell in a further line of a head
	valueTailMost = 5  // characters after the number of a cell that is a value
)

// head returns how many rows are titles of the table, and how many are titles
// or head. A table whose first row holds values has no head.
func (g grid) head() (titles, head int) {
	for titles < len(g)-1 && filled(g[titles]) == 1 && len(g[titles]) > 1 {
		titles++
	}
	if len(g)-titles < 2 || hasValue(g[titles], true) {
		return titles, titles
	}
	head = titles + 1
	for head < len(g)-1 && head-titles < headLines && continuesHead(g[head-1], g[head]) {
		head++
	}
	if head < len(g)-1 && isCounting(g[head]) {
		head++
	}
	return titles, head
}

// continuesHead tells whether row is a further line of the head that ends in
// top: cells of top are merged over it.
func continuesHead(top, row []string) bool {
	merged := row[0] == "" || row[0] == top[0]
	for i := 1; i < len(row) && !merged; i++ {
		merged = row[i] != "" && (top[i] == "" || top[i] == top[i-1])
	}
	for _, s := range row {
		if utf8.RuneCountInString(s) > headCellMost {
			return false
		}
	}
	return merged && filled(row) > 0 && !hasValue(row, row[0] == "" || row[0] == top[0])
}

// filled counts the different texts of a row.
func filled(row []string) int {
	seen := map[string]bool{}
	for _, s := range row {
		if s != "" {
			seen[s] = true
		}
	}
	return len(seen)
}

// hasValue tells whether a cell of the row is a value. Bare years are none in
// a head.
func hasValue(row []string, head bool) bool {
	for _, s := range row {
		if isValue(s) && !(head && isBareYear(s)) {
			return true
		}
	}
	return false
}

// isValue tells whether a cell is a number with its unit, and no date.
func isValue(s string) bool {
	s = strings.TrimLeft(s, "+-−－↑↓▲△约超近达逾￥¥<>≥≤＜＞ ")
	rest := strings.TrimLeft(s, "0123456789.,，%‰~—-－/ ")
	return len(rest) < len(s) && s[0] >= '0' && s[0] <= '9' &&
		!strings.ContainsAny(rest, "年月日季") && utf8.RuneCountInString(rest) <= valueTailMost
}

func isBareYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && strings.Trim(s, "0123456789") == ""
}

// isCounting tells whether the row only numbers the columns: 甲 乙 1 2 3.
func isCounting(row []string) bool {
	next := 0
	for _, s := range row {
		switch {
		case len(s) == 1 && s[0] == byte('1'+next) && next < 9:
			next++
		case next > 0 || s != "" && !strings.Contains("甲乙丙丁ABCDabcd栏次", s):
			return false
		}
	}
	return next >= 2
}
