package recognise

import (
	"os"
	"strings"
	"testing"

	"taizhang/report"
)

// TestFestivals compares the calendar with days that other sources give.
func TestFestivals(t *testing.T) {
	ts := newTestTimes(t)
	data, err := os.ReadFile("testdata/festivals.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if fields[0] == "#" {
			continue
		}
		for i := 1; i+1 < len(fields); i += 2 {
			text := fields[0] + "年" + fields[i]
			want := fields[0] + "-" + fields[i+1]
			found := timesIn(ts, text, report.Anchor{})
			if len(found) != 1 || found[0].Period.Start.String() != want {
				t.Errorf("%s: found %s, want %s", text, showTimes(text, found), want)
			}
		}
	}
}

// TestLunarMonths: each lunar year ends where the next begins.
func TestLunarMonths(t *testing.T) {
	c := newTestTimes(t).calendar
	for y := 1949; y < 2100; y++ {
		end := c.month(y, 12, false).End
		if c.years[y].leap == 12 {
			end = c.month(y, 12, true).End
		}
		if next := c.years[y+1].first; end.AddDays(1) != next {
			t.Errorf("lunar year %d ends on %s, the next begins on %s", y, end, next)
		}
	}
}

// TestPlans: the five-year plans, the early ones of other lengths.
func TestPlans(t *testing.T) {
	ts := newTestTimes(t)
	for text, want := range map[string]string{
		"“一五”时期":  "1953-01-01/1957-12-31",
		"“三五”时期":  "1966-01-01/1970-12-31",
		"“六五”时期":  "1981-01-01/1985-12-31",
		"“九五”时期":  "1996-01-01/2000-12-31",
		"“十五”时期":  "2001-01-01/2005-12-31",
		"“十二五”时期": "2011-01-01/2015-12-31",
		"“十四五”时期": "2021-01-01/2025-12-31",
		"“十六五”时期": "2031-01-01/2035-12-31",
	} {
		found := timesIn(ts, text, report.Anchor{})
		if len(found) != 1 || found[0].Period.String() != want {
			t.Errorf("%s: found %s, want %s", text, showTimes(text, found), want)
		}
	}
}
