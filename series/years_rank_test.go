package series

import (
	"testing"

	"taizhang/report"
)

// TestYearsOfRanks: a place in a ranking is no level of the indicator.
func TestYearsOfRanks(t *testing.T) {
	at := func(kind report.Kind, n int64, unit string) Point {
		return Point{Org: "某县", Year: 2023, Told: 2023, Kind: kind, Modality: report.Actual,
			Value: report.Value{Min: report.Whole(n), Max: report.Whole(n), Unit: unit}}
	}
	if rows := Years([]Point{at(report.KindRank, 6, "")}, nil); len(rows) != 0 {
		t.Errorf("a rank alone gives %+v, want nothing", rows)
	}
	rows := Years([]Point{at(report.KindRank, 6, ""), at(report.KindAmount, 500, "元")}, nil)
	if len(rows) != 1 || rows[0].Unit != "元" || rows[0].Actual.Kind != report.KindAmount {
		t.Errorf("%+v, want the amount", rows)
	}
}
