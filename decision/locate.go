package decision

import (
	"strings"

	"taizhang/report"
)

// Place is where a key's words stand in a report as it is extracted now.
type Place struct {
	Span  report.Span // in the body: the words, or the sentence
	Facts []int       // indexes in Report.Facts of facts made of them, the fitting one first; empty: none is
}

// Locate finds the place a key names. The sentence has to be the same in its
// letters and digits; where no sentence is, the place the words came from in
// the source is looked at: a better repair may have joined or split sentences
// there. It is false where neither holds the words. The report may be another
// version of the key's document.
func Locate(r *report.Report, k report.DecisionKey) (Place, bool) {
	if k.Sentence == "" {
		return Place{Span: report.Span{End: len(r.Text.Body)}}, true
	}
	if facts := factsSaid(r, k); len(facts) > 0 {
		at := r.Facts[facts[0]].Place
		return Place{report.Span{Start: at.Start, End: at.End}, facts}, true
	}
	if span, ok := sentenceSaid(r, k); ok {
		return Place{Span: span}, true
	}
	return witnessed(r, k)
}

// factsSaid returns the facts of the key's words in the key's sentence, those
// of its kind and order first.
func factsSaid(r *report.Report, k report.DecisionKey) []int {
	if k.Words == "" {
		return nil
	}
	var first, others []int
	for i := range r.Facts {
		f := &r.Facts[i]
		if unblanked(f.Text) != k.Words || normalised(f.Sentence) != k.Sentence {
			continue
		}
		g := KeyOf(r, f)
		switch g.Document = k.Document; {
		case g.Identity() == k.Identity():
			first = append(first, i)
		case g.Occurrence == k.Occurrence && g.Repeat == k.Repeat:
			others = append(others, i)
		}
	}
	return append(first, others...)
}

// sentenceSaid finds the sentence a key names, and in it the words.
func sentenceSaid(r *report.Report, k report.DecisionKey) (report.Span, bool) {
	seen := 0
	var last report.Span
	found := false
	for _, p := range r.Sentences {
		if normalised(r.Words(p)) != k.Sentence {
			continue
		}
		if span, ok := wordsIn(r.Text.Body, p.Span, k); ok {
			last, found = span, true
		}
		if seen++; found && seen > k.Repeat {
			break
		}
	}
	return last, found
}

// wordsIn finds the key's words in a stretch of the body.
func wordsIn(body string, in report.Span, k report.DecisionKey) (report.Span, bool) {
	if k.Words == "" {
		return in, true
	}
	at := in.Start
	for n := 0; ; n++ {
		i := strings.Index(body[at:in.End], k.Words)
		if i < 0 {
			return report.Span{}, false
		}
		span := report.Span{Start: at + i, End: at + i + len(k.Words)}
		if n == k.Occurrence {
			return span, true
		}
		at = span.End
	}
}

// witnessed looks at the bytes of the source a key was made of.
func witnessed(r *report.Report, k report.DecisionKey) (Place, bool) {
	if k.Document != r.Hash || k.Source.Len() <= 0 {
		return Place{}, false
	}
	span, ok := r.Text.BodySpan(k.Source)
	if !ok || !saysSame(r, span, k) {
		return Place{}, false
	}
	place := Place{Span: span}
	for i := range r.Facts {
		at := r.Facts[i].Place
		if k.Words != "" && (report.Span{Start: at.Start, End: at.End}).Overlaps(span) && unblanked(r.Facts[i].Text) == k.Words {
			place.Facts = append(place.Facts, i)
		}
	}
	return place, true
}

// saysSame tells whether the body says at span what the key says.
func saysSame(r *report.Report, span report.Span, k report.DecisionKey) bool {
	if k.Words != "" {
		return unblanked(span.Of(r.Text.Body)) == k.Words
	}
	return normalised(span.Of(r.Text.Body)) == k.Sentence
}
