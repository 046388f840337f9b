package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// Sentences cuts the body into sentences with their words. Words are the most
// costly thing to know of a sentence: who can do without those of most of them
// calls the function Sentences, and Fill for those whose words are wanted.
func (s *Segmenter) Sentences(t report.Text, o report.Outline) []report.Sentence {
	out := Sentences(nil, t, o)
	s.Fill(nil, t.Body, out, func(*report.Sentence) bool { return true })
	return out
}

// Sentences cuts the body into sentences, without their words; out is an empty
// list to be filled. A sentence ends at 。！？； or at the end of its paragraph; a
// mark inside a short bracket or quotation does not end it. A table cell is a
// sentence of its own.
func Sentences(out []report.Sentence, t report.Text, o report.Outline) []report.Sentence {
	rows := rowsByStart(o.Tables)
	out = slices.Grow(out, 8+strings.Count(t.Body, "\n")+strings.Count(t.Body, "。"))
	paragraph, section := 0, 0
	for start := 0; start < len(t.Body); paragraph++ {
		end := start + strings.IndexByte(t.Body[start:], '\n')
		if end < start {
			end = len(t.Body)
		}
		first := len(out)
		if at, ok := rows[start]; ok {
			out = appendCells(out, t.Body, o.Tables, at)
		} else {
			out = appendPieces(out, t.Body, report.Span{Start: start, End: end})
		}
		for i := range out[first:] {
			p := &out[first+i]
			p.Paragraph = paragraph
			section = sectionAt(o.Sections, p.Span.Start, section)
			p.Section = section
		}
		start = end + 1
	}
	return out
}

// sectionAt returns the index of the section that holds the offset, looking
// from section i on; sections are in text order.
func sectionAt(sections []report.Section, offset, i int) int {
	for i+1 < len(sections) && sections[i+1].Span.Start <= offset {
		i++
	}
	return i
}

// appendPieces cuts a paragraph at the marks that end a sentence, and drops
// blanks around each piece.
func appendPieces(out []report.Sentence, body string, p report.Span) []report.Sentence {
	start := p.Start
	for i := p.Start; i < p.End; {
		if i-start > longestSentence && apart(body[start:i]) {
			out = appendSentence(out, body, report.Span{Start: start, End: i})
			start = i
		}
		if isHanAt(body, i, p.End) {
			i += hanSize
			continue
		}
		r, n := utf8.DecodeRuneInString(body[i:p.End])
		if closing := closingOf(r); closing != 0 {
			i += n + bracket(body[i+n:p.End], closing)
			continue
		}
		i += n
		if endsSentence(r) {
			i += trailing(body[i:p.End])
			out = appendSentence(out, body, report.Span{Start: start, End: i})
			start = i
		}
	}
	return appendSentence(out, body, report.Span{Start: start, End: p.End})
}

// longestSentence is how many bytes a sentence may have and still be kept
// whole: more than anybody writes without a full stop. What is longer is cut
// at the next mark or blank, and without any at twice the length.
const longestSentence = 32 << 10

// apart tells whether a sentence that is too long may be cut at its end.
func apart(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '，' || r == '、' || unicode.IsSpace(r) || len(s) > 2*longestSentence
}

func appendSentence(out []report.Sentence, body string, p report.Span) []report.Sentence {
	words := p.Of(body)
	if len(words) > 0 && (mayBlank(words[0]) || mayBlank(words[len(words)-1])) {
		p.Start += len(words) - len(strings.TrimLeft(words, " \t　"))
		p.End -= len(words) - len(strings.TrimRight(words, " \t　"))
	}
	if p.Start >= p.End {
		return out
	}
	return append(out, report.Sentence{Span: p})
}

// mayBlank tells whether a blank can begin or end with the byte.
func mayBlank(b byte) bool { return b <= ' ' || b == 0xE3 || b == 0x80 }

func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '；', '!', '?', ';':
		return true
	}
	return false
}

// trailing returns the length of closing marks that belong to the sentence
// that just ended.
func trailing(rest string) int {
	n := 0
	for _, r := range rest {
		if !strings.ContainsRune("”’」』）》)", r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

func closingOf(opening rune) rune {
	switch opening {
	case '（':
		return '）'
	case '“':
		return '”'
	case '《':
		return '》'
	}
	return 0
}

// longestBracket is how many characters a bracket may hold and still keep a
// sentence together. A bracket left open, or a quoted speech, must not swallow
// a page.
const longestBracket = 120

// bracket returns the length of the bracket's inside with its closing mark, or
// 0 where it does not close soon.
func bracket(rest string, closing rune) int {
	seen := 0
	for i, r := range rest {
		if r == closing {
			return i + utf8.RuneLen(r)
		}
		if seen++; seen > longestBracket {
			return 0
		}
	}
	return 0
}

// rowOf is the number of a row within its table, both from 0.
type rowOf struct{ table, row int }

func rowsByStart(tables []report.Table) map[int]rowOf {
	rows := map[int]rowOf{}
	for t, table := range tables {
		for i, r := range table.Rows {
			rows[r.Span.Start] = rowOf{t, i}
		}
	}
	return rows
}
