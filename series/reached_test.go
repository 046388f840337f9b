package series

import (
	"testing"

	"taizhang/report"
)

func TestReached(t *testing.T) {
	value := func(low, high int64, unit string) *Point {
		return &Point{Value: report.Value{Min: report.Whole(low), Max: report.Whole(high), Unit: unit}}
	}
	for _, c := range []struct {
		row  YearRow
		want string
	}{
		{YearRow{Unit: "个", Target: value(4000, 4000, "个"), Actual: value(4180, 4180, "个")}, "104.5"},
		{YearRow{Unit: "个", Target: value(3, 3, "个"), Actual: value(2, 2, "个")}, "66.7"},
		{YearRow{Unit: "个", Actual: value(2, 2, "个")}, "-"},
		{YearRow{Unit: "个", Target: value(2, 2, "个")}, "-"},
		{YearRow{Unit: "个", Target: value(2, 5, "个"), Actual: value(3, 3, "个")}, "-"},
		{YearRow{Unit: "个", Target: value(0, 0, "个"), Actual: value(3, 3, "个")}, "-"},
		{YearRow{Unit: "%", Target: value(90, 90, "%"), Actual: value(95, 95, "%")}, "-"},
	} {
		got := "-"
		if d := c.row.Reached(); d != nil {
			got = d.String()
		}
		if got != c.want {
			t.Errorf("%v of %v: %s, want %s", c.row.Actual, c.row.Target, got, c.want)
		}
	}
}
