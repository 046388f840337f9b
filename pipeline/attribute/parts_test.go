package attribute

import (
	"strings"
	"testing"

	"taizhang/report"
)

// TestParts checks which values are part of which, as part<whole.
func TestParts(t *testing.T) {
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"全年发放补助50万元，其中助学金30万元、奖学金8万元。":         "30万元<50万元 8万元<50万元",
		"接待游客20万人次，实现旅游收入3亿元，其中门票收入0.4亿元。":     "0.4亿元<3亿元",
		"检查工地40处，其中房建工地25处，市政工地15处，整改隐患60处。":   "25处<40处 15处<40处",
		"检查工地40处，其中房建工地25处，整改隐患60处。":           "25处<40处",
		"现有学校12所（小学8所、初中4所），教师900人。":           "8所<12所 4所<12所",
		"全区学校12所（含民办学校3所），教师900人。":             "3所<12所",
		"新开工项目20个，包括工业项目9个、农业项目6个。":            "9个<20个 6个<20个",
		"财政收入6亿元、增长4%，其中税收占七成。":                "七成<6亿元",
		"工业投资增长6%，其中技改投资增长9%。":                 "9%<6%",
		"签约项目12个，总投资80亿元，其中农业项目占三成以上。":         "三成以上<12个",
		"新建项目9个（2020年的3倍），竣工5个。":               "",
		"培训干部300人（为上年的2倍）。":                    "",
		"受理信访件80件，办结76件。":                      "",
		"全年发放补助50万元。其中助学金30万元。":                "30万元<50万元",
		"培训人数和费用分别增长6%、9%，其中接待外地学员300人、增长12%。": "12%<9%",
		"全市产量50万辆，其中电动车产量12万辆、居全省第3。":          "12万辆<50万辆",
		"设立基金8亿元，其中市级基金2亿元，投向项目40个。":           "2亿元<8亿元",
		"引进企业8家（其中外资企业2家、上市公司1家），新增就业500人。":    "2家<8家 1家<8家",
	} {
		d := document(t, words, report.Review)
		all := s.attributor.Document(d)
		text := func(a report.Attribution) string {
			return d.Sentences[a.Sentence].Mentions[a.Mention].Span.Of(d.Text.Body)
		}
		var got []string
		for _, a := range all {
			if a.PartOf > 0 {
				got = append(got, text(a)+"<"+text(all[a.PartOf-1]))
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", words, g, want)
		}
	}
}
