package series

import (
	"testing"

	"taizhang/report"
)

// told makes the facts of one sentence; a part names the number of its whole.
func told(facts ...report.Fact) report.Report {
	for i := range facts {
		facts[i].ID = string(rune('a' + i))
		facts[i].Sentence = "一句话。"
	}
	return report.Report{Facts: facts}
}

func count(n, subject, action, partOf string) report.Fact {
	return report.Fact{Kind: report.KindCount, Value: number(n, "个"), Subject: subject, Action: action, PartOf: partOf}
}

func percent(n, subject string) report.Fact {
	return report.Fact{Kind: report.KindRatio, Value: number(n, "%"), Subject: subject}
}

func TestPartsOfPartsMayBeMore(t *testing.T) {
	r := told(count("4", "项目", "新建", ""), count("21", "子项目", "", "a"))
	for i := range r.Facts {
		r.Facts[i].Sentence = "新建项目4个（含21个子项目）。"
	}
	r.Facts[0].Text, r.Facts[0].Place.Start = "4个", 12
	r.Facts[1].Text, r.Facts[1].Place.Start = "21个", 22
	if got := Check(r); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		r     report.Report
		want  string // "" where nothing is found
		holds bool
	}{
		{"parts add up", told(count("30", "项目", "", ""), count("18", "续建项目", "", "a"), count("12", "新建项目", "", "a"),
			count("9", "项目", "竣工", "")), "30=18+12", true},
		{"parts after the first", told(count("30", "项目", "", ""), count("18", "续建项目", "", "a"), count("12", "新建项目", "", "")), "30=18+12", true},
		{"parts are not all", told(count("30", "项目", "", ""), count("18", "续建项目", "", "a"), count("5", "新建项目", "", "a")), "", false},
		{"a part above its whole", told(count("30", "项目", "", ""), count("31", "续建项目", "", "a")), "30<31", false},
		{"other units", told(count("30", "项目", "", ""), percent("40", "续建项目")), "", false},
		{"a rate", told(count("41", "问题", "反馈", ""), count("40", "问题", "整改", ""), percent("98", "整改率")), "40/41≈98%", true},
		{"a rate cut off", told(count("41", "问题", "反馈", ""), count("40", "问题", "整改", ""), percent("97.5", "整改率")), "40/41≈97.5%", true},
		{"a wrong rate", told(count("41", "问题", "反馈", ""), count("40", "问题", "整改", ""), percent("95", "整改率")), "40/41=97.6%≠95%", false},
		{"a rate of something else", told(count("41", "问题", "反馈", ""), count("40", "问题", "整改", ""), percent("95", "满意率")), "", false},
	} {
		got := Check(c.r)
		switch {
		case c.want == "" && len(got) == 0:
		case len(got) == 1 && got[0].Text == c.want && got[0].Holds == c.holds:
		default:
			t.Errorf("%s: %+v, want %s", c.name, got, c.want)
		}
	}
}

func number(n, unit string) *report.Value {
	d, err := report.ParseDecimal(n)
	if err != nil {
		panic(err)
	}
	return &report.Value{Min: d, Max: d, Unit: unit, Bound: report.Exact}
}
