package decision

import (
	"errors"
	"fmt"

	"taizhang/report"
)

func checkMerge(d report.Decision) error {
	switch d.Field {
	case report.FieldIndicator, report.FieldOrg:
		if d.Subject == d.Full {
			return fmt.Errorf("%s is one with itself already", d.Subject)
		}
		return errors.Join(noTarget(d), some(d.Subject), some(d.Full))
	case report.FieldPromise:
		if d.Target.Identity() == d.Other.Identity() {
			return errors.New("a promise is one with itself already")
		}
		return errors.Join(isPlace(d.Target), isPlace(d.Other))
	}
	return fmt.Errorf("field %q of a merge, want %s, %s or %s", d.Field,
		report.FieldIndicator, report.FieldOrg, report.FieldPromise)
}

// checkCircle refuses a merge that would lead back to its own name.
func checkCircle(d report.Decision, before []report.Decision) error {
	if d.Kind != report.DecisionMerge || d.Field == report.FieldPromise {
		return nil
	}
	if to := merged(d.Full, mergers(InForce(before), d.Field)); to == d.Subject {
		return fmt.Errorf("decide: %s is merged into %s already; take that back first", d.Full, d.Subject)
	}
	return nil
}

// mergers returns the merges of a field in force: name → name.
func mergers(inForce []report.Decision, field string) map[string]string {
	out := map[string]string{}
	for _, d := range inForce {
		if d.Kind == report.DecisionMerge && d.Field == field {
			out[d.Subject] = d.Full
		}
	}
	return out
}

// merged follows merges from a name to the one it goes by. Decisions that came
// from two libraries may lead in a circle: it is left where it closes.
func merged(name string, to map[string]string) string {
	for range len(to) {
		next, ok := to[name]
		if !ok {
			break
		}
		name = next
	}
	return name
}
