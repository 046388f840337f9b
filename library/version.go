package library

import (
	"fmt"
	"slices"

	"taizhang/report"
)

// VersionOf says that a report is a version of another: the same text in another
// format, a second transcription, a draft.
type VersionOf struct {
	Report  string `json:"report"`  // id of the other
	Name    string `json:"name"`    // of its file
	Counts  bool   `json:"counts"`  // this one counts from now on, the other does so no more
	Same    int    `json:"same"`    // facts that both have
	Here    int    `json:"here"`    // facts that only this one has
	Missing int    `json:"missing"` // facts that only the other has
}

// counted returns the id of the version that counted before one came, "" if
// there was none.
func (c *catalogue) counted(g *group, came string) string {
	before := slices.DeleteFunc(slices.Clone(g.members), func(k *card) bool { return k.ID == came })
	if len(before) == 0 {
		return ""
	}
	return c.best(before).ID
}

// noteVersion says in a document's result that it is a version of another.
func (l *Library) noteVersion(d *document, other string, come map[string]*document) error {
	there, err := l.counterpart(other, come)
	if err != nil {
		return err
	}
	k := l.catalogue.cards[other]
	diff := Compare(d.report, there)
	d.result.Version = &VersionOf{Report: other, Name: k.Name, Counts: l.catalogue.visible(d.report.ID),
		Same: diff.Same, Here: len(diff.OnlyA), Missing: len(diff.OnlyB)}
	counting := k.Name
	if d.result.Version.Counts {
		counting = d.report.Name
	}
	if d.result.Code == "" {
		d.result.Code = CodeVersion
		d.result.Why = fmt.Sprintf("another version of %s, %s counts; %d facts are in both, %d only here, %d only there",
			k.Name, counting, diff.Same, len(diff.OnlyA), len(diff.OnlyB))
		d.result.Hint = "taizhang versions shows the difference, taizhang decide version ID counts chooses"
	}
	return nil
}

// counterpart returns a stored report, which may be of the same group of
// documents.
func (l *Library) counterpart(id string, come map[string]*document) (*report.Report, error) {
	if d := come[id]; d != nil {
		return d.report, nil
	}
	return l.read(id)
}

// Version is one of the versions of a report.
type Version struct {
	ID     string `json:"id"`
	Hash   string `json:"hash"`
	Name   string `json:"name"`
	Format string `json:"format"`
	Org    string `json:"org,omitempty"`
	Year   int    `json:"year,omitempty"`
	Facts  int    `json:"facts"`
	Counts bool   `json:"counts"` // it is the one that is searched and counted
}

// Versions returns the reports of which there are several versions, each with
// the version that counts first and the others in the order of import.
func (l *Library) Versions() ([][]Version, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	var out [][]Version
	for _, id := range l.catalogue.order {
		g := l.catalogue.groups[id]
		if g == nil || len(g.members) < 2 || g.members[0].ID != id {
			continue
		}
		var all []Version
		for _, k := range g.members {
			all = append(all, Version{k.ID, k.Hash, k.Name, k.Format, k.Org, k.year(), k.Facts, g.counts == k})
		}
		slices.SortStableFunc(all, func(a, b Version) int { return rankOf(b.Counts) - rankOf(a.Counts) })
		out = append(out, all)
	}
	return out, nil
}

func rankOf(counts bool) int {
	if counts {
		return 1
	}
	return 0
}

// followVersions moves decisions in a library open for reading, where there are
// any that move with versions.
func (l *Library) followVersions(all []report.Decision) error {
	if !slices.ContainsFunc(all, func(d report.Decision) bool { return d.Target.Sentence != "" }) {
		return nil
	}
	if err := l.loadCatalogue(); err != nil {
		return err
	}
	l.apply(all, false)
	return nil
}

// loadCatalogue reads the cards, in a library open for reading at its first use.
func (l *Library) loadCatalogue() error {
	if l.catalogue != nil {
		return nil
	}
	cards, _, err := l.readCards()
	if err != nil {
		return err
	}
	l.catalogue = newCatalogue(cards, l.applied.Load())
	return nil
}
