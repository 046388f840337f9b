package segment

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
)

// weights are the words of the dictionary with their weights: the logarithm of
// how often each is met with among all. The words are a tree by character, and
// the tree lies in one hash table: half a million steps, twelve bytes each.
type weights struct {
	steps []step
	used  int
	roots []uint32  // node by the first character, of the basic plane
	of    []float64 // by node; 0 where no word ends
	least float64   // the weight of the rarest word, and of what is none
	total float64   // how often all words together were met with
}

// step leads from a node by a character to the next node.
type step struct {
	node, next uint32
	r          rune
}

// readWeights reads a dictionary of lines WORD FREQUENCY TAG and the user's
// words, one a line, which are taken to be as frequent as the middle word.
func readWeights(file, user string) (*weights, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	lines := bytes.Count(data, []byte("\n")) + 1
	w := &weights{steps: make([]step, 1<<20), roots: make([]uint32, 1<<16), of: make([]float64, 1, 2*lines)}
	frequencies := make([]float64, 0, lines)
	ends := make([]uint32, 0, lines)
	for line := range bytes.Lines(data) {
		word, frequency, err := entry(line)
		if err != nil {
			return nil, fmt.Errorf("dictionary %s: %w", file, err)
		}
		w.total += frequency
		frequencies = append(frequencies, frequency)
		ends = append(ends, w.enter(word))
	}
	for i, node := range ends {
		w.of[node] = math.Log(frequencies[i] / w.total)
	}
	slices.Sort(frequencies)
	w.least = math.Log(frequencies[0] / w.total)
	return w, w.addUser(user, frequencies[len(frequencies)/2])
}

// entry reads a line of the dictionary.
func entry(line []byte) (word []byte, frequency float64, err error) {
	word, rest, _ := bytes.Cut(bytes.TrimRight(line, "\r\n"), []byte(" "))
	number, _, ok := bytes.Cut(rest, []byte(" "))
	if !ok || len(word) == 0 {
		return nil, 0, fmt.Errorf("line %q: want WORD FREQUENCY TAG", line)
	}
	frequency, err = strconv.ParseFloat(string(number), 64)
	if err == nil && frequency <= 0 {
		err = fmt.Errorf("line %q: want a frequency above 0", line)
	}
	return word, frequency, err
}

func (w *weights) addUser(file string, frequency float64) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range bytes.Lines(data) {
		if word := bytes.Fields(line); len(word) > 0 {
			w.add(string(word[0]), frequency)
		}
	}
	return nil
}

// add enters a word as one met with so often.
func (w *weights) add(word string, frequency float64) {
	if word != "" {
		w.of[w.enter([]byte(word))] = math.Log(frequency / w.total)
	}
}

// enter returns the node of the word.
func (w *weights) enter(word []byte) (node uint32) {
	for _, r := range string(word) {
		if 2*w.used >= len(w.steps) {
			w.grow()
		}
		s := &w.steps[w.find(node, r)]
		if s.next == 0 {
			*s = step{node: node, next: uint32(len(w.of)), r: r}
			w.of = append(w.of, 0)
			w.used++
			if node == 0 && int(r) < len(w.roots) {
				w.roots[r] = s.next
			}
		}
		node = s.next
	}
	return node
}

func (w *weights) grow() {
	old := w.steps
	w.steps = make([]step, 2*len(old))
	for _, s := range old {
		if s.next != 0 {
			w.steps[w.find(s.node, s.r)] = s
		}
	}
}

// root returns the node of the words that begin with r, 0 for none.
func (w *weights) root(r rune) uint32 {
	if int(r) < len(w.roots) {
		return w.roots[r]
	}
	return w.next(0, r)
}

// next returns the node that r leads to, 0 for none.
func (w *weights) next(node uint32, r rune) uint32 { return w.steps[w.find(node, r)].next }

// find returns the index of the step, or of the free place where it would be.
func (w *weights) find(node uint32, r rune) uint32 {
	last := uint32(len(w.steps) - 1)
	for i := (node*0x85ebca6b ^ uint32(r)*0xc2b2ae35) * 0x9e3779b1 >> 3; ; i++ {
		s := &w.steps[i&last]
		if s.next == 0 || s.node == node && s.r == r {
			return i & last
		}
	}
}
