package attribute

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// word is a word of a sentence as attribution sees it: a mention, a mark, a
// word of the lexicon (which may be several tokens), or any other token.
type word struct {
	text    string
	span    report.Span // in the body
	class   class
	role    role
	mention int // index in Sentence.Mentions, -1 for none
}

func (w *word) is(c class) bool { return w.class&c != 0 }

func (w *word) plays(r role) bool { return w.role&r != 0 }

// words lays the words of a sentence out in a list: mentions first, then the
// longest words of the vocabulary that begin and end with tokens.
func (v *vocabulary) words(out []word, body string, s *report.Sentence) []word {
	next, at := nextOuter(s.Mentions, 0, 0), s.Span.Start
	for i := 0; i < len(s.Tokens); {
		t := s.Tokens[i].Span
		t.Start = max(t.Start, at)
		if t.Start >= t.End {
			i++
			continue
		}
		limit := s.Span.End
		if next < len(s.Mentions) {
			m := &s.Mentions[next]
			if m.Span.Start <= t.Start {
				text := m.Span.Of(body)
				also, does := v.find(text)
				out = append(out, word{text, m.Span, v.classOfMention(m, text, also), does, next})
				next, at = nextOuter(s.Mentions, next+1, m.Span.End), max(at, m.Span.End)
				continue
			}
			limit = m.Span.Start
		}
		var known int32
		at, known = v.longest(body, t.Start, s.Tokens[i:], limit)
		if known < 0 || v.classes[known] == 0 {
			if end, first := v.part(body, t.Start, at); first >= 0 {
				at, known = end, first
			}
		}
		out = v.append(out, body, report.Span{Start: t.Start, End: at}, known)
	}
	return ratios(out)
}

// ratios makes a noun of 比 where nothing follows that something could be
// compared with: 存贷比提高到74%.
func ratios(words []word) []word {
	for i := 1; i+1 < len(words); i++ {
		w, prev := &words[i], &words[i-1]
		if w.plays(isRatioOf) && prev.mention < 0 && !prev.is(isCut|isList|isAdverb|isValue) &&
			words[i+1].is(isUp|isDown|isReach|isValue|isEach|isRespective) {
			w.class = isAmountNoun
		}
	}
	return words
}

// append adds the word at p, whose number in the vocabulary is known; -1 for a
// word that is not in it.
func (v *vocabulary) append(out []word, body string, p report.Span, known int32) []word {
	text := p.Of(body)
	if text == "" || blank(text[0]) || blank(text[len(text)-1]) {
		if text = strings.Trim(text, " 　\n\r"); text == "" {
			return out
		}
		known = v.trie.Find(text)
	}
	var does role
	c := mark(text)
	if known >= 0 {
		does = v.roles[known]
		if c == 0 {
			c = v.classes[known]
		}
	}
	if c == 0 {
		c = v.byParts(text)
	}
	if c == 0 && !strings.ContainsFunc(text, isLetter) {
		c = isPreposition // a stray sign ends a phrase
	}
	if k := len(out) - 1; k >= 0 && c&isNounEnd != 0 && out[k].is(isVerb|isEither|isUp|isDown) &&
		out[k].span.End == p.Start {
		last := &out[k]
		last.text = joined(body, last.text, text, report.Span{Start: last.span.Start, End: p.End})
		last.span.End = p.End
		last.class, last.role = c&^isNounEnd, v.role(last.text)
		return out
	}
	return append(out, word{text, p, c, does, -1})
}

// blank tells whether a blank can begin or end with the byte.
func blank(b byte) bool { return b <= ' ' || b == 0xE3 || b == 0x80 }

// joined returns a+b, where they stand together the words of the body.
func joined(body, a, b string, p report.Span) string {
	if len(a)+len(b) == p.Len() {
		return p.Of(body)
	}
	return a + b
}

// part returns the end of the first character where an unknown word is the end
// of a noun and a word of its own, and its number: 率控制.
func (v *vocabulary) part(body string, start, end int) (int, int32) {
	first, n := lexicon.Rune(body[start:end])
	if root := v.trie.Root(first); root >= 0 && start+n < end {
		w := v.trie.Word(root)
		if w >= 0 && v.classes[w]&isNounEnd != 0 && v.of(body[start+n:end]) != 0 && severalRunes(body[start+n:end]) {
			return start + n, w
		}
	}
	return end, -1
}

