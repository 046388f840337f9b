package decision

import (
	"strings"
	"unicode"

	"taizhang/report"
)

// KeyOf returns the key of a fact of the report.
func KeyOf(r *report.Report, f *report.Fact) report.DecisionKey {
	k := keyOfWords(r, f.Sentence, f.Text, f.Place)
	k.Kind = f.Kind
	for i := range r.Facts {
		g := &r.Facts[i]
		if g.ID == f.ID {
			break
		}
		if g.Kind == f.Kind && g.Text == f.Text && g.Place.Start == f.Place.Start && g.Sentence == f.Sentence {
			k.Ordinal++
		}
	}
	return k
}

// KeyOfPromise returns the key of a promise, which is that of the first fact it
// is made of, or of its own words where no fact is; false where the report has
// no such fact.
func KeyOfPromise(r *report.Report, c *report.Commitment) (report.DecisionKey, bool) {
	if len(c.Facts) == 0 {
		return keyOfWords(r, c.Sentence, c.Text, c.Place), true
	}
	for i := range r.Facts {
		if r.Facts[i].ID == c.Facts[0] {
			return KeyOf(r, &r.Facts[i]), true
		}
	}
	return report.DecisionKey{}, false
}

// KeyOfSentence returns the key of a whole sentence of the report.
func KeyOfSentence(r *report.Report, p report.Passage) report.DecisionKey {
	return keyOfWords(r, r.Words(p), "", r.Text.Place(p.Span))
}

// KeyOfDocument returns the key of the whole document.
func KeyOfDocument(r *report.Report) report.DecisionKey {
	return report.DecisionKey{Document: r.Hash}
}

func keyOfWords(r *report.Report, sentence, words string, at report.Place) report.DecisionKey {
	k := report.DecisionKey{Document: r.Hash, Sentence: normalised(sentence), Words: unblanked(words),
		Source: report.Span{Start: at.SourceStart, End: at.SourceEnd}}
	start, ok := startOf(r.Text.Body, sentence, at)
	if !ok {
		return k
	}
	k.Repeat = strings.Count(r.Text.Body[:start], sentence)
	if words != "" && at.Start >= start {
		k.Occurrence = strings.Count(r.Text.Body[start:at.Start], words)
	}
	return k
}

// startOf returns where in the body the sentence begins that covers a place.
func startOf(body, sentence string, at report.Place) (int, bool) {
	if at.Start < 0 || at.End > len(body) || at.Start > at.End {
		return 0, false
	}
	from := max(0, at.End-len(sentence))
	to := min(len(body), at.Start+len(sentence))
	if from > to {
		return 0, false
	}
	i := strings.Index(body[from:to], sentence)
	return from + i, i >= 0
}

// normalised returns the letters and digits of a sentence: what a better repair
// of blanks and punctuation leaves alone.
func normalised(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, s)
}

// unblanked returns words without blanks. Points, signs and per cents stay:
// they are part of a number.
func unblanked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
