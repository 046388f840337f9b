package library

import (
	"fmt"
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// Removed is a report that somebody removed. All of it is still stored; taking
// the decision back brings it back.
type Removed struct {
	Version
	Decision report.Decision `json:"decision"`
}

// Removed returns the removed reports, in the order in which they were removed.
func (l *Library) Removed() ([]Removed, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	all, err := l.Decisions()
	if err != nil {
		return nil, err
	}
	var out []Removed
	for _, d := range decision.OfKind(decision.InForce(all), report.DecisionRemove) {
		if k, ok := l.catalogue.cards[d.Target.Report()]; ok && k.Hash == d.Target.Document {
			c := k.corrected(l.applied.Load())
			out = append(out, Removed{Version{ID: c.ID, Hash: c.Hash, Name: c.Name, Format: c.Format, Org: c.Org,
				Year: c.year(), Facts: c.Facts}, d})
		}
	}
	return out, nil
}

// Orphans returns the decisions whose place is not there any more, each with the
// place most like it in the same document. A decision about a document that is
// not in the library is kept and is none: the document may come.
func (l *Library) Orphans() ([]decision.Orphan, error) {
	inForce, err := l.InForce()
	if err != nil {
		return nil, err
	}
	var out []decision.Orphan
	var seen []string
	for _, d := range inForce {
		if d.Target.Sentence == "" || slices.Contains(seen, d.Target.Document) {
			continue
		}
		seen = append(seen, d.Target.Document)
		r, err := l.read(d.Target.Report())
		if err != nil {
			continue
		}
		out = append(out, decision.Orphans(r, l.applied.Load().About(d.Target.Document))...)
	}
	return out, nil
}

// DocumentNamed returns the key of a stored document by the id of its report, or
// by the start of its id or hash where only one begins so.
func (l *Library) DocumentNamed(id string) (report.DecisionKey, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return report.DecisionKey{}, err
	}
	var found []string
	for _, k := range l.catalogue.cards {
		if len(id) >= 4 && len(id) <= len(k.Hash) && k.Hash[:len(id)] == id {
			found = append(found, k.Hash)
		}
	}
	switch len(found) {
	case 1:
		return report.DecisionKey{Document: found[0]}, nil
	case 0:
		return report.DecisionKey{}, fmt.Errorf("report %s: %w", id, ErrNoReport)
	}
	return report.DecisionKey{}, fmt.Errorf("report %s: %d reports begin so; give more of the id", id, len(found))
}
