package segment

import (
	"strings"
	"sync"
)

// known keeps the words of runs that were cut lately: of the last mostKnown, and
// of as many before them.
type known struct {
	mutex        sync.RWMutex
	fresh, older map[string][]inner
}

// mostKnown and longestKnown, in bytes, bound the memory that known runs take to
// about 20 MB.
const (
	mostKnown    = 1 << 16
	longestKnown = 96
)

// get returns the words of a run, nil where they are not known.
func (k *known) get(run string) []inner {
	k.mutex.RLock()
	defer k.mutex.RUnlock()
	if words := k.fresh[run]; words != nil {
		return words
	}
	return k.older[run]
}

func (k *known) put(run string, words []inner) {
	if len(run) > longestKnown {
		return
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if len(k.fresh) >= mostKnown {
		k.fresh, k.older = nil, k.fresh
	}
	if k.fresh == nil {
		k.fresh = map[string][]inner{}
	}
	k.fresh[strings.Clone(run)] = words
}
