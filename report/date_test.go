package report

import (
	"encoding/json"
	"testing"
	"time"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		p    Period
		want string
	}{
		{YearPeriod(2023), "2023-01-01/2023-12-31"},
		{YearsPeriod(2021, 2025), "2021-01-01/2025-12-31"},
		{MonthsPeriod(2024, time.January, time.February), "2024-01-01/2024-02-29"},
		{MonthsPeriod(2023, time.January, time.December), "2023-01-01/2023-12-31"},
		{Period{}, ""},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
		var back Period
		if err := back.UnmarshalText([]byte(c.want)); err != nil || back != c.p {
			t.Errorf("%s read back as %v, %v", c.want, back, err)
		}
	}
}

func TestFactLeavesOutWhatDoesNotApply(t *testing.T) {
	got, err := json.Marshal(Fact{Kind: KindDeadline, Due: NewDate(2024, time.June, 30)})
	want := `{"id":"","report":"","kind":"deadline","modality":"","due":"2024-06-30","text":"","sentence":"",` +
		`"place":{"start":0,"end":0,"source_start":0,"source_end":0},"rule":"","ruleset":"","quality":""}`
	if err != nil || string(got) != want {
		t.Errorf("got  %s\nwant %s\n%v", got, want, err)
	}
}

func TestBadDates(t *testing.T) {
	for _, s := range []string{"2024-13-01", "2024", "yesterday"} {
		if _, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) has no error", s)
		}
	}
	var p Period
	if err := p.UnmarshalText([]byte("2024-01-01")); err == nil {
		t.Error("a period of one date has no error")
	}
}
