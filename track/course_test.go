package track

import (
	"testing"

	"taizhang/report"
)

// TestCourse holds promises without a number that growths of the review answer.
func TestCourse(t *testing.T) {
	words := testWords
	words.Joints, words.Growths = []string{"与", "和"}, []string{"增长", "增速"}
	words.Indicators = [][]string{{"生产总值", "经济增长"}}
	words.Courses = Courses{Rising: []string{"稳定增长", "由负转正"}, InStep: []string{"同步"}, Faster: []string{"高于"}, Beside: []string{"经济增长", "经济增速"},
		Objects: []string{"收入", "外贸出口"}, Kinds: []string{"城镇", "农村"}, Names: [][]string{{"居民收入", "居民人均可支配收入"}}}
	review := "全年生产总值增长6%，城镇居民人均可支配收入增长7%，农村居民人均可支配收入增长5%，外贸出口下降2%。"
	grown := func(subject, text, percent string) report.Fact {
		f := actual(review, subject, value(percent, "%", report.Exact), 2022)
		f.Comparison, f.Text = report.YearOnYear, text
		return f
	}
	told := []report.Fact{grown("生产总值", "6%", "6"), grown("城镇居民人均可支配收入", "7%", "7"), grown("农村居民人均可支配收入", "5%", "5"), grown("外贸出口", "2%", "-2")}
	for _, c := range []struct {
		plan string
		want report.Status
	}{
		{"城镇居民收入增长与经济增长同步。", report.Done},
		{"农村居民收入增长与经济增长同步。", report.Missed},
		{"城乡居民收入增长与经济增长同步。", report.Partial},
		{"城镇居民收入增速高于经济增速。", report.Done},
		{"居民收入稳定增长。", report.Done},
		{"外贸出口由负转正。", report.Missed},
		{"税费收入稳定增长。", report.Unreported},
	} {
		var o office
		o.year(2021, nil, []string{c.plan})
		o.year(2022, []string{"全年各项会议按时召开。", review}, nil, told...)
		lines := Ledger(o, words, Options{})
		if len(lines) != 1 || lines[0].Status != c.want {
			t.Errorf("%s: %+v, want one line, %s", c.plan, lines, c.want)
		}
	}
}
