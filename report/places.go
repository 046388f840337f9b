package report

import "strings"

// PlacesIn finds the facts in the sentence they share. Facts come in the order
// of the text; where the first stands gives the places of the others.
func PlacesIn(group []Fact) []Span {
	sentence := group[0].Sentence
	var out []Span
	for _, f := range group {
		at := -1
		if first := strings.Index(sentence, group[0].Text); first >= 0 {
			at = first + f.Place.Start - group[0].Place.Start
		}
		if at < 0 || at > len(sentence) || !strings.HasPrefix(sentence[at:], f.Text) {
			at = strings.Index(sentence, f.Text)
		}
		if at < 0 {
			out = append(out, Span{Start: 0, End: len(sentence)})
			continue
		}
		out = append(out, Span{Start: at, End: at + len(f.Text)})
	}
	return out
}
