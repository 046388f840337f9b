package decision

import (
	"slices"

	"taizhang/report"
)

// InForce returns the decisions that hold, oldest first: those not taken back,
// of several that cannot hold together the last. Comments and links hold beside
// each other.
func InForce(all []report.Decision) []report.Decision {
	undone := Undone(all)
	last := map[matter]int{}
	for i := range all {
		if d := &all[i]; d.Kind != report.DecisionUndo && !undone[d.ID] {
			last[matterOf(d)] = i
		}
	}
	var out []report.Decision
	for i := range all {
		if at, ok := last[matterOf(&all[i])]; ok && at == i {
			out = append(out, all[i])
		}
	}
	return out
}

// OfKind returns the decisions of the kinds, in their order.
func OfKind(all []report.Decision, kinds ...report.DecisionKind) []report.Decision {
	var out []report.Decision
	for _, d := range all {
		if slices.Contains(kinds, d.Kind) {
			out = append(out, d)
		}
	}
	return out
}

// matter is what only one decision in force can be about.
type matter struct {
	kind          report.DecisionKind
	target, other report.DecisionKey
	field         string
	subject, full string
	id            string
}

func matterOf(d *report.Decision) matter {
	m := matter{kind: d.Kind, target: d.Target.Identity(), field: d.Field}
	switch d.Kind {
	case report.DecisionName:
		m.subject, m.full = d.Subject, d.Full
	case report.DecisionMerge:
		m.subject = d.Subject
	case report.DecisionLink:
		m.other = d.Other.Identity()
	case report.DecisionComment, report.DecisionUndo:
		m.id = d.ID
	}
	return m
}

// Undone returns the ids of decisions taken back. Taking back the taking back
// puts the first in force again.
func Undone(all []report.Decision) map[string]bool {
	out := map[string]bool{}
	for _, d := range slices.Backward(all) {
		if d.Undoes != "" && !out[d.ID] {
			out[d.Undoes] = true
		}
	}
	return out
}

// History returns every decision about a target, taken back or not, and those
// that took them back, oldest first.
func History(all []report.Decision, target report.DecisionKey) []report.Decision {
	return Trace(all, func(d report.Decision) bool { return d.Target.Identity() == target.Identity() })
}

// Trace returns the decisions that are wanted, and those that took them back, or
// took that back, oldest first.
func Trace(all []report.Decision, wanted func(report.Decision) bool) []report.Decision {
	traced := map[string]bool{}
	var out []report.Decision
	for _, d := range all {
		if d.Kind == report.DecisionUndo && traced[d.Undoes] || d.Kind != report.DecisionUndo && wanted(d) {
			traced[d.ID] = true
			out = append(out, d)
		}
	}
	return out
}
