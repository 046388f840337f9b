package segment

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// known keeps the words of runs that were cut for an index lately: one run for
// each place, the last that came there. It is never locked.
type known struct {
	seed   maphash.Seed
	places [mostKnown]atomic.Pointer[knownRun]
}

type knownRun struct {
	run   string
	words []inner
}

// mostKnown and longestKnown, in bytes, bound the memory that known runs take to
// about 20 MB.
const (
	mostKnown    = 1 << 17
	longestKnown = 96
)

func newKnown() *known { return &known{seed: maphash.MakeSeed()} }

func (k *known) place(run string) *atomic.Pointer[knownRun] {
	return &k.places[maphash.String(k.seed, run)%mostKnown]
}

// get returns the words of a run, nil where they are not known.
func (k *known) get(run string) []inner {
	if one := k.place(run).Load(); one != nil && one.run == run {
		return one.words
	}
	return nil
}

func (k *known) put(run string, words []inner) {
	if len(run) <= longestKnown {
		k.place(run).Store(&knownRun{strings.Clone(run), words})
	}
}
