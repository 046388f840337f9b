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
		made{org: "戊", year: 2022, text: "戊总结\n" + filler + "推进养老服务体系建设。\n"}.report(t),
		made{org: "己", text: "己总结\n" + filler + "推进养老服务体系建设。\n"}.report(t),
		made{org: "庚", year: 2019, text: "庚养老服务总结\n" + filler}.report(t))
	for _, c := range []struct {
		query, sort string
		want        []string
	}{
		// title and heading, then words of the body, newer before older where
		// they are equal, those without a year last, then parts of words
		{"养老服务", "", []string{"丙", "庚", "戊", "丁", "己", "乙"}},
		{"养老", "relevance", []string{"丙", "庚", "戊", "丁", "己", "乙"}},
		{"养老服务", "year", []string{"庚", "丁", "乙", "丙", "戊", "己"}},
		{"养老服务", "-year", []string{"丙", "戊", "乙", "丁", "庚", "己"}},
		{"年份:>2021 -其他工作 -总结", "", []string{"甲", "丙", "戊"}},
	} {
		q := parsed(t, c.query)
		all, _, err := x.Passages(t.Context(), q, Page{Sort: c.sort}, s)
		if err != nil {
			t.Fatal(err)
		}
		if got := orgsOf(all); !sameOrder(c.want, got) {
			t.Errorf("%s by %q: got %v, want %v", c.query, c.sort, got, c.want)
		}
		for at := range c.want {
			page, _, err := x.Passages(t.Context(), q, Page{Offset: at, Limit: 2, Sort: c.sort}, s)
			if got, want := orgsOf(page), orgsOf(all)[at:min(at+2, len(all))]; err != nil || !slices.Equal(got, want) {
				t.Errorf("%s by %q from %d: got %v, want %v (%v)", c.query, c.sort, at, got, want, err)
			}
		}
	}
}

func orgsOf(all []Passage) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.Report.Org)
	}
	return out
}

// sameOrder compares, but for those of the same year, whose order is by their id.
func sameOrder(want, got []string) bool {
	alike := map[string]string{"戊": "丙"}
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		a, b := want[i], got[i]
		if a != b && alike[a] != b && alike[b] != a {
			return false
		}
	}
	return true
}

// TestFactsByRelevance puts facts about what is asked for before those in whose
// sentence the words just stand, newer ones first.
func TestFactsByRelevance(t *testing.T) {
	x, s := indexed(t, offices(t)...)
	found, total := facts(t, x, s, "固定资产投资", Page{Sort: "relevance", Limit: 4})
	want := []string{"7.8亿元", "5%", "6.8亿元", "5%"}
	if got := wordsOf(found); !slices.Equal(got, want) || total != (Total{6, true}) {
		t.Errorf("got %q, total %+v, want %q of 6", got, total, want)
	}
	if _, _, err := x.Facts(t.Context(), Query{}, Page{Sort: "beauty"}, s); err == nil {
		t.Error("sorted by beauty")
	}
}

func TestPassagesByValueAndDue(t *testing.T) {
	x, s := indexed(t, offices(t)...)
	for _, c := range []struct {
		query, sort string
		want        []string
	}{
		{"类型:金额", "-value", []string{"完成固定资产投资7.8亿元，增长5%。", "完成固定资产投资6.8亿元，增长5%。", "完成固定资产投资5.8亿元，增长5%。"}},
		{"完成固定", "value", []string{"完成固定资产投资5.8亿元，增长5%。", "完成固定资产投资6.8亿元，增长5%。", "完成固定资产投资7.8亿元，增长5%。"}},
		{"年份:2022 状态:计划", "due", []string{"计划完成征拆2万平方米。"}},
	} {
		found, _, err := x.Passages(t.Context(), parsed(t, c.query), Page{Sort: c.sort}, s)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range found {
			got = append(got, p.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s by %s: got %q, want %q", c.query, c.sort, got, c.want)
		}
	}
}
