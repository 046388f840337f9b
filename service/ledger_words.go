package service

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/report"
)

// LedgerWords are conditions of a LedgerRequest as they are typed.
type LedgerWords struct {
	Light  []string
	Review []string
	Sort   string
}

// Lights are the lights in the order in which they are listed.
func Lights() []report.Light {
	return []report.Light{report.LightOverdue, report.LightDueSoon, report.LightClosed, report.LightNone}
}

// Words sets the conditions that are typed; the error is an *InvalidError.
func (q *LedgerRequest) Words(w LedgerWords) error {
	var err error
	if q.Light, err = known("light", w.Light, Lights()); err != nil {
		return err
	}
	if q.Review, err = known("review", w.Review, ReviewStates()); err != nil || w.Sort == "" {
		return err
	}
	orders, err := known("sort", []string{w.Sort}, LedgerOrders())
	if err == nil {
		q.Sort = orders[0]
	}
	return err
}

// known reads words each of which must be one of some.
func known[W ~string](field string, given []string, of []W) ([]W, error) {
	var out []W
	for _, g := range given {
		if !slices.Contains(of, W(g)) {
			return nil, invalid(field, fmt.Errorf("%s %s: want one of %s", field, g, strings.Join(asTexts(of), ", ")))
		}
		out = append(out, W(g))
	}
	return out, nil
}

func asTexts[W ~string](words []W) []string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}
