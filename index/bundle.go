package index

import (
	"slices"
	"strings"
)

// A bundle is some reports that Bleve has one document of: the terms that stand in
// any of them. Neighbours share most of their terms, so that Bleve has a fraction
// of the work and of the files, and what it proposes wrongly, blocks and
// signatures leave out at hardly any cost. A bundle is never changed: a report that
// is made again comes into another one, and a bundle none of whose reports counts
// any more goes.
type bundle struct {
	id   string // of its document: the ids of its reports
	live int    // how many of its reports readers may see as they are in it
}

// bundleReports and bundleText bound a bundle: how many reports it has, and how
// many bytes of text, unless the first one has more.
const (
	bundleReports = 16
	bundleText    = 256 << 10
)

// bundleID names the document of some reports; reportsOf leads back.
func bundleID(ids []string) string       { return strings.Join(ids, " ") }
func reportsOf(document string) []string { return strings.Fields(document) }

// bundled divides reports into bundles, in their order.
func bundled(all []Prepared) [][]Prepared {
	var out [][]Prepared
	for len(all) > 0 {
		n, bytes := 1, len(all[0].terms.body)
		for n < min(len(all), bundleReports) && bytes+len(all[n].terms.body) <= bundleText {
			bytes += len(all[n].terms.body)
			n++
		}
		out, all = append(out, all[:n:n]), all[n:]
	}
	return out
}

// bundleOf returns the bundle of such reports, a new one if need be.
func (s *catalogue) bundleOf(ids []string) *bundle {
	id := bundleID(ids)
	b := s.bundles[id]
	if b == nil {
		b = &bundle{id: id}
		s.bundles[id] = b
	}
	return b
}

// countsAll tells whether the bundles of a change are of all its reports.
func (c change) countsAll() bool {
	n := 0
	for _, reports := range c.Bundles {
		if reports < 1 || reports > len(c.Added)-n {
			return false
		}
		n += reports
	}
	return n == len(c.Added)
}

// unlist makes a report invisible and takes it out of its bundle.
func (s *catalogue) unlist(id string) {
	r := s.byID[id]
	if r == nil {
		return
	}
	delete(s.byID, id)
	if r.bundle.live--; r.bundle.live == 0 {
		s.emptied = append(s.emptied, r.bundle.id)
	}
}

// takeEmptied returns the documents of bundles that count no more, each once.
func (s *catalogue) takeEmptied() []string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	out := slices.DeleteFunc(s.emptied, func(id string) bool { return s.bundles[id] == nil || s.bundles[id].live > 0 })
	for _, id := range out {
		delete(s.bundles, id)
	}
	s.emptied = nil
	return out
}

// isLive tells whether a document of Bleve's is of a bundle that counts.
func (s *catalogue) isLive(document string) bool {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	b := s.bundles[document]
	return b != nil && b.live > 0
}
