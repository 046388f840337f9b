package generate

import (
	"fmt"
	"strconv"
	"time"
)

// due is a day by which something is promised, in the words of the plan.
type due struct {
	words string
	month int // its last day is the day
}

// drawDue draws a day of the year. Words that name no month say when.
func (w *writer) drawDue() due {
	f := fields(w.pick(w.kind.lists["due"]))
	if f[1] == "m" {
		m := w.between(3, 11)
		return due{fill(f[0], slots{"m": strconv.Itoa(m)}, w.dice, w.kind.lists), m}
	}
	return due{f[0], month(f[1])}
}

// readDue reads 说法|月.
func readDue(line string) due {
	f := fields(line)
	return due{f[0], month(f[1])}
}

func month(s string) int {
	m, err := strconv.Atoi(s)
	if err != nil {
		return 12
	}
	return m
}

// on writes the day as 2016-06-30.
func (d due) on(year int) string {
	month := d.month
	if month == 0 {
		month = 12
	}
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	return fmt.Sprintf("%d-%02d-%02d", year, month, last.Day())
}
