package attribute

import (
	"strings"

	"taizhang/report"
)

// Reads returns what tells of the sentences of a document, one after the other,
// whether they are read word by word. The words of all others, more than half of
// most texts, need not be cut.
func Reads(body string) func(*report.Sentence) bool {
	paragraph, lasting := -1, false // a time before it may hold for this sentence
	return func(s *report.Sentence) bool {
		if s.Paragraph != paragraph {
			paragraph, lasting = s.Paragraph, false
		}
		if !matters(s) || !lasting && passing(body, s) {
			return false
		}
		for i := range s.Mentions {
			lasting = lasting || lasts(&s.Mentions[i])
		}
		return true
	}
}

// matters tells whether a sentence has values or times that matter to it or to the
// next.
func matters(s *report.Sentence) bool {
	for i := range s.Mentions {
		if !silent(&s.Mentions[i]) {
			return true
		}
	}
	return false
}

// silent tells whether nothing is said of the mention.
func silent(m *report.Mention) bool {
	switch m.Type {
	case report.MentionTitle, report.MentionQuote, report.MentionNonFact, report.MentionEvery:
		return true
	}
	return false
}

// passing tells whether nothing comes of a sentence, as of most that a part of a
// report opens with (2024年，我们…取得新的进展。): it has no value, no time by which
// something shall be done, and none that holds for the next sentence. That its times
// end what a lasting one before it said, is for Reads to rule out.
func passing(body string, s *report.Sentence) bool {
	if s.Cell != nil || goesOnBehind(s.Span.Of(body)) {
		return false
	}
	for i := range s.Mentions {
		if m := &s.Mentions[i]; !silent(m) && (m.Type != report.MentionTime || lasts(m)) {
			return false
		}
	}
	return true
}

// lasts tells whether a time may hold for the sentences behind its own, or says by
// when.
func lasts(m *report.Mention) bool {
	return m.Type == report.MentionTime && (!m.Due.IsZero() || m.ByWhen || days(m.Period) > longestYear)
}

// longestYear is how many days a period may have that does not hold for the
// sentences behind it.
const longestYear = 366

// goesOnBehind tells whether a sentence ends in ；, so that what it says holds for the
// next.
func goesOnBehind(sentence string) bool {
	return strings.HasSuffix(sentence, "；") || strings.HasSuffix(sentence, ";")
}
