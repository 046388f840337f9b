package report

import (
	"fmt"
	"strings"
	"time"
)

// Period is a closed interval of days; both ends belong to it. The zero
// Period means "not known". It is printed as START/END (ISO 8601).
type Period struct {
	Start, End Date
}

// YearPeriod returns 1 January to 31 December of the year.
func YearPeriod(year int) Period { return YearsPeriod(year, year) }

// YearsPeriod returns 1 January of first to 31 December of last.
func YearsPeriod(first, last int) Period {
	return Period{NewDate(first, time.January, 1), NewDate(last, time.December, 31)}
}

// MonthsPeriod returns the first day of month first to the last of month last.
func MonthsPeriod(year int, first, last time.Month) Period {
	return Period{NewDate(year, first, 1), NewDate(year, last+1, 0)}
}

// IsZero tells whether the period is not known.
func (p Period) IsZero() bool { return p == Period{} }

// Contains tells whether q lies wholly inside p.
func (p Period) Contains(q Period) bool {
	return !q.Start.Before(p.Start) && !p.End.Before(q.End)
}

// String returns START/END, or "" for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.Start.String() + "/" + p.End.String()
}

// MarshalText implements encoding.TextMarshaler.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Period) UnmarshalText(b []byte) error {
	*p = Period{}
	if len(b) == 0 {
		return nil
	}
	from, to, ok := strings.Cut(string(b), "/")
	if !ok {
		return fmt.Errorf("period %q: want START/END", b)
	}
	var err error
	if p.Start, err = ParseDate(from); err != nil {
		return err
	}
	p.End, err = ParseDate(to)
	return err
}
