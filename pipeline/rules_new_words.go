package pipeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// findWords finds the places of the words that matter.
func (s *scene) findWords(p *Pipeline, words []string) {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == s.fact.Text })
	if s.given = len(words) > 0; !s.given {
		words = s.ownWords(p)
	}
	for _, w := range words {
		if span, ok := s.nearest(w); ok {
			s.words = append(s.words, span)
		}
	}
	if s.fact.Kind == report.KindAward || s.fact.Kind == report.KindDocument {
		// Only the verb tells what became of the award or document.
		if span, ok := s.nearest(s.fact.Action); ok {
			s.words = append(s.words, span)
		}
	}
	if len(s.words) == 0 {
		s.words = s.neighbour(p)
	}
	slices.SortFunc(s.words, func(a, b report.Span) int { return a.Start - b.Start })
	s.words = merged(s.words)
}

// ownWords are the subject and action of the fact.
func (s *scene) ownWords(p *Pipeline) []string {
	var out []string
	if s.fact.Action != "" {
		out = append(out, s.fact.Action)
	}
	switch s.fact.Kind {
	case report.KindAward, report.KindDocument, report.KindEvent, report.KindTask:
		return out // the subject is read from the words beside the pattern
	}
	if w := longestShared(s.fact.Subject, s.text); w != "" {
		out = append(out, p.headOf(w))
	}
	return out
}

// longestWords is how many characters of a long subject are kept.
const longestWords = 12

// headOf is the end of a long name, which says what the thing is.
func (p *Pipeline) headOf(name string) string {
	tokens := p.segmenter.Cut(name)
	start := len(name)
	for i := len(tokens) - 1; i >= 0; i-- {
		if utf8.RuneCountInString(name[tokens[i].Start:]) > longestWords {
			break
		}
		start = tokens[i].Start
	}
	if utf8.RuneCountInString(name) <= longestWords || start == len(name) {
		return name
	}
	return name[start:]
}

// longestShared is the longest end of name, else the longest part of it, that
// stands in text: two characters at least.
func longestShared(name, text string) string {
	runes := []rune(name)
	best := ""
	for i := range runes {
		for j := len(runes); j-i >= 2; j-- {
			part := string(runes[i:j])
			if len(part) > len(best) && strings.Contains(text, part) {
				best = part
			}
		}
	}
	return best
}

// nearest is the occurrence of a word nearest to the value and outside it, one
// of the same clause first.
func (s *scene) nearest(word string) (report.Span, bool) {
	var best report.Span
	least, found := 0, false
	if word == "" {
		return best, false
	}
	for at := 0; at < len(s.text); {
		i := strings.Index(s.text[at:], word)
		if i < 0 {
			break
		}
		span := report.Span{Start: at + i, End: at + i + len(word)}
		at = span.Start + 1
		for at < len(s.text) && !utf8.RuneStart(s.text[at]) {
			at++
		}
		if s.fact.Kind != report.KindTask && (span.Overlaps(s.value) || s.inMention(span)) {
			continue
		}
		if cost := s.farness(span); !found || cost < least {
			best, least, found = span, cost, true
		}
	}
	return best, found
}

// inMention tells whether the words are part of a mention, which a slot takes.
func (s *scene) inMention(span report.Span) bool {
	if s.mention < 0 {
		return false
	}
	return span.Overlaps(s.spanOf(s.mentions[s.mention]))
}

func (s *scene) farness(span report.Span) int {
	from, to := span.End, s.value.Start
	if span.Start >= s.value.End {
		from, to = s.value.End, span.Start
	}
	cost := max(0, to-from)
	if from < to && strings.ContainsAny(s.text[from:to], clauseMarks) {
		cost += len(s.text)
	}
	return cost
}

// clauseMarks end a clause; a gap that stays in the clause does not reach over.
const clauseMarks = "，。；：！？,;\t\n"

// neighbour is the word before the value, else the one after it.
func (s *scene) neighbour(p *Pipeline) []report.Span {
	var after []report.Span
	var before []report.Span
	for _, t := range p.segmenter.Cut(s.text) {
		words := t.Of(s.text)
		switch {
		case strings.ContainsAny(words, clauseMarks+"、“”《》（）"):
		case t.End <= s.value.Start && utf8.RuneCountInString(words) > 1:
			before = []report.Span{t}
		case t.Start >= s.value.End && after == nil && utf8.RuneCountInString(words) > 1:
			after = []report.Span{t}
		}
	}
	if before != nil {
		return before
	}
	return after
}

// merged joins spans that overlap.
func merged(spans []report.Span) []report.Span {
	var out []report.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
