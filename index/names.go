package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// The kinds of names that are suggested.
const (
	NameIndicator = "indicator"
	NameOrg       = "org"
	NameHeading   = "heading"
)

// Suggestion is a name that stands in the library: of an indicator, an
// organisation, or a heading without its number.
type Suggestion struct {
	Text  string `json:"text"`
	Kind  string `json:"kind"`
	Count int    `json:"count"` // facts, reports or sections that have it
}

// known is a suggestion in comparable form.
type known struct {
	Suggestion
	folded string
}

// names are the names of the reports, counted as reports come in. Names of
// reports that were removed stay until the index is opened again.
type names struct {
	mutex   sync.Mutex
	counted map[*listed]bool
	byName  map[Suggestion]*known // Count is 0 in the key
	sorted  []*known              // most frequent first; nil: to be sorted
}

func newNames() *names {
	return &names{counted: map[*listed]bool{}, byName: map[Suggestion]*known{}}
}

// all returns the names of the reports, most frequent first.
func (n *names) all(reports []*listed, strings *dictionary) []*known {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for _, r := range reports {
		if !n.counted[r] {
			n.counted[r] = true
			n.count(r, strings)
			n.sorted = nil
		}
	}
	if n.sorted == nil {
		for _, k := range n.byName {
			n.sorted = append(n.sorted, k)
		}
		slices.SortFunc(n.sorted, func(a, b *known) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Kind, b.Kind))
		})
	}
	return n.sorted
}

// count adds the names of a report, as many as can be read.
func (n *names) count(r *listed, dictionary *dictionary) {
	defer func() { _ = recover() }() // of a damaged block; searches tell
	n.add(NameOrg, r.Org)
	n.add(NameOrg, r.Short)
	for i := range r.block.paths() {
		lines := strings.Split(strings.TrimSuffix(fromUTF16(r.block.path(i)), "\n"), "\n")
		n.add(NameHeading, unnumbered(lines[len(lines)-1]))
	}
	for i := range r.block.facts() {
		n.add(NameIndicator, dictionary.text(r.block.fact(i).indicator()))
	}
}

// longestName is how long a name may be, in bytes: longer headings are leads.
const longestName = 60

func (n *names) add(kind, text string) {
	if len(text) > longestName || !isLong(text) {
		return
	}
	key := Suggestion{Text: text, Kind: kind}
	k := n.byName[key]
	if k == nil {
		k = &known{key, foldString(text)}
		n.byName[key] = k
	}
	k.Count++
}

// unnumbered returns a heading without the number before it and the mark behind
// it: of 一、, (一), 1., 第一章.
func unnumbered(heading string) string {
	heading = strings.TrimSpace(heading)
	rest := strings.TrimLeft(heading, "第(0123456789一二三四五六七八九十百.-")
	rest, _ = strings.CutPrefix(strings.TrimPrefix(rest, "章"), ")")
	if rest != heading {
		rest = strings.TrimLeft(rest, ".、，, ")
	}
	if number := heading[:len(heading)-len(rest)]; !strings.ContainsAny(number, "、.)章 ") {
		rest = heading // 三重一大 begins with no number
	}
	return strings.TrimRight(rest, "。.:,;")
}
