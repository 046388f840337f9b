package match

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// view is a sentence as patterns see it. Offsets are counted from its start.
type view struct {
	text     string
	base     int // of the sentence in the body
	mentions []report.Mention
	types    []typeSet     // of each mention
	present  typeSet       // of them all
	words    uint64        // a bit for the last six bits of the number of each word found
	hits     []lexicon.Hit // by start
	here     hitsHere      // those last asked for
	wanted   []uint64      // a bit for each program to be tried
	cuts     []report.Span // clauses, once cut
	cut      bool
	closing  []report.Span // quotes, titles and brackets
	opening  []int
	m        *Matcher
}

// hitsHere is the words that start at one offset.
type hitsHere struct {
	offset int
	hits   []lexicon.Hit
}

// newView prepares a sentence. Marks inside quotes, titles and brackets end no
// clause: “拼经济、抓发展，又好又快” is one name.
func (m *Matcher) newView(d *report.Document, s *report.Sentence) *view {
	v := &view{}
	m.look(v, d, s)
	return v
}

// look turns the view to another sentence, using its memory again.
func (m *Matcher) look(v *view, d *report.Document, s *report.Sentence) {
	v.text, v.base, v.mentions = s.Span.Of(d.Text.Body), s.Span.Start, s.Mentions
	v.cuts, v.cut, v.m = v.cuts[:0], false, m
	v.hits, v.here.offset = m.trie.Scan(v.text, v.hits[:0]), -1
	v.words = 0
	for i := range v.hits {
		v.words |= 1 << (v.hits[i].Word % 64)
	}
	v.types, v.present = v.types[:0], 0
	for i := range v.mentions {
		t := typeOf(v.mentions[i].Type)
		v.types = append(v.types, t)
		v.present |= t
	}
}

// clauses returns the clauses of the sentence. They are cut when first asked for:
// most sentences hold no word that needs them.
func (v *view) clauses() []report.Span {
	if !v.cut {
		v.cut = true
		v.cutClauses()
	}
	return v.cuts
}

func (v *view) cutClauses() {
	start := 0
	closed := v.closed()
	for i := 0; i < len(v.text); i++ {
		if b := v.text[i]; beginsHan(b) {
			i += len("一") - 1
			continue
		} else if !beginsMark(b) {
			continue
		}
		r, _ := lexicon.Rune(v.text[i:])
		if !isClauseMark(r) {
			continue
		}
		for len(closed) > 0 && closed[0].End <= i {
			closed = closed[1:]
		}
		if len(closed) > 0 && closed[0].Start < i {
			continue
		}
		v.addClause(start, i)
		start = i + utf8.RuneLen(r)
	}
	v.addClause(start, len(v.text))
}

// addClause adds a clause without the blanks and the number before it (一是, 1.).
func (v *view) addClause(start, end int) {
	if inner, ok := strings.CutPrefix(v.text[start:end], "（"); ok && strings.HasSuffix(inner, "）") {
		start, end = start+len("（"), end-len("）")
	}
	for start < end && (v.text[start] == ' ' || v.text[start] == '\t') {
		start++
	}
	if n := v.m.openers(v.text[start:end]); start+n < end {
		start += n
	}
	if start < end {
		v.cuts = append(v.cuts, report.Span{Start: start, End: end})
	}
}

// beginsHan tells whether one of most Chinese characters, U+4000 to U+9FFF,
// begins with the byte.
func beginsHan(b byte) bool { return b >= 0xE4 && b <= 0xE9 }

// beginsMark tells whether a clause mark can begin with the byte.
func beginsMark(b byte) bool {
	return b == 0xE3 || b == 0xEF || b == ',' || b == ';' || b == '\t' || b == '\n'
}

func isClauseMark(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', ',', ';', '\t', '\n':
		return true
	}
	return false
}

// closed returns the quotes, titles and brackets of the sentence, outermost
// alone, in order.
func (v *view) closed() []report.Span {
	out, open := v.closing[:0], v.opening[:0]
	for i := 0; i < len(v.text); i++ {
		if b := v.text[i]; beginsHan(b) {
			i += len("一") - 1
			continue
		} else if b != 0xE2 && b != 0xE3 && b != 0xEF && b != '(' && b != ')' {
			continue // no such mark begins with it
		}
		switch r, _ := lexicon.Rune(v.text[i:]); r {
		case '“', '《', '（', '(':
			open = append(open, i)
		case '”', '》', '）', ')':
			if n := len(open); n > 0 {
				span := report.Span{Start: open[n-1], End: i + utf8.RuneLen(r)}
				open = open[:n-1]
				for len(out) > 0 && span.Contains(out[len(out)-1]) {
					out = out[:len(out)-1]
				}
				out = append(out, span)
			}
		}
	}
	v.closing, v.opening = out, open
	return out
}

// clauseAt returns the number of the clause that holds offset i, -1 between clauses.
func (v *view) clauseAt(i int) int {
	clauses := v.clauses()
	from, to := 0, len(clauses)
	for from < to {
		if half := (from + to) / 2; clauses[half].End < i {
			from = half + 1
		} else {
			to = half
		}
	}
	if from < len(clauses) && clauses[from].Start <= i {
		return from
	}
	return -1
}

// hitsAt returns the words found at offset i, shorter before longer.
func (v *view) hitsAt(i int) []lexicon.Hit {
	if v.here.offset == i {
		return v.here.hits
	}
	from := v.hitFrom(i)
	to := from
	for to < len(v.hits) && int(v.hits[to].Start) == i {
		to++
	}
	v.here.offset, v.here.hits = i, v.hits[from:to]
	return v.here.hits
}

// want notes programs to be tried.
func (v *view) want(programs []int32) {
	for _, p := range programs {
		v.wanted[p/64] |= 1 << (p % 64)
	}
}

// hitFrom returns the number of the first word found at offset i or later.
func (v *view) hitFrom(i int) int {
	from, to := 0, len(v.hits)
	for from < to {
		if half := (from + to) / 2; int(v.hits[half].Start) < i {
			from = half + 1
		} else {
			to = half
		}
	}
	return from
}

// mentionsAt returns the numbers of the mentions that begin at offset i.
func (v *view) mentionsAt(i int) (from, to int) {
	from = v.mentionFrom(i)
	to = from
	for to < len(v.mentions) && v.mentions[to].Span.Start-v.base == i {
		to++
	}
	return from, to
}

// mentionFrom returns the number of the first mention that begins at offset i or later.
func (v *view) mentionFrom(i int) int {
	from, to := 0, len(v.mentions)
	for from < to {
		half := (from + to) / 2
		if v.mentions[half].Span.Start-v.base < i {
			from = half + 1
		} else {
			to = half
		}
	}
	return from
}

// span returns where mention k stands in the sentence.
func (v *view) span(k int) report.Span {
	s := v.mentions[k].Span
	return report.Span{Start: s.Start - v.base, End: s.End - v.base}
}

// endsIn tells whether the words of the span, without marks around them, end in
// a word of the class.
func (m *Matcher) endsIn(v *view, span report.Span, class int32) bool {
	end := span.Start + len(strings.TrimRight(span.Of(v.text), "”’\"》"))
	for _, h := range v.hits[v.hitFrom(span.Start):] {
		if int(h.Start) >= end {
			return false
		}
		if int(h.End) == end && m.classes[class][h.Word] {
			return true
		}
	}
	return false
}
