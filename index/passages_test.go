package index

import (
	"os"
	"path/filepath"
	"testing"
)

// cacheDir is where the dictionaries are unpacked for tests.
func cacheDir() string { return filepath.Join(os.TempDir(), "taizhang-test") }

func find(t *testing.T, x *Index, s Store, query string) []Passage {
	t.Helper()
	q, err := Parse(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	found, _, err := x.Passages(t.Context(), q, Page{}, s)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return found
}

func TestPassages(t *testing.T) {
	x, s := indexed(t,
		made{org: "区重建中心", year: 2022, text: "区重建中心2022年工作总结\n#一、固定资产投资\n全年完成固定资产投资6.8亿元。整改率达97%。\n"}.report(t),
		made{org: "县教育局", year: 2023, text: "县教育局2023年工作总结\n新增学位3000个。固定资产投资项目ＧＤＰ与BIM+技术。\n"}.report(t))
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"整改率", []string{"整改率达97%。"}},
		{"资产投", []string{"一、固定资产投资", "固定资产投资项目ＧＤＰ与BIM+技术。", "全年完成固定资产投资6.8亿元。"}},
		{"gdp与bim+", []string{"固定资产投资项目ＧＤＰ与BIM+技术。"}},
		{"固定资产投资", []string{"一、固定资产投资", "固定资产投资项目ＧＤＰ与BIM+技术。", "全年完成固定资产投资6.8亿元。"}},
		{"固定资产投资 年份:2022", []string{"一、固定资产投资", "全年完成固定资产投资6.8亿元。"}},
		{"固定资产投资 -单位:重建 ", []string{"固定资产投资项目ＧＤＰ与BIM+技术。"}},
		{"“亿元。整改”", []string{"全年完成固定资产投资6.8亿元。整改率达97%。"}},
		{"章节:固定资产 97%", []string{"整改率达97%。"}},
		{"位", []string{"新增学位3000个。"}},
		{"学位新增", nil},
		{"学位 OR 整改率", []string{"整改率达97%。", "新增学位3000个。"}},
	} {
		var got []string
		for _, p := range find(t, x, s, c.query) {
			got = append(got, p.Text)
		}
		if !sameSet(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.query, got, c.want)
		}
	}
}

func sameSet(a, b []string) bool {
	seen := map[string]int{}
	for _, s := range a {
		seen[s]++
	}
	for _, s := range b {
		seen[s]--
	}
	for _, n := range seen {
		if n != 0 {
			return false
		}
	}
	return true
}
