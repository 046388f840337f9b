package generate

import "strings"

// piece is a clause or more that stands in one sentence, with the quotes that
// are to learn which sentence that is.
type piece struct {
	text   string
	quotes []*Quote
}

// quoted makes a piece that is the text of a quote of the report that reviews
// year.
func quoted(text string, year int) (piece, *Quote) {
	q := &Quote{Report: year, Text: text}
	return piece{text, []*Quote{q}}, q
}

// compose joins the pieces to sentences of one to three. Quotes learn the part up
// to the next ； or 。 they stand in, which is a sentence for whoever reads.
func (w *writer) compose(pieces []piece) []string {
	var out []string
	for len(pieces) > 0 {
		n := min(len(pieces), w.between(1, 3))
		out = append(out, w.join(pieces[:n]))
		pieces = pieces[n:]
	}
	return out
}

// join sets simple pieces apart by commas, others by semicolons.
func (w *writer) join(pieces []piece) string {
	var b strings.Builder
	part := ""
	var open []*Quote
	end := func(mark string) {
		for _, q := range open {
			q.Sentence = part + mark
		}
		b.WriteString(part + mark)
		part, open = "", nil
	}
	for i, p := range pieces {
		part += p.text
		open = append(open, p.quotes...)
		switch {
		case i == len(pieces)-1:
			end("。")
		case simple(p) && simple(pieces[i+1]) && w.chance(40):
			part += "，"
		default:
			end("；")
		}
	}
	return b.String()
}

func simple(p piece) bool { return !strings.ContainsAny(p.text, "，；") }
