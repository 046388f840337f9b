package export

import (
	"fmt"
	"io"
	"time"

	ics "github.com/arran4/golang-ical"

	"taizhang/report"
)

// Calendar writes the deadlines of open promises as iCalendar (RFC 5545), each
// a day-long entry with a reminder a week before. stamp is the day on which
// the calendar is written.
func Calendar(out io.Writer, lines []report.Commitment, stamp report.Date) error {
	c := ics.NewCalendar()
	c.SetProductId("-//taizhang//ledger//ZH")
	for _, l := range lines {
		if l.Due.IsZero() || l.Light == report.LightClosed {
			continue
		}
		e := c.AddEvent(l.ID + "@taizhang")
		e.SetDtStampTime(stamp.Time())
		e.SetAllDayStartAt(l.Due.Time())
		e.SetAllDayEndAt(l.Due.Time().Add(24 * time.Hour))
		e.SetSummary(l.Text)
		e.SetDescription(fmt.Sprintf("%s %s：%s", l.Org, Chinese.Label(string(l.Status)), l.Sentence))
		a := e.AddAlarm()
		a.SetAction(ics.ActionDisplay)
		a.SetTrigger("-P7D")
		a.SetDescription(l.Text)
	}
	_, err := io.WriteString(out, c.Serialize())
	return err
}
