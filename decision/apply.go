package decision

import (
	"slices"
	"strconv"

	"taizhang/report"
)

// Applied is decisions in force, at hand by document.
type Applied struct {
	of         map[string][]report.Decision // by document
	indicators map[string]string            // merges
	orgs       map[string]string
}

// Prepare sorts decisions in force by what they are about.
func Prepare(inForce []report.Decision) *Applied {
	a := &Applied{of: map[string][]report.Decision{}, indicators: mergers(inForce, report.FieldIndicator),
		orgs: mergers(inForce, report.FieldOrg)}
	for _, d := range inForce {
		if d.Target.Document != "" {
			a.of[d.Target.Document] = append(a.of[d.Target.Document], d)
		}
	}
	return a
}

// Org returns the name that an office goes by.
func (a *Applied) Org(name string) string { return merged(name, a.orgs) }

// Indicator returns the name that an indicator goes by.
func (a *Applied) Indicator(name string) string { return merged(name, a.indicators) }

// About returns the decisions about a document and what stands in it.
func (a *Applied) About(document string) []report.Decision { return a.of[document] }

// Report returns the report as people corrected it: its office, years and kind,
// its facts, and the names that were merged. The given report stays as it is and
// shares with the answer what nobody corrected. Decisions about promises are for
// the ledger.
func (a *Applied) Report(r *report.Report) *report.Report {
	out := *r
	out.Outline = a.Outline(r.Hash, r.Outline)
	out.Facts = a.facts(r, &out)
	return &out
}

// Outline returns what is known of a document as people corrected it.
func (a *Applied) Outline(document string, o report.Outline) report.Outline {
	for _, d := range a.of[document] {
		if d.Kind == report.DecisionReport {
			outline(&o, d)
		}
	}
	o.Org = a.Org(o.Org)
	return o
}

// Given returns what people decided of a document's office, kind and reviewed
// year over what was given at import: what extraction has to know.
func (a *Applied) Given(document string, g report.Given) report.Given {
	o := report.Outline{Org: g.Org, Kind: g.Kind, Reviewed: g.Year}
	for _, d := range a.of[document] {
		if d.Kind == report.DecisionReport {
			outline(&o, d)
		}
	}
	return report.Given{Org: o.Org, Kind: o.Kind, Year: o.Reviewed}
}

// Says returns the value of the document's decision of a kind, and whether there
// is one.
func (a *Applied) Says(document string, kind report.DecisionKind) (string, bool) {
	for _, d := range a.of[document] {
		if d.Kind == kind && d.Target.Sentence == "" {
			return d.Value, true
		}
	}
	return "", false
}

// outline makes one correction of what is known of a report.
func outline(o *report.Outline, d report.Decision) {
	switch n, _ := strconv.Atoi(d.Value); d.Field {
	case report.FieldOrg:
		o.Org = d.Value
	case report.FieldOrgShort:
		o.OrgShort = d.Value
	case report.FieldKind:
		o.Kind = d.Value
	case report.FieldYear:
		o.Reviewed = n
	case report.FieldPlanned:
		o.Planned = n
	}
}

// facts returns the facts with their corrections; out is the report with its
// outline corrected.
func (a *Applied) facts(r, out *report.Report) []report.Fact {
	filed := out.Outline.Org != r.Outline.Org || out.Year() != r.Year()
	touched := a.touched(r)
	if !filed && len(touched) == 0 && !a.renames(r) {
		return r.Facts
	}
	facts := make([]report.Fact, 0, len(r.Facts))
	for i := range r.Facts {
		f := r.Facts[i]
		if filed {
			f.Org, f.Year = out.Outline.Org, out.Year()
		}
		rejected := false
		for _, d := range touched[i] {
			rejected = rejected || d.Kind == report.DecisionReject
			correct(&f, d)
		}
		f.Indicator = a.Indicator(f.Indicator)
		if !rejected {
			facts = append(facts, f)
		}
	}
	return facts
}

// touched returns the decisions about facts of the report, by the fact's index.
func (a *Applied) touched(r *report.Report) map[int][]report.Decision {
	out := map[int][]report.Decision{}
	for _, d := range a.of[r.Hash] {
		if d.Kind != report.DecisionFact && d.Kind != report.DecisionReject {
			continue
		}
		if place, ok := Locate(r, d.Target); ok && len(place.Facts) > 0 {
			out[place.Facts[0]] = append(out[place.Facts[0]], d)
		}
	}
	return out
}

// renames tells whether an indicator of the report was merged into another.
func (a *Applied) renames(r *report.Report) bool {
	return len(a.indicators) > 0 && slices.ContainsFunc(r.Facts, func(f report.Fact) bool {
		_, ok := a.indicators[f.Indicator]
		return ok
	})
}
