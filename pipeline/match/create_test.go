package match

import (
	"testing"

	"taizhang/report"
)

// createdOf returns how many facts of the kind the built-in rules make of a text.
func createdOf(t *testing.T, text string, part report.Part, kind report.Kind) int {
	t.Helper()
	d, attrs := toyChain(text, part)
	n := 0
	for _, f := range builtIn(t).Facts(d, attrs) {
		if f.Kind == kind {
			n++
		}
	}
	return n
}

func TestLeadsAreHeadings(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"四是统筹老城和新区，推进城市环境治理。新建步道。", 0},
		{"四是推进城市环境治理。新建步道。", 0},
		{"四是统筹老城和新区，推进城市环境治理。五是扩建图书馆。", 2}, // the point is over
		{"四是修订机关档案查阅借阅管理办法，推行工程变更线上会签制度。新建步道。", 2},
	} {
		if n := createdOf(t, c.text, report.Plan, report.KindTask); n != c.want {
			t.Errorf("%s: %d tasks, want %d", c.text, n, c.want)
		}
	}
}

func TestAwardsCountedAndPushed(t *testing.T) {
	for _, c := range []struct {
		text string
		part report.Part
		want int
	}{
		{"县体校夺得全省青少年锦标赛金牌。", report.Review, 1},
		{"县体校夺得全省青少年锦标赛金牌12所。", report.Review, 0},
		{"启动省级卫生县城创建。", report.Plan, 1},
		{"启动省级卫生县城创建。", report.Review, 0},
	} {
		if n := createdOf(t, c.text, c.part, report.KindAward); n != c.want {
			t.Errorf("%s: %d awards, want %d", c.text, n, c.want)
		}
	}
}

func TestWinners(t *testing.T) {
	m := builtIn(t)
	for clause, want := range map[string]string{
		"松溪经开区新建标准厂房": "松溪经开区",
		"县人民医院迁建完成":   "县人民医院",
		"推进园区提质扩容":    "",
		"乡镇卫生院全部达标":   "",
		"园区内企业达到12家":  "",
		"大塘镇建成冷库":     "大塘镇",
		"全年新增就业":      "",
	} {
		if got := m.winnerIn(clause); got != want {
			t.Errorf("%s: %q, want %q", clause, got, want)
		}
	}
}
