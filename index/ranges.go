package index

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"taizhang/report"
)

// interval is what a value with an operator or two ends says, its ends still
// words: >5亿, 2019..2023, 97%.
type interval struct {
	from, to                   string // "" is no limit
	fromExclusive, toExclusive bool
}

// comparisons are the operators, longer ones first.
var comparisons = []string{">=", "<=", "≥", "≤", "⩾", "⩽", ">", "<", "="}

// readInterval takes a folded value apart. A single value is an interval from
// itself to itself.
func readInterval(text string) interval {
	for _, op := range comparisons {
		rest, ok := strings.CutPrefix(text, op)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		switch op {
		case ">":
			return interval{from: rest, fromExclusive: true}
		case ">=", "≥", "⩾":
			return interval{from: rest}
		case "<":
			return interval{to: rest, toExclusive: true}
		case "<=", "≤", "⩽":
			return interval{to: rest}
		}
		return interval{from: rest, to: rest}
	}
	for _, between := range []string{"...", "..", "~", "至"} {
		if from, to, ok := strings.Cut(text, between); ok {
			return interval{from: strings.TrimSpace(from), to: strings.TrimSpace(to)}
		}
	}
	return interval{from: text, to: text}
}

var dashed = regexp.MustCompile(`^([0-9][0-9.,]*[^0-9.<>=~-]*)[-—–]([0-9].*)$`)

// readDashed is readInterval where a dash, too, stands between two ends.
func readDashed(text string) interval {
	if m := dashed.FindStringSubmatch(text); m != nil {
		return interval{from: m[1], to: m[2]}
	}
	return readInterval(text)
}

func (i interval) isEmpty() bool { return i.from == "" && i.to == "" }

// The years an open interval reaches to.
const (
	firstYear = 1000
	lastYear  = 9999
)

func parseYear(text string) (condition, bool) {
	i := readDashed(foldString(text))
	y := yearIs{firstYear, lastYear}
	if i.isEmpty() {
		return nil, false
	}
	if i.from != "" {
		n, ok := yearOf(i.from)
		if !ok {
			return nil, false
		}
		y.from = n
		if i.fromExclusive {
			y.from++
		}
	}
	if i.to != "" {
		n, ok := yearOf(i.to)
		if !ok {
			return nil, false
		}
		y.to = n
		if i.toExclusive {
			y.to--
		}
	}
	return y, y.from <= lastYear && y.to >= firstYear
}

func yearOf(s string) (int, bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年")
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= firstYear && n <= lastYear
}

var dayForm = regexp.MustCompile(`^(\d{4})(?:[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?)?)?$`)

// parseDue reads a day, a month or a year, alone or as end of a range. Before a
// month is before its first day, after it after its last.
func parseDue(text string) (condition, bool) {
	i := readInterval(foldString(text))
	if i.isEmpty() {
		return nil, false
	}
	var d dueIs
	if i.from != "" {
		p, ok := daysOf(i.from)
		if !ok {
			return nil, false
		}
		d.from = p.Start
		if i.fromExclusive {
			d.from = p.End.AddDays(1)
		}
	}
	if i.to != "" {
		p, ok := daysOf(i.to)
		if !ok {
			return nil, false
		}
		d.to = p.End
		if i.toExclusive {
			d.to = p.Start.AddDays(-1)
		}
	}
	return d, d.from.Year <= lastYear && (d.to.IsZero() || d.to.Year >= firstYear)
}

// daysOf returns the days that a written day, month or year covers.
func daysOf(s string) (report.Period, bool) {
	m := dayForm.FindStringSubmatch(s)
	if m == nil {
		return report.Period{}, false
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	switch {
	case year < firstYear:
		return report.Period{}, false
	case m[2] == "":
		return report.YearPeriod(year), true
	case month < 1 || month > 12:
		return report.Period{}, false
	case m[3] == "":
		return report.MonthsPeriod(year, time.Month(month), time.Month(month)), true
	}
	d := report.NewDate(year, time.Month(month), day)
	return report.Period{Start: d, End: d}, d.Day == day && d.Month == time.Month(month)
}
