package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	ics "github.com/arran4/golang-ical"

	"taizhang/report"
)

// reminderDays is how many days ahead a calendar reminds by default.
const reminderDays = 7

// CalendarForm says what a calendar of deadlines is like.
type CalendarForm struct {
	Stamp    report.Date // the day on which it is written
	Reminder []int       // days ahead of the due day; nil: a week
	Lang     Lang        // zero: Chinese
}

// Calendar writes the deadlines of open promises as iCalendar (RFC 5545), each
// a day-long entry with a reminder a week before. stamp is the day on which
// the calendar is written.
func Calendar(out io.Writer, lines []report.Commitment, stamp report.Date) error {
	return CalendarForm{Stamp: stamp}.Write(out, lines)
}

// Write writes the deadlines of open promises as iCalendar, each a day-long
// entry that takes no time of the day's, with its reminders. The id of an entry
// is that of the promise: a calendar that is read again is brought up to date.
func (f CalendarForm) Write(out io.Writer, lines []report.Commitment) error {
	if f.Lang == "" {
		f.Lang = Chinese
	}
	c := ics.NewCalendar()
	c.SetProductId("-//taizhang//ledger//ZH")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(f.Lang.Label("ledger"))
	for _, l := range lines {
		if !l.Due.IsZero() && l.Light != report.LightClosed {
			f.entry(c, l)
		}
	}
	if _, err := io.WriteString(out, c.Serialize(ics.WithNewLineWindows)); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

func (f CalendarForm) entry(c *ics.Calendar, l report.Commitment) {
	e := c.AddEvent(l.ID + "@taizhang")
	e.SetDtStampTime(f.Stamp.Time())
	e.SetAllDayStartAt(l.Due.Time())
	e.SetAllDayEndAt(l.Due.AddDays(1).Time())
	e.SetSummary(l.Text)
	e.SetTimeTransparency(ics.TransparencyTransparent)
	e.SetDescription(f.describe(l))
	e.AddProperty(ics.ComponentPropertyCategories, f.Lang.Label(string(l.Status)))
	days := f.Reminder
	if days == nil {
		days = []int{reminderDays}
	}
	for _, n := range slices.Compact(slices.Sorted(slices.Values(days))) {
		a := e.AddAlarm()
		a.SetAction(ics.ActionDisplay)
		a.SetTrigger(fmt.Sprintf("-P%dD", n))
		a.SetDescription(l.Text)
	}
}

// describe writes what a person wants to know of the promise.
func (f CalendarForm) describe(l report.Commitment) string {
	parts := []string{l.Org, f.Lang.Label("Status") + "：" + f.Lang.Label(string(l.Status))}
	if l.Owner != "" {
		parts = append(parts, f.Lang.Label("Owner")+"："+l.Owner)
	}
	return strings.Join(append(parts, l.Sentence), "\n")
}
