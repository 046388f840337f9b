package index

import (
	"slices"
	"testing"
)

func TestRanking(t *testing.T) {
	filler := "其他工作按计划推进，各项任务有序开展。\n"
	x, s := indexed(t,
		made{org: "甲", year: 2023, text: "甲总结\n" + filler + "工作人民生活改善。\n"}.report(t), // 人民 as a word
		made{org: "乙", year: 2021, text: "乙总结\n" + filler + "老有所养老服务设施。\n"}.report(t),
		made{org: "丙", year: 2022, text: "丙总结\n#一、养老服务\n" + filler}.report(t),
		made{org: "丁", year: 2020, text: "丁总结\n" + filler + "推进养老服务体系建设。\n"}.report(t),
		made{org: "戊", year: 2022, text: "戊总结\n" + filler + "推进养老服务体系建设。\n"}.report(t))
	for _, c := range []struct {
		query string
		want  []string
	}{
		// heading, then words, newer before older where they are equal
		{"养老服务", []string{"丙", "戊", "丁", "乙"}},
		// words before fragments
		{"养老", []string{"丙", "戊", "丁", "乙"}},
	} {
		var got []string
		for _, p := range find(t, x, s, c.query) {
			got = append(got, p.Report.Org)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.query, got, c.want)
		}
	}
}
