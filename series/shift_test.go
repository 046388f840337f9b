package series

import (
	"fmt"
	"strings"
	"testing"

	"taizhang/report"
)

// statedIn returns a report of a year that states values: subject, action, number,
// unit and modality, in fields parted by blanks.
func statedIn(year int, lines ...string) *report.Report {
	r := &report.Report{ID: fmt.Sprint(year), Outline: report.Outline{Reviewed: year}}
	for i, line := range lines {
		f := strings.Fields(line)
		n, err := report.ParseDecimal(f[2])
		if err != nil {
			panic(err)
		}
		kind := report.KindCount
		if f[3] == "%" {
			kind = report.KindRatio
		}
		r.Facts = append(r.Facts, report.Fact{ID: fmt.Sprint(year, "-", i), Kind: kind, Subject: f[0], Action: f[1],
			Value: &report.Value{Min: n, Max: n, Unit: f[3], Bound: report.Exact}, Modality: report.Modality(f[4]),
			Period: report.YearPeriod(year)})
	}
	return r
}

func TestBetween(t *testing.T) {
	before := statedIn(2022, "学校 新建 4 所 actual", "学校 改造 9 所 actual", "桥梁 新建 3 座 actual", "入学率 达到 97 % actual",
		"井 打 5 口 actual", "厂房 建成 2 座 actual")
	after := statedIn(2023, "学校 改造 12 所 actual", "学校 新建 4 所 actual", "入学率 达到 98.5 % actual", "桥梁 新建 3 座 target",
		"井 钻 6 口 actual", "厂房 建成 2 家 actual")
	var got []string
	for _, s := range Between(before, after) {
		line := string(s.Kind) + " " + s.What
		if s.By != nil {
			line += " " + s.By.String() + s.Unit
		}
		if s.Percent != nil {
			line += " " + s.Percent.String() + "%"
		}
		got = append(got, line)
	}
	want := []string{"changed 学校 3所 33.3%", "same 学校", "changed 入学率 1.5%", "appeared 桥梁", "changed 井 1口 20%",
		"appeared 厂房", "gone 桥梁", "gone 厂房"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if same := Between(before, before); len(same) != len(before.Facts) || same[0].Kind != Unchanged {
		t.Errorf("a report differs from itself: %+v", same)
	}
}
