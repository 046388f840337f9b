package track

import (
	"fmt"
	"testing"

	"taizhang/report"
)

// many are sentences of no matter, among which that of a test is rare.
func many() []string {
	var out []string
	for i := range 40 {
		out = append(out, fmt.Sprintf("第%d项日常事务照常办理。", i+1))
	}
	return out
}

// TestLikeness holds which two names may be of one work.
func TestLikeness(t *testing.T) {
	w := testWords
	w.Owners, w.Sizes, w.Yearly = []string{"集团"}, []string{"万吨", "万千瓦"}, []string{"年产"}
	w.Modes, w.Newness = []string{"改造", "扩建"}, []string{"新"}
	v := newVocabulary(w)
	var o office
	o.year(2022, many(), nil)
	l := &ledger{a: newAnswers(o, v), v: v, holding: map[string]int{}}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"汇丰集团年产20万吨甘蔗糖项目", "汇丰甘蔗糖一期", true},
		{"石桥2×30万千瓦水电站", "石桥水电站扩建", true},
		{"省道512线岭南至河口段", "512线", true},
		{"岭南汽车总站", "新岭南汽车站", true},
		{"城东污水厂", "城东供水厂", false},
		{"松溪路改造", "松溪公园改造", false},
		{"汇丰甘蔗糖二期", "汇丰甘蔗糖一期", false},
		{"岭南汽车总站", "岭南", false},
		{"白沙小学", "黄沙小学", false},
	} {
		if got := l.likeness(c.a, c.b) > 0; got != c.same {
			t.Errorf("%s, %s: alike %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

// TestOtherWords holds which number that answers nothing is taken for the answer
// to a promise, and that a few things may be named instead of counted.
func TestOtherWords(t *testing.T) {
	w := testWords
	w.Synonyms = [][]string{{"新增", "增加"}, {"引进", "落户", "入驻"}}
	for _, c := range []struct {
		plan, made   string
		number       *report.Value
		review, told string
		reached      *report.Value
		want         report.Status
	}{
		{"新增绿地50公顷。", "绿地|新增|50公顷", value("50", "公顷", report.Exact),
			"增加绿化面积52公顷。", "绿化面积|增加|52公顷", value("52", "公顷", report.Exact), report.Exceeded},
		{"新增绿地50公顷。", "绿地|新增|50公顷", value("50", "公顷", report.Exact),
			"增加供热面积52公顷。", "供热面积|增加|52公顷", value("52", "公顷", report.Exact), report.Unreported},
		{"新增绿地50公顷。", "绿地|新增|50公顷", value("50", "公顷", report.Exact),
			"增加绿化面积152公顷。", "绿化面积|增加|152公顷", value("152", "公顷", report.Exact), report.Unreported},
		{"引进商业银行2家。", "商业银行|引进|2家", value("2", "家", report.Exact), "云溪银行、禾苗银行相继入驻。", "", nil, report.Done},
		{"引进商业银行2家。", "商业银行|引进|2家", value("2", "家", report.Exact), "云溪银行落户。", "", nil, report.Partial},
		{"引进商业银行2家。", "商业银行|引进|2家", value("2", "家", report.Exact), "银行业务平稳。", "", nil, report.Unreported},
	} {
		var o office
		o.year(2021, nil, []string{c.plan}, factOf(c.plan, c.made, c.number, report.Plan))
		var told []report.Fact
		if c.reached != nil {
			told = append(told, factOf(c.review, c.told, c.reached, report.Review))
		}
		o.year(2022, append(many(), c.review), nil, told...)
		if got := Ledger(o, w, Options{})[0]; got.Status != c.want {
			t.Errorf("%s / %s: %s, want %s: %+v", c.plan, c.review, got.Status, c.want, got.Answers)
		}
	}
}
