package recognise

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// calendarTable is the shape of lexicon/calendar.yaml.
type calendarTable struct {
	Terms    []solarTerm       `yaml:"terms"`
	Holidays []holidayRow      `yaml:"holidays"`
	Plans    map[string][2]int `yaml:"plans"`
	Lunar    map[int]lunarRow  `yaml:"lunar"`
}

// solarTerm is one of the 24 terms: its month and the earliest day it falls on.
type solarTerm struct {
	Name  string `yaml:"name"`
	Month int    `yaml:"month"`
	Day   int    `yaml:"day"`
}

type holidayRow struct {
	Names []string `yaml:"names"`
	Day   string   `yaml:"day"`
	Lunar string   `yaml:"lunar"`
	Term  string   `yaml:"term"`
	Days  int      `yaml:"days"`
	Alone string   `yaml:"alone"`
}

type lunarRow struct {
	First  string `yaml:"first"`
	Leap   int    `yaml:"leap"`
	Months string `yaml:"months"`
	Terms  string `yaml:"terms"`
}

// lunarYear is a year of the lunar calendar: the day it starts on, its leap
// month (0 none) and the lengths of its 12 or 13 months.
type lunarYear struct {
	first  report.Date
	leap   int
	months []int
	terms  []int // days after the earliest one, of the solar terms of the Gregorian year
}

// calendar holds the years of the lunar calendar, the solar terms and the
// five-year plans.
type calendar struct {
	terms []solarTerm
	plans map[string][2]int
	years map[int]lunarYear
}

func newCalendar(lex *lexicon.Lexicon) (*calendar, []holidayRow, error) {
	var table calendarTable
	if err := lex.Decode("calendar.yaml", &table); err != nil {
		return nil, nil, err
	}
	c := &calendar{terms: table.Terms, plans: table.Plans, years: map[int]lunarYear{}}
	for y, row := range table.Lunar {
		year, err := newLunarYear(y, row)
		if err != nil {
			return nil, nil, fmt.Errorf("calendar.yaml: lunar year %d: %w", y, err)
		}
		c.years[y] = year
	}
	return c, table.Holidays, nil
}

func newLunarYear(y int, row lunarRow) (lunarYear, error) {
	first, err := monthDay(row.First)
	if err != nil {
		return lunarYear{}, err
	}
	year := lunarYear{first: report.NewDate(y, time.Month(first[0]), first[1]), leap: row.Leap}
	for _, c := range row.Months {
		length := 29
		if c == '大' {
			length = 30
		}
		year.months = append(year.months, length)
	}
	for _, c := range row.Terms {
		year.terms = append(year.terms, int(c-'0'))
	}
	want := 12
	if year.leap != 0 {
		want = 13
	}
	if len(year.months) != want || len(year.terms) != 24 {
		return lunarYear{}, fmt.Errorf("want %d months and 24 terms", want)
	}
	return year, nil
}

// monthDay reads "05-01"; the day 末 is 0, the last.
func monthDay(s string) ([2]int, error) {
	m, d, ok := strings.Cut(s, "-")
	month, err := strconv.Atoi(m)
	if !ok || err != nil {
		return [2]int{}, fmt.Errorf("%q: want MONTH-DAY such as 05-01", s)
	}
	if d == "末" {
		return [2]int{month, 0}, nil
	}
	day, err := strconv.Atoi(d)
	if err != nil {
		return [2]int{}, fmt.Errorf("%q: want MONTH-DAY such as 05-01", s)
	}
	return [2]int{month, day}, nil
}

// month returns the days of month m of the lunar year y, or the zero Period
// where the year is not in the table or has no such leap month.
func (c *calendar) month(y, m int, leap bool) report.Period {
	year, ok := c.years[y]
	if !ok || m < 1 || m > 12 || leap && year.leap != m {
		return report.Period{}
	}
	n := m - 1
	if year.leap != 0 && (m > year.leap || leap) {
		n++
	}
	days := 0
	for _, length := range year.months[:n] {
		days += length
	}
	first := year.first.AddDays(days)
	return report.Period{Start: first, End: first.AddDays(year.months[n] - 1)}
}

// day returns day d of a lunar month, d = 0 its last, as a period of one day.
func (c *calendar) day(y, m, d int, leap bool) report.Period {
	month := c.month(y, m, leap)
	if month.IsZero() {
		return month
	}
	day := month.Start.AddDays(d - 1)
	if d == 0 || d == 30 && m == 12 {
		day = month.End // 腊月三十 is new year's eve in a short month too
	}
	if month.End.Before(day) {
		return report.Period{}
	}
	return report.Period{Start: day, End: day}
}

// term returns the day of the n-th solar term of the Gregorian year y.
func (c *calendar) term(y, n int) report.Period {
	year, ok := c.years[y]
	if !ok {
		return report.Period{}
	}
	t := c.terms[n]
	day := report.NewDate(y, time.Month(t.Month), t.Day+year.terms[n])
	return report.Period{Start: day, End: day}
}

// lunarYearOf returns the lunar year that holds the day.
func (c *calendar) lunarYearOf(d report.Date) int {
	if y, ok := c.years[d.Year]; ok && d.Before(y.first) {
		return d.Year - 1
	}
	return d.Year
}

// plan returns the years of a five-year plan, by the number before 五: 十四五
// is the 14th. The first ones are in the table, later ones follow every five
// years from 1981.
func (c *calendar) plan(name string, n int) (first, last int) {
	if years, ok := c.plans[name]; ok {
		return years[0], years[1]
	}
	first = 1981 + 5*(n-6)
	return first, first + 4
}
