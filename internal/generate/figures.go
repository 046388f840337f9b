package generate

import "strings"

// figuresPerReport is how many sentences of figures that nobody promised stand,
// with those of indicators, in a review.
const figuresPerReport = 9

// told is a sentence of figures that may be copied in a later year.
type told struct {
	year int
	text string
}

// tellFigures tells what was done without having been promised, and now and
// then copies such a sentence from an earlier year, figures and all.
func (w *writer) tellFigures() []string {
	var out []string
	var fresh []told
	lines := w.kind.lists["figure"]
	for _, i := range w.shuffled(len(lines))[:min(figuresPerReport-len(w.levels), len(lines))] {
		s := w.figure(lines[i])
		fresh = append(fresh, told{w.year, s})
		out = append(out, s)
	}
	if len(w.figures) > 0 && w.chance(35) {
		from := w.figures[w.between(0, len(w.figures)-1)]
		w.office.Truth.Copies = append(w.office.Truth.Copies, &Copy{w.office.Org,
			Quote{from.year, from.text, strings.TrimSuffix(from.text, "。")},
			Quote{w.year, from.text, strings.TrimSuffix(from.text, "。")}})
		out = append(out, from.text)
	}
	w.figures = append(w.figures, fresh...)
	return out
}

// figure draws a sentence that no report of the office had before.
func (w *writer) figure(line string) string {
	for {
		s := fill(line, nil, w.dice, w.kind.lists) + "。"
		if w.chance(30) {
			s = fill(w.kind.lists["whole.year"][0], slots{"s": s}, w.dice, nil)
		}
		if !w.said[s] {
			w.said[s] = true
			return s
		}
	}
}
