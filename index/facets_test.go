package index

import (
	"math/rand/v2"
	"testing"

	"taizhang/report"
)

// TestFacetsAreWhatTheirConditionsFind adds the condition of every value of
// every facet to random queries, and finds just as much as was counted.
func TestFacetsAreWhatTheirConditionsFind(t *testing.T) {
	x, s := indexed(t, offices(t)...)
	r := rand.New(rand.NewPCG(21, 22))
	for range 60 {
		query := randomQuery(r, 2)
		q := parsed(t, query)
		inFacts, err := x.FactFacets(t.Context(), q, 0)
		if err != nil {
			t.Fatal(err)
		}
		inPassages, err := x.PassageFacets(t.Context(), q, 0)
		if err != nil {
			t.Fatal(err)
		}
		countFacts := func(q Query) int {
			found, _, err := x.Facts(t.Context(), q, Page{}, s)
			if err != nil {
				t.Fatal(err)
			}
			return len(found)
		}
		countPassages := func(q Query) int {
			found, _, err := x.Passages(t.Context(), q, Page{}, s)
			if err != nil {
				t.Fatal(err)
			}
			return len(found)
		}
		checkFacets(t, q, inFacts, countFacts)
		checkFacets(t, q, inPassages, countPassages)
	}
}

func checkFacets(t *testing.T, q Query, f Facets, count func(Query) int) {
	t.Helper()
	if got := count(q); got != f.Total {
		t.Errorf("%s: total %d, found %d", q, f.Total, got)
	}
	for _, facet := range f.Facets {
		for _, v := range facet.Values {
			if got := count(q.And(parsed(t, v.Condition))); got != v.Count {
				t.Errorf("%s, %s: counted %d, found %d", q, v.Condition, v.Count, got)
			}
		}
	}
}

func parsed(t *testing.T, query string) Query {
	t.Helper()
	q, err := Parse(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return q
}

func TestFacets(t *testing.T) {
	x, _ := indexed(t, offices(t)...)
	f, err := x.FactFacets(t.Context(), parsed(t, "年份:>2021"), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]FacetValue{
		"year":      {{"2022", 5, "year:2022"}, {"2023", 5, "year:2023"}},
		"org":       {{"区重建中心", 6, `org:="区重建中心"`}, {"县教育局", 4, `org:="县教育局"`}},
		"document":  nil,
		"kind":      {{"amount", 2, "kind:amount"}, {"award", 2, "kind:award"}},
		"modality":  {{"actual", 8, "modality:actual"}, {"target", 2, "modality:target"}},
		"indicator": {{"固定资产投资", 4, `indicator:="固定资产投资"`}},
	}
	if f.Total != 10 || len(f.Facets) != len(want) {
		t.Fatalf("total %d with %d facets, want 10 with %d", f.Total, len(f.Facets), len(want))
	}
	for _, facet := range f.Facets {
		if !equalValues(facet.Values, want[facet.Field]) {
			t.Errorf("%s: %v, want %v", facet.Field, facet.Values, want[facet.Field])
		}
	}
	if kinds := f.Facets[3]; kinds.More != 3 {
		t.Errorf("%d kinds are left out, want 3", kinds.More)
	}
}

func equalValues(a, b []FacetValue) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestFacetsOfAWordCountSentencesWithTheirFacts(t *testing.T) {
	x, _ := indexed(t, made{org: "县", year: 2023, text: "总结\n新建学校3所，投资5亿元，学校2所改建。\n学校整洁。\n",
		facts: []report.Fact{
			{Kind: report.KindCount, Modality: report.Actual, Text: "3所", Sentence: "新建学校3所，投资5亿元，学校2所改建。", Value: amount("3", "所")},
			{Kind: report.KindAmount, Modality: report.Actual, Text: "5亿元", Sentence: "新建学校3所，投资5亿元，学校2所改建。", Value: amount("500000000", "元")},
			{Kind: report.KindCount, Modality: report.Actual, Text: "2所", Sentence: "新建学校3所，投资5亿元，学校2所改建。", Value: amount("2", "所")},
		}}.report(t))
	f, err := x.PassageFacets(t.Context(), parsed(t, "学校"), 0)
	if err != nil {
		t.Fatal(err)
	}
	if f.Total != 2 || f.Facets[0].Values[0].Count != 2 {
		t.Errorf("total %d, by year %v, want 2 sentences", f.Total, f.Facets[0].Values)
	}
	for _, v := range f.Facets[3].Values {
		if v.Count != 1 {
			t.Errorf("%s: %d sentences, want 1", v.Value, v.Count)
		}
	}
}
