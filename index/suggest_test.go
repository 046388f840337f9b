package index

import (
	"slices"
	"testing"
)

func TestSuggest(t *testing.T) {
	x, _ := indexed(t, append(offices(t), made{org: "固镇县", year: 2023, text: "总结\n#（一）固废处理\n好。\n"}.report(t))...)
	for _, c := range []struct {
		typed string
		n     int
		want  []Suggestion
	}{
		{"固", 5, []Suggestion{{"固定资产投资", NameIndicator, 6}, {"固废处理", NameHeading, 1}, {"固镇县", NameOrg, 1}}},
		{"固定资", 5, []Suggestion{{"固定资产投资", NameIndicator, 6}}},
		{"资产", 5, []Suggestion{{"固定资产投资", NameIndicator, 6}}},
		{"固", 1, []Suggestion{{"固定资产投资", NameIndicator, 6}}},
		{"县教", 5, []Suggestion{{"县教育局", NameOrg, 3}}},
		{"", 5, nil},
		{"没有的", 5, nil},
	} {
		if got := x.Suggest(c.typed, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.typed, got, c.want)
		}
	}
}

func TestCorrect(t *testing.T) {
	x, _ := indexed(t, offices(t)...)
	for query, want := range map[string][]string{
		"固定资场投资":  {"固定资产投资"}, // another character
		"固定自产投资":  {"固定资产投资"}, // the same sound
		"固定资产头姿":  {"固定资产投资"}, // the same sound, twice
		"固定产资投资":  {"固定资产投资"}, // swapped
		"固定资产投资":  nil,        // stands there
		"学位":      nil,
		"完全没有的东西": nil,
	} {
		got, err := x.Correct(t.Context(), parsed(t, query))
		if err != nil {
			t.Fatal(err)
		}
		var near []string
		for _, c := range got {
			near = append(near, c.Near...)
		}
		if !slices.Equal(near, want) {
			t.Errorf("%s: %q, want %q", query, near, want)
		}
	}
}

func TestUnnumbered(t *testing.T) {
	for heading, want := range map[string]string{
		"一、项目建设": "项目建设", "(一)强化领导。": "强化领导", "1.抓投资": "抓投资", "第三章 保障措施": "保障措施",
		"三重一大": "三重一大", "工作回顾": "工作回顾", "一是抓投资": "一是抓投资", "十四五规划": "十四五规划",
	} {
		if got := unnumbered(heading); got != want {
			t.Errorf("%s: %s, want %s", heading, got, want)
		}
	}
}
