package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// word is a word of a sentence as attribution sees it: a mention, a mark, a
// word of the lexicon (which may be several tokens), or any other token.
type word struct {
	text    string
	span    report.Span // in the body
	class   class
	mention int // index in Sentence.Mentions, -1 for none
}

func (w *word) is(c class) bool { return w.class&c != 0 }

// words lays the words of a sentence out in a list: mentions first, then the
// longest words of the vocabulary that begin and end with tokens.
func (v *vocabulary) words(out []word, body string, s *report.Sentence) []word {
	names := outerMentions(s.Mentions)
	at := s.Span.Start
	for i := 0; i < len(s.Tokens); {
		t := s.Tokens[i].Span
		t.Start = max(t.Start, at)
		if t.Start >= t.End {
			i++
			continue
		}
		limit := s.Span.End
		if len(names) > 0 {
			m := &s.Mentions[names[0]]
			if m.Span.Start <= t.Start {
				text := m.Span.Of(body)
				out = append(out, word{text, m.Span, v.classOfMention(m, text), names[0]})
				names, at = names[1:], max(at, m.Span.End)
				continue
			}
			limit = m.Span.Start
		}
		at = v.longest(body, t.Start, s.Tokens[i:], limit)
		at = v.part(body, t.Start, at)
		out = v.append(out, body, report.Span{Start: t.Start, End: at})
	}
	return ratios(out)
}

// ratios makes a noun of 比 where nothing follows that something could be
// compared with: 存贷比提高到74%.
func ratios(words []word) []word {
	for i := 1; i+1 < len(words); i++ {
		w, prev := &words[i], &words[i-1]
		if w.text == "比" && prev.mention < 0 && !prev.is(isCut|isList|isAdverb|isValue) &&
			words[i+1].is(isUp|isDown|isReach|isValue|isEach|isRespective) {
			w.class = isAmountNoun
		}
	}
	return words
}

func (v *vocabulary) append(out []word, body string, p report.Span) []word {
	text := strings.Trim(p.Of(body), " 　\n\r")
	if text == "" {
		return out
	}
	c := mark(text)
	if c == 0 {
		c = v.classOf(text)
	}
	if c == 0 && !strings.ContainsFunc(text, isLetter) {
		c = isPreposition // a stray sign ends a phrase
	}
	if k := len(out) - 1; k >= 0 && c&isNounEnd != 0 && out[k].is(isVerb|isEither|isUp|isDown) &&
		out[k].span.End == p.Start {
		out[k].text += text
		out[k].span.End = p.End
		out[k].class = c &^ isNounEnd
		return out
	}
	return append(out, word{text, p, c, -1})
}

// part returns the end of the first character where an unknown word is the end
// of a noun and a word of its own: 率控制.
func (v *vocabulary) part(body string, start, end int) int {
	first, n := utf8.DecodeRuneInString(body[start:end])
	if start+n < end && v.nounEnds[first] && v.classes[body[start:start+n]]&isNounEnd != 0 &&
		v.classes[body[start+n:end]] != 0 && v.classes[body[start:end]] == 0 {
		return start + n
	}
	return end
}

// classOf returns the classes of a word. What the lexicon does not name is
// judged by its parts: 全面铺开 is adverb and action, 森林蓄积量 says how much.
func (v *vocabulary) classOf(text string) class {
	if c := v.classes[text]; c != 0 {
		return c
	}
	if half := len(text) / 2; utf8.RuneCountInString(text) == 4 && utf8.RuneStart(text[half]) {
		if v.classes[text[:half]]&isAdverb != 0 {
			return v.classes[text[half:]]&(isUp|isDown|isReached) | isVerb |
				v.classes[text[:half]]&(isYearOnYear|isAverage|isCumulative)
		}
	}
	if rest, ok := strings.CutPrefix(text, "新"); ok && v.classes[rest]&isVerb != 0 {
		return isVerb
	}
	for _, end := range v.amountEnds {
		if strings.HasSuffix(text, end) {
			return isAmountNoun
		}
	}
	return 0
}

// classOfMention returns the classes of a mention: of its type, and where its
// words only introduce others (首批, 连续13年), of those.
func (v *vocabulary) classOfMention(m *report.Mention, text string) class {
	t := m.Type
	if strings.HasPrefix(text, "连续") && mentionClass[t] != isValue {
		return isAdverb
	}
	if t == report.MentionNonFact && numbers(text) {
		return isAdverb
	}
	if v.isLengthUnit(m, text) {
		return mentionClass[t] | isLength
	}
	return mentionClass[t] | v.classes[text]&isTrimmed
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// numbers tells whether a non-fact only numbers a point: （二）, 3., 一是.
func numbers(text string) bool {
	for _, end := range []string{"）", ")", "、", ".", "．", "是"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

// longest returns the end of the longest word of the vocabulary that starts at
// start and ends with one of the tokens, at most at limit; else the end of the
// first token.
func (v *vocabulary) longest(body string, start int, tokens []report.Token, limit int) int {
	end := min(tokens[0].Span.End, limit)
	if !v.starts[body[start:end]] {
		return end
	}
	for _, t := range tokens[1:] {
		if t.Span.End > limit || t.Span.End-start > v.bytes {
			break
		}
		text := body[start:t.Span.End]
		if v.classes[text] != 0 {
			end = t.Span.End
		} else if !v.starts[text] {
			break
		}
	}
	return end
}

// longestName is how many bytes a quote with numbers inside may have and still
// be one name (“六大行动”); a longer one is speech and is read as text.
const longestName = 45

// outerMentions returns the mentions that are words of their own, in order:
// those inside a name or non-fact are part of it.
func outerMentions(mentions []report.Mention) []int {
	out := make([]int, 0, len(mentions))
	end := 0
	for i := range mentions {
		m := &mentions[i]
		if m.Span.Start < end || m.Span.Len() == 0 {
			continue
		}
		if m.Type == report.MentionQuote && (m.Span.Len() > longestName ||
			inside(m, mentions[i+1:])) {
			continue
		}
		out = append(out, i)
		end = m.Span.End
	}
	return out
}

// inside tells whether the mention is the beginning of the next one:
// “十一五”前四年 is one time.
func inside(m *report.Mention, next []report.Mention) bool {
	return len(next) > 0 && next[0].Span.Contains(m.Span)
}

var mentionClass = map[report.MentionType]class{
	report.MentionMoney:    isValue,
	report.MentionRatio:    isValue,
	report.MentionCount:    isValue,
	report.MentionMeasure:  isValue,
	report.MentionRank:     isValue,
	report.MentionTime:     isTime,
	report.MentionEvery:    isEvery,
	report.MentionDuration: isSpan,
	report.MentionTitle:    isName,
	report.MentionQuote:    isName,
	report.MentionNonFact:  isName,
}
