package pipeline

import (
	"slices"
	"testing"
)

func TestSynonyms(t *testing.T) {
	p, _, err := loadRules(Options{})
	if err != nil {
		t.Fatal(err)
	}
	groups, err := p.Synonyms()
	if err != nil {
		t.Fatal(err)
	}
	together := func(a, b string) bool {
		return slices.ContainsFunc(groups, func(g []string) bool { return slices.Contains(g, a) && slices.Contains(g, b) })
	}
	if !together("规上", "规模以上") || !together("固投", "固定资产投资") || together("固投", "规上") {
		t.Errorf("groups %v", groups)
	}
	for _, g := range groups {
		once := slices.Compact(slices.Sorted(slices.Values(g)))
		if len(g) < 2 || len(once) < len(g) || once[0] == "" {
			t.Errorf("%q is no group of different words", g)
		}
	}
}
