package report

import (
	"cmp"
	"slices"
)

// ByOffice groups reports by the office's full name, the offices by name, each
// group by year.
func ByOffice(reports []Report) [][]Report {
	groups := map[string][]Report{}
	var offices []string
	for _, r := range reports {
		name := r.Outline.Org
		if groups[name] == nil {
			offices = append(offices, name)
		}
		groups[name] = append(groups[name], r)
	}
	slices.Sort(offices)
	var out [][]Report
	for _, name := range offices {
		slices.SortStableFunc(groups[name], ByYear)
		out = append(out, groups[name])
	}
	return out
}

// ByYear orders reports of one office by the year they are filed under.
func ByYear(a, b Report) int {
	return cmp.Or(cmp.Compare(a.Year(), b.Year()), cmp.Compare(a.ID, b.ID))
}
