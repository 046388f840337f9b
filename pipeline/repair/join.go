package repair

import (
	"slices"
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

const (
	// headingLength is the longest heading, in characters; an open line that
	// is longer is a paragraph cut in two.
	headingLength = 60
	// calling is the longest salutation (各位代表：), which never goes on from before.
	calling = 12
)

// join puts the halves of a sentence, word or amount together again that a page
// break, a wrap or a link of a web page set on two lines. Real paragraphs,
// headings, list items and table rows stay apart.
func join(t report.Text, w *work) []report.Edit {
	if w.layout == report.LayoutParagraphs {
		return nil
	}
	lines := w.lines(t)
	j := newJoiner(w, lines)
	var edits []report.Edit
	last := -1 // the last line with words
	for i, b := range lines {
		if b.empty() {
			continue
		}
		if last >= 0 && j.joins(lines[last], b, i-last-1) {
			cut := report.Span{Start: lines[last].body.End, End: b.body.Start}
			edits = append(edits, report.Edit{Span: cut, With: between(lines[last].text, b.text)})
		}
		last = i
	}
	return edits
}

// between returns what stands between two joined halves: a blank between
// words of Latin letters, else nothing.
func between(a, b string) string {
	if isLetter(lastRune(a)) && isLetter(firstRune(b)) {
		return " "
	}
	return ""
}

// joiner knows how the lines of one text were made.
type joiner struct {
	w        *work
	indented bool           // paragraphs begin with an indent
	spaced   bool           // paragraphs are parted by empty lines
	wrap     int            // width at which lines were wrapped, in cells; 0: they were not
	margins  map[int]margin // of the line that begins there in the body
	size     float64        // of most of the text, in points; 0: not known
}

func newJoiner(w *work, lines []line) *joiner {
	j := &joiner{w: w, wrap: wrapWidth(lines), margins: margins(lines), size: commonSize(lines)}
	count, indents, gaps, gap := 0, 0, 0, 0
	for _, l := range lines {
		if l.empty() {
			gap = 1
			continue
		}
		count++
		gaps += gap
		if gap = 0; l.indented() {
			indents++
		}
	}
	j.indented = 5*indents >= 2*count
	j.spaced = 2*gaps >= count
	return j
}

// joins tells whether b goes on where a stopped, gap empty lines before it.
func (j *joiner) joins(a, b line, gap int) bool {
	if a.row() || b.row() || a.heading() || b.heading() {
		return false
	}
	first, last := firstRune(b.text), lastRune(a.text)
	switch {
	case closes(first):
		return true
	case j.bareOpener(a.text):
		return gap == 0
	}
	_, item := j.w.opens(b.text)
	switch {
	case item:
		return leavesOpen(last) && isMark(last) && last != '，' && last != '、'
	case leavesOpen(last):
		return true
	}
	if a.Line != nil && b.Line != nil && a.Box.Width > 0 && b.Box.Width > 0 {
		return j.boxJoins(a, b)
	}
	return j.textJoins(a, b, gap)
}

// textJoins decides by the words and the shape of the lines alone.
func (j *joiner) textJoins(a, b line, gap int) bool {
	full := j.wrap > 0 && cells(a.text) >= j.wrap-wrapSlack
	switch {
	case j.indented && b.indented():
		return false
	case full && (gap == 0 || !ends(lastRune(a.text))):
		return true
	case ends(lastRune(a.text)), isCalling(b.text):
		return false
	case openQuote(a.text, b.text), cutParagraph(a.text):
		return true
	case isLetter(lastRune(a.text)) && isDigit(firstRune(b.text)):
		return gap == 0 // PM / 2.5
	}
	_, item := j.w.opens(a.text)
	return gap == 0 && j.spaced && !item
}

// bareOpener tells whether a line is nothing but the number of the next.
func (j *joiner) bareOpener(text string) bool {
	n, ok := j.w.opens(text)
	return ok && n == len(text)
}

func isCalling(text string) bool {
	r := lastRune(text)
	return !lexicon.Longer(text, calling) && ends(r) && r != '。' && r != '；'
}

// cutParagraph tells whether a line that ends without a full stop is a
// paragraph all the same: it holds whole sentences, or is too long for a heading.
func cutParagraph(text string) bool {
	if ends(lastRune(text)) || closes(lastRune(text)) && !holdsAny(text, "。", "；") {
		return false
	}
	return holdsAny(text, "。", "！", "？", "；") || lexicon.Longer(text, headingLength)
}

// holdsAny tells whether one of the marks stands in the text; each is looked for
// by itself, which is quicker than all of them character by character.
func holdsAny(text string, marks ...string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(text, m) })
}

// openQuote tells whether a ends inside a title or quotation that b closes.
func openQuote(a, b string) bool {
	for _, pair := range []string{"《》", "“”", "（）"} {
		left, right := firstRune(pair), lastRune(pair)
		opened := strings.LastIndex(a, string(left)) > strings.LastIndex(a, string(right))
		i := strings.IndexRune(b, right)
		if opened && i >= 0 && !strings.ContainsRune(b[:i], left) {
			return true
		}
	}
	return false
}