// severalRunes tells whether s has more than one character: 厂房 is no 厂 with a
// word behind it.
func severalRunes(s string) bool {
	_, n := lexicon.Rune(s)
	return n < len(s)
}

// classOf returns the classes of a word.
func (v *vocabulary) classOf(text string) class {
	if c := v.of(text); c != 0 {
		return c
	}
	return v.byParts(text)
}

// byParts judges a word the lexicon does not name by its parts: 全面铺开 is
// adverb and action, 森林蓄积量 says how much.
func (v *vocabulary) byParts(text string) class {
	if half := len(text) / 2; len(text) <= 4*utf8.UTFMax && lexicon.Length(text) == 4 &&
		utf8.RuneStart(text[half]) {
		if first := v.of(text[:half]); first&isAdverb != 0 {
			return v.of(text[half:])&(isUp|isDown|isReached) | isVerb |
				first&(isYearOnYear|isAverage|isCumulative)
		}
	}
	for _, newly := range v.affixes.newly.words {
		if rest, ok := strings.CutPrefix(text, newly); ok && v.of(rest)&isVerb != 0 {
			return isVerb
		}
	}
	if v.amountEnds.end(text) {
		return isAmountNoun
	}
	return 0
}

// classOfMention returns the classes of a mention: of its type, and where its
// words only introduce others (首批, 连续13年), of those: also is what the lexicon
// gives them.
func (v *vocabulary) classOfMention(m *report.Mention, text string, also class) class {
	t := m.Type
	if v.affixes.inARow.begin(text) && classOfType(t) != isValue {
		return isAdverb
	}
	if t == report.MentionNonFact && numbers(text) {
		return isAdverb
	}
	if v.isLengthUnit(m, text) {
		return classOfType(t) | isLength
	}
	return classOfType(t) | also&isTrimmed
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

// longest returns the end and the number of the longest word of the vocabulary
// that has a class, starts at start and ends with one of the tokens, at most at
// limit; else the end of the first token, and its number as a word of no class, -1
// where it is none. 其中 ends where it ends: 其中国省干线 is not about 中国.
func (v *vocabulary) longest(body string, start int, tokens []report.Token, limit int) (int, int32) {
	end := min(tokens[0].Span.End, limit)
	if !v.trie.Begins(body[start:]) {
		return end, -1
	}
	next, first := end, end // where the token ends that the characters have come to
	found := int32(-1)
	r, size := lexicon.Rune(body[start:])
	n, at := v.trie.Root(r), start+size
	for n >= 0 && at <= limit {
		for at > next && len(tokens) > 1 {
			tokens = tokens[1:]
			next = tokens[0].Span.End
		}
		w := v.trie.Word(n)
		if w >= 0 && v.classes[w] != 0 && (at == next || v.classes[w]&isAmong != 0) ||
			w >= 0 && found < 0 && at == first {
			end, found = at, w
		}
		if at == len(body) {
			break
		}
		r, size = lexicon.Rune(body[at:])
		n, at = v.trie.Next(n, r), at+size
	}
	return end, found
}

// longestName is how many bytes a quote with numbers inside may have and still
// be one name (“六大行动”); a longer one is speech and is read as text.
const longestName = 45

// nextOuter returns the number of the next mention from i on that is a word of
// its own: those that begin before end, inside a name or non-fact, are part of it.
func nextOuter(mentions []report.Mention, i, end int) int {
	for ; i < len(mentions); i++ {
		m := &mentions[i]
		if m.Span.Start < end || m.Span.Len() == 0 {
			continue
		}
		if m.Type == report.MentionQuote && (m.Span.Len() > longestName ||
			inside(m, mentions[i+1:])) {
			continue
		}
		break
	}
	return i
}

// inside tells whether the mention is the beginning of the next one:
// “十一五”前四年 is one time.
func inside(m *report.Mention, next []report.Mention) bool {
	return len(next) > 0 && next[0].Span.Contains(m.Span)
}

// classOfType returns the class of a mention by its type.
func classOfType(t report.MentionType) class {
	switch t {
	case report.MentionMoney, report.MentionRatio, report.MentionCount, report.MentionMeasure,
		report.MentionRank:
		return isValue
	case report.MentionTime:
		return isTime
	case report.MentionEvery:
		return isEvery
	case report.MentionDuration:
		return isSpan
	case report.MentionTitle, report.MentionQuote, report.MentionNonFact:
		return isName
	}
	return 0
}
