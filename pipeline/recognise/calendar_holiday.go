package recognise

import (
	"fmt"
	"slices"

	"taizhang/report"
)

// holiday is a day of the year with a name.
type holiday struct {
	kind       holidayKind
	month, day int // of a solar or lunar day; day 0 is the last of the month
	term       int // index of the solar term
	days       int // how long the days off are that start with it, at least 1
	alone      alone
}

// alone says where the name of a holiday stands for it with nothing behind it.
type alone int

const (
	aloneAlways alone = iota
	aloneDated        // only where a day of speaking is given: 新春, 端午
	aloneNever        // a number or a name else: 五一, 十一
)

type holidayKind int

const (
	solarHoliday holidayKind = iota
	lunarHoliday
	termHoliday
)

func newHolidays(rows []holidayRow, c *calendar) (wordTable[holiday], error) {
	table := newWordTable[holiday](nil)
	for _, row := range rows {
		h, err := newHoliday(row, c)
		if err != nil {
			return table, fmt.Errorf("calendar.yaml: holiday %v: %w", row.Names, err)
		}
		for _, name := range row.Names {
			table.add(name, h)
		}
	}
	return table, nil
}

func newHoliday(row holidayRow, c *calendar) (holiday, error) {
	h := holiday{days: max(row.Days, 1)}
	switch row.Alone {
	case "":
	case "dated":
		h.alone = aloneDated
	case "never":
		h.alone = aloneNever
	default:
		return h, fmt.Errorf("alone: %q: want dated or never", row.Alone)
	}
	written := row.Day
	switch {
	case row.Term != "":
		h.kind = termHoliday
		h.term = slices.IndexFunc(c.terms, func(t solarTerm) bool { return t.Name == row.Term })
		if h.term < 0 {
			return h, fmt.Errorf("term %q: no such solar term", row.Term)
		}
		return h, nil
	case row.Lunar != "":
		h.kind, written = lunarHoliday, row.Lunar
	}
	md, err := monthDay(written)
	h.month, h.day = md[0], md[1]
	return h, err
}

// in returns the day of the holiday in the year, as a period of one day; of a
// lunar holiday that of the lunar year.
func (h holiday) in(year int, c *calendar) report.Period {
	switch h.kind {
	case lunarHoliday:
		return c.day(year, h.month, h.day, false)
	case termHoliday:
		return c.term(year, h.term)
	}
	return dayPeriod(year, h.month, h.day)
}
