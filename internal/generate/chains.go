package generate

import "slices"

// chains gathers what was promised in two plans or more.
func (w *writer) chains() []Chain {
	var order []string
	by := map[string][]*Promise{}
	for _, p := range w.office.Truth.Promises {
		if by[p.Chain] == nil {
			order = append(order, p.Chain)
		}
		by[p.Chain] = append(by[p.Chain], p)
	}
	var out []Chain
	for _, id := range order {
		if len(by[id]) < 2 {
			continue
		}
		c := Chain{ID: id, Org: w.office.Org}
		for _, p := range by[id] {
			c.Names = append(c.Names, p.Name)
			c.Promises = append(c.Promises, p.ID)
		}
		c.Shrinks = len(slices.Compact(slices.Clone(c.Names))) > 1
		out = append(out, c)
	}
	return out
}
