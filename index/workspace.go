package index

import "slices"

// workspace is memory that preparing one report after the other uses again.
type workspace struct {
	places  []uint32 // see placedUTF16
	sayings *sayings
	system  system
}

// workspace returns one that nobody uses.
func (x *Index) workspace() *workspace {
	if w, ok := x.workspaces.Get().(*workspace); ok {
		return w
	}
	return &workspace{sayings: newSayings(0)}
}

// mostKept bounds what is kept for the next report, in bytes of text.
const mostKept = 1 << 20

// release gives a workspace back, after a text of so many bytes.
func (x *Index) release(w *workspace, text int) {
	if text <= mostKept {
		x.workspaces.Put(w)
	}
}

// placesOf returns a list for the places of a text.
func (w *workspace) placesOf(text string) []uint32 {
	w.places = slices.Grow(w.places[:0], len(text)+1)[:len(text)+1]
	clear(w.places)
	return w.places
}
