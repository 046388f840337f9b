package index

import (
	"slices"
	"testing"

	"taizhang/report"
)

// acres reads 亩 and 公顷, and 五亿.
func acres(text string) (report.Value, bool) {
	known := map[string]struct {
		number, base string
		unit         string
	}{"30亩": {"30", "20000", "亩"}, "3公顷": {"3", "30000", "公顷"}, "五亿": {"500000000", "", ""}, "两公顷": {"2", "20000", "公顷"}, "2公顷": {"2", "20000", "公顷"}}
	k, ok := known[text]
	if !ok {
		return report.Value{}, false
	}
	v := amount(k.number, k.unit)
	if k.base != "" {
		b := amount(k.base, "平方米")
		v.Base = &report.BaseValue{Min: b.Min, Max: b.Max, Unit: "平方米", Family: "area"}
	}
	return *v, true
}

func TestValuesInTheirFamily(t *testing.T) {
	area := func(text, number, unit, base string) report.Fact {
		v := amount(number, unit)
		if base != "" {
			b := amount(base, "平方米")
			v.Base = &report.BaseValue{Min: b.Min, Max: b.Max, Unit: "平方米", Family: "area"}
		}
		return report.Fact{Kind: report.KindMeasure, Modality: report.Actual, Text: text, Sentence: "征地45亩、3公顷、2万平方米、29亩。", Value: v}
	}
	x, s := indexed(t, made{org: "县", year: 2023, text: "总结\n征地45亩、3公顷、2万平方米、29亩。\n", facts: []report.Fact{
		area("45亩", "45", "亩", "30000"), area("3公顷", "3", "公顷", "30000"), area("2万平方米", "20000", "平方米", ""), area("29亩", "29", "亩", "19333.3")}}.report(t))
	language := Language{Value: acres}
	for query, want := range map[string][]string{
		"值:>=30亩":      {"45亩", "3公顷", "2万平方米"},
		"值:>30亩":       {"45亩", "3公顷"},
		"值:3公顷":        {"45亩", "3公顷"},
		"值:30亩..3公顷":   nil, // two units
		"值:<两公顷":       {"29亩"},
		"值:<五亿 值:>100": {"2万平方米"},
	} {
		q, err := language.Parse(query)
		if err != nil {
			if want != nil {
				t.Errorf("%s: %v", query, err)
			}
			continue
		}
		found, _, err := x.Facts(t.Context(), q, Page{}, s)
		if got := wordsOf(found); err != nil || !sameSet(got, want) {
			t.Errorf("%s: got %q (%v), want %q", query, got, err, want)
		}
	}
	sorted, _, err := x.Facts(t.Context(), Query{}, Page{Sort: "-value"}, s)
	if got, want := wordsOf(sorted), []string{"45亩", "3公顷", "2万平方米", "29亩"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("by value: %q (%v), want %q", got, err, want)
	}
}

func TestSynonyms(t *testing.T) {
	language := Language{Synonyms: [][]string{{"固定资产投资", "固投"}, {"规模以上", "规上"}, {"地区生产总值", "GDP"}}}
	for _, c := range []struct{ query, want string }{
		{"固投", `("固投" OR "固定资产投资")`},
		{"gdp", `("gdp" OR "地区生产总值")`},
		{`"固投"`, `"固投"`},
		{"规上工业", `("规上工业" OR "规模以上工业")`},
		{"规上量", `"规上量"`},
		{"指标:固投", `indicator:"固投"`},
		{"-固投", `NOT ("固投" OR "固定资产投资")`},
		{"学位", `"学位"`},
	} {
		q, err := language.Parse(c.query)
		if err != nil || q.String() != c.want {
			t.Errorf("%s: got %s (%v), want %s", c.query, q, err, c.want)
		}
		if exact, err := language.Exact().Parse(c.query); err != nil || len(exact.Expansions()) > 0 {
			t.Errorf("%s: exactly, still %s (%v)", c.query, exact, err)
		}
	}
}

func TestSynonymsMarkWhatStandsThere(t *testing.T) {
	x, s := indexed(t, made{org: "县", year: 2023, text: "总结\n固定资产投资增长。固投任务完成。投资增长。\n"}.report(t))
	q, err := Language{Synonyms: [][]string{{"固定资产投资", "固投"}}}.Parse("固投")
	if err != nil {
		t.Fatal(err)
	}
	if e := q.Expansions(); len(e) != 1 || e[0].Word != "固投" || !slices.Equal(e[0].Also, []string{"固定资产投资"}) {
		t.Errorf("expansions %v", e)
	}
	found, _, err := x.Passages(t.Context(), q, Page{}, s)
	if err != nil {
		t.Fatal(err)
	}
	var marks []string
	for _, p := range found {
		for _, h := range p.Highlights {
			marks = append(marks, h.Of(p.Text))
		}
	}
	if !sameSet(marks, []string{"固定资产投资", "固投"}) {
		t.Errorf("marked %q", marks)
	}
}

func TestPinyin(t *testing.T) {
	x, s := indexed(t, made{org: "县", year: 2023, text: "总结\n固定资产投资增长。重庆项目开工。\n"}.report(t))
	for query, want := range map[string]string{
		"拼音:gudingzichan":        "固定资产",
		"拼音:gudingzichantouzi":   "固定资产投资",
		"拼音:gdzctz":              "固定资产投资",
		"拼音:chongqing":           "重庆",
		"拼音:zengzhang":           "增长",
		"pinyin:zichantouzi -重庆": "资产投资",
	} {
		q, err := x.Resolve(t.Context(), parsed(t, query))
		if err != nil {
			t.Fatal(err)
		}
		var marks []string
		found, _, err := x.Passages(t.Context(), q, Page{}, s)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			for _, h := range p.Highlights {
				marks = append(marks, h.Of(p.Text))
			}
		}
		if !slices.Contains(marks, want) {
			t.Errorf("%s: asked %s, marked %q, want %q", query, q, marks, want)
		}
	}
	if found := find(t, x, s, "gudingzichan"); len(found) > 0 {
		t.Errorf("without being asked, pinyin finds %d passages", len(found))
	}
}

func TestTraditionalCharacters(t *testing.T) {
	x, s := indexed(t, made{org: "县", year: 2023, text: "總結\n國有資產增長。国有企业改革。\n"}.report(t))
	for query, want := range map[string][]string{
		"国有": {"國有", "国有"}, "國有": {"國有", "国有"}, "资产增": {"資產增"}, "国有企业": {"国有企业"},
	} {
		var marks []string
		for _, p := range find(t, x, s, query) {
			for _, h := range p.Highlights {
				marks = append(marks, h.Of(p.Text))
			}
		}
		if !sameSet(marks, want) {
			t.Errorf("%s: marked %q, want %q", query, marks, want)
		}
	}
}
