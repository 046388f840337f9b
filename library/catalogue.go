package library

import (
	"slices"

	"taizhang/decision"
	"taizhang/report"
)

// catalogue knows every stored report that was not removed, and which of them
// are versions of one: the same text in another format, a second transcription,
// a draft and its final form. Of the versions of one report one counts: it is in
// the index, and so in search, facts, series and ledger. It is made of the cards
// in their order alone, so that it is the same at every opening.
type catalogue struct {
	applied *decision.Applied
	cards   map[string]*card  // as stored, also of removed reports
	order   []string          // ids in the order of import
	groups  map[string]*group // by id of each member
	filed   map[filing][]*card
	bands   map[band]chain
	chains  []link // of bands; the first is of none
}

// group is a report with all its versions, in the order of import. Its cards
// are corrected by decisions.
type group struct {
	members []*card
	counts  *card
}

// filing is what two versions of a report agree in where both say it.
type filing struct {
	org  string
	year int
}

// band is a part of a sketch: texts that are much alike share one.
type band struct {
	year, part int16
	rows       [bandRows]uint16
}

// chain is a list of the cards of a band: the numbers of its links, of which there
// are too many for a list each.
type chain struct{ first, last int32 }

type link struct {
	card *card
	next int32
}

const bandRows = 4

func newCatalogue(cards []card, a *decision.Applied) *catalogue {
	c := &catalogue{cards: make(map[string]*card, len(cards))}
	for i := range cards {
		c.store(cards[i])
	}
	c.regroup(a)
	return c
}

// store keeps a card; an earlier one of the same report keeps its place in the
// order.
func (c *catalogue) store(k card) {
	if _, ok := c.cards[k.ID]; !ok {
		c.order = append(c.order, k.ID)
	}
	c.cards[k.ID] = &k
}

// regroup finds all versions anew, as decisions have them.
func (c *catalogue) regroup(a *decision.Applied) {
	c.applied = a
	c.groups = make(map[string]*group, len(c.order))
	c.filed = make(map[filing][]*card, len(c.order))
	c.bands = make(map[band]chain, runBuckets/bandRows/2*len(c.order))
	c.chains = make([]link, 1, 1+runBuckets/bandRows/2*len(c.order))
	for _, id := range c.order {
		c.join(id)
	}
}

// add takes a new report in and returns its group.
func (c *catalogue) add(k card) *group {
	c.store(k)
	return c.join(k.ID)
}

// join puts a stored report into the group of the one most like it, else into
// one of its own; nil where it was removed.
func (c *catalogue) join(id string) *group {
	stored := c.cards[id]
	if c.isRemoved(stored.Hash) {
		return nil
	}
	k := stored.corrected(c.applied)
	g := &group{}
	if like := c.nearest(&k); like != nil {
		g = c.groups[like.ID]
	}
	g.members = append(g.members, &k)
	g.counts = c.best(g.members)
	c.groups[id] = g
	c.file(&k)
	return g
}

func (c *catalogue) isRemoved(hash string) bool {
	_, removed := c.applied.Says(hash, report.DecisionRemove)
	return removed
}

// file makes a card found by what it says and by what it is like.
func (c *catalogue) file(k *card) {
	if k.Sketch.Letters < leastLetters || c.isOwn(k) {
		return
	}
	if k.Org != "" && k.year() != 0 {
		at := filing{k.Org, k.year()}
		c.filed[at] = append(c.filed[at], k)
	}
	for b := range bandsOf(k, k.year()) {
		c.link(b, k)
	}
}

// link adds a card to those of a band.
func (c *catalogue) link(b band, k *card) {
	at := int32(len(c.chains))
	c.chains = append(c.chains, link{card: k})
	in, ok := c.bands[b]
	if !ok {
		in.first = at
	} else {
		c.chains[in.last].next = at
	}
	in.last = at
	c.bands[b] = in
}

func (c *catalogue) isOwn(k *card) bool {
	says, _ := c.applied.Says(k.Hash, report.DecisionVersion)
	return says == report.VersionOwn
}

// visible tells whether a report is to be seen: stored, not removed, and the
// version that counts.
func (c *catalogue) visible(id string) bool {
	g := c.groups[id]
	return g != nil && g.counts.ID == id
}

// homes returns, of every version that does not count, the hash of the one that
// does.
func (c *catalogue) homes() map[string]string {
	out := map[string]string{}
	for id, g := range c.groups {
		if g.counts.ID != id {
			out[c.cards[id].Hash] = g.counts.Hash
		}
	}
	return out
}

// best returns the version that counts: what a person chose; else of those
// whose pages are the best, and whose facts are nearly as many as any has, the
// best format, and of these the newest.
func (c *catalogue) best(members []*card) *card {
	if len(members) == 1 {
		return members[0]
	}
	for _, k := range slices.Backward(members) {
		if says, _ := c.applied.Says(k.Hash, report.DecisionVersion); says == report.VersionCounts {
			return k
		}
	}
	left := least(members, func(k *card) int { return k.Doubtful })
	most := 0
	for _, k := range left {
		most = max(most, k.Facts)
	}
	left = slices.DeleteFunc(left, func(k *card) bool { return k.Facts*20 < most*19 })
	left = least(left, func(k *card) int { return formatRank(k.Format) })
	return left[len(left)-1]
}

// least returns a new list of the cards for which rank is least.
func least(all []*card, rank func(*card) int) []*card {
	var out []*card
	for _, k := range all {
		switch {
		case len(out) == 0 || rank(k) == rank(out[0]):
			out = append(out, k)
		case rank(k) < rank(out[0]):
			out = append(out[:0:0], k)
		}
	}
	return out
}

// formatRank ranks formats by how surely their text is the author's: those that
// hold headings and tables, plain text, printed pages.
func formatRank(format string) int {
	switch format {
	case "pdf", "ofd", "image":
		return 2
	case "txt":
		return 1
	}
	return 0
}
