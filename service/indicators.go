package service

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Indicator is an indicator of which the library has values.
type Indicator struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	Topic   string   `json:"topic"`  // of the rules that name it; empty: none does any longer
	Values  int      `json:"values"` // how many
}

// withValue asks for the facts that have a value.
const withValue = "kind:(count OR amount OR ratio OR measure OR frequency OR rank)"

// Indicators returns the indicators whose name, or another name of them, holds
// a text, in the order of the rules; empty: all.
func (s *Service) Indicators(ctx context.Context, text string) ([]Indicator, error) {
	counted, err := s.FactFacets(ctx, FactsRequest{Query: withValue})
	if err != nil {
		return nil, err
	}
	values := map[string]int{}
	for _, f := range counted.Facets {
		if f.Field == "indicator" {
			for _, v := range f.Values {
				values[v.Value] = v.Count
			}
		}
	}
	out := []Indicator{}
	for _, i := range s.Rules().Indicators {
		if n := values[i.Name]; n > 0 {
			out = append(out, Indicator{i.Name, i.Aliases, i.Topic, n})
			delete(values, i.Name)
		}
	}
	out = append(out, unruled(values)...)
	return slices.DeleteFunc(out, func(i Indicator) bool { return !i.goesBy(text) }), nil
}

// unruled are indicators that no rule in force names.
func unruled(values map[string]int) []Indicator {
	var out []Indicator
	for name, n := range values {
		out = append(out, Indicator{Name: name, Values: n})
	}
	slices.SortFunc(out, func(a, b Indicator) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func (i Indicator) goesBy(text string) bool {
	text = strings.TrimSpace(text)
	return strings.Contains(i.Name, text) ||
		slices.ContainsFunc(i.Aliases, func(a string) bool { return strings.Contains(a, text) })
}

// CanonicalIndicator returns the name of the indicator that goes by a name, or
// the name itself.
func (s *Service) CanonicalIndicator(name string) string {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.Canonical(name)
}
