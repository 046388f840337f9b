package index

import (
	"context"
	"slices"
	"strings"
)

// Suggest returns at most n names that what is typed may be the beginning of:
// first those that begin with it, then those that hold it, frequent ones first.
func (x *Index) Suggest(typed string, n int) []Suggestion {
	folded := strings.TrimSpace(foldString(typed))
	var begin, hold []Suggestion
	if folded == "" {
		return nil
	}
	for _, k := range x.known() {
		switch {
		case len(begin) >= n:
			return begin[:n]
		case strings.HasPrefix(k.folded, folded):
			begin = append(begin, k.Suggestion)
		case len(hold) < n && strings.Contains(k.folded, folded):
			hold = append(hold, k.Suggestion)
		}
	}
	out := append(begin, hold...)
	return out[:min(len(out), n)]
}

func (x *Index) known() []*known {
	return x.names.all(x.catalogue.all(), x.catalogue.strings)
}

// Correction is a word that stands nowhere, and the names it may be meant for.
type Correction struct {
	Word string   `json:"word"`
	Near []string `json:"near"`
}

// mostNear is how many names are offered for a word.
const mostNear = 3

// Correct returns corrections for the words of a query that stand nowhere in
// the library and are spelt, or sound, nearly as a name in it.
func (x *Index) Correct(ctx context.Context, q Query) ([]Correction, error) {
	var out []Correction
	for _, w := range texts(q.root) {
		there := w.pinyin
		for _, form := range w.forms() {
			if there {
				break
			}
			var err error
			if there, err = x.occurs(ctx, form); err != nil {
				return nil, err
			}
		}
		if there {
			continue
		}
		if near := x.near(w.folded); len(near) > 0 {
			out = append(out, Correction{w.text, near})
		}
	}
	return out, nil
}

// near returns the names nearest to a word: those that sound the same, then
// those with the fewest other characters.
func (x *Index) near(word string) []string {
	type candidate struct {
		text     string
		distance int
	}
	runes := []rune(word)
	allowed := (len(runes) + 1) / 3
	speaker := newSpeaker()
	sounds := speaker.pinyin(word)
	var found []candidate
	for _, k := range x.known() {
		other := []rune(k.folded)
		if max(len(other)-len(runes), len(runes)-len(other)) > allowed || k.folded == word {
			continue
		}
		d := distance(runes, other)
		if d <= allowed || d < len(runes) && len(other) == len(runes) && speaker.pinyin(k.folded) == sounds {
			if speaker.pinyin(k.folded) == sounds {
				d = 0
			}
			found = append(found, candidate{k.Text, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.distance - b.distance })
	var out []string
	for _, c := range found {
		if len(out) < mostNear && !slices.Contains(out, c.text) {
			out = append(out, c.text)
		}
	}
	return out
}

// pinyin returns the first reading of every character in a row.
func (s *speaker) pinyin(text string) string {
	var b strings.Builder
	for _, r := range text {
		if of := s.of(r); len(of) > 0 {
			b.WriteString(of[0])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// distance counts the characters to be put in, left out or replaced, or swapped
// with their neighbour, to make b of a.
func distance(a, b []rune) int {
	before, last := []int(nil), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
