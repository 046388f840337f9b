package series

import (
	"testing"

	"taizhang/report"
)

func TestPoints(t *testing.T) {
	said := func(n string, m report.Modality, part report.Part) report.Fact {
		return report.Fact{Kind: report.KindCount, Subject: "公厕", Value: number(n, "座"), Modality: m, Part: part, Period: report.YearPeriod(2022)}
	}
	got := Points([]report.Report{
		breakReport("a", 2021, said("100", report.Target, report.Plan)),
		breakReport("b", 2022, said("120", report.Actual, report.Review)),
	}, "公厕")
	if len(got) != 2 || got[0].Modality != report.Actual || got[1].Modality != report.Target || got[0].Year != 2022 {
		t.Errorf("points %+v", got)
	}
}
