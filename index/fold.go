package index

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"taizhang/report"
)

// folded is a text in the form in which texts are compared (NFKC, then lower
// case, then simplified characters), with the way back to the text it was made
// from.
type folded struct {
	text string
	runs []foldRun
}

// foldRun maps a stretch of the folded text to one of the original: byte by
// byte if same is set, as a whole otherwise.
type foldRun struct {
	at, source, length, sourceLength int
	same                             bool
}

// fold brings s into comparable form. Nearly all of a report is characters
// that are their own form or full-width twins of ASCII; only the rest is left
// to the normaliser.
func fold(s string) folded {
	i := unchanged(s)
	if i == len(s) {
		return folded{s, []foldRun{{0, 0, len(s), len(s), true}}}
	}
	var b strings.Builder
	b.Grow(len(s))
	f := folded{runs: make([]foldRun, 0, 16+len(s)/20)}
	if i > 0 {
		f.addSame(0, 0, i)
		b.WriteString(s[:i])
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	for i < len(s) {
		if same := unchanged(s[i:]); same > 0 {
			f.addSame(b.Len(), i, same)
			b.WriteString(s[i : i+same])
			i += same
			r, n = utf8.DecodeRuneInString(s[i:])
			continue
		}
		next, size := utf8.DecodeRuneInString(s[i+n:])
		simple := size == 0 || startsUnit(next)
		switch {
		case simple && plain(r):
			f.addSame(b.Len(), i, n)
			b.WriteRune(simplify(r))
		case simple && (isFullWidth(r) || r < utf8.RuneSelf):
			if r >= utf8.RuneSelf {
				r -= fullWidth
			}
			f.runs = append(f.runs, foldRun{b.Len(), i, 1, n, false})
			b.WriteRune(unicode.ToLower(r))
		default:
			n = max(norm.NFKC.NextBoundaryInString(s[i:], true), n)
			next, size = utf8.DecodeRuneInString(s[i+n:])
			unit := strings.Map(simplify, strings.ToLower(norm.NFKC.String(s[i:i+n])))
			f.runs = append(f.runs, foldRun{b.Len(), i, len(unit), n, false})
			b.WriteString(unit)
		}
		i += n
		r, n = next, size
	}
	f.text = b.String()
	return f
}

// unchanged returns how much of the beginning of a text is its own comparable
// form.
func unchanged(s string) int {
	before := 0 // where the character before i begins
	forms := simplified()
	for i, r := range s {
		switch {
		case r >= firstHan && r <= lastHan:
			if forms[r-firstHan] != 0 {
				return i
			}
		case i > 0 && !startsUnit(r):
			return before
		case !plain(r):
			return i
		}
		before = i
	}
	return len(s)
}

// foldString returns the comparable form alone.
func foldString(s string) string {
	if unchanged(s) == len(s) {
		return s
	}
	return fold(s).text
}

// plain tells whether r is its own comparable form whatever stands before it.
func plain(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !unicode.IsUpper(r)
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	}
	return r == '。' || r == '、' || r == '“' || r == '”' || r == '《' || r == '》'
}

// fullWidth is the distance of full-width forms from their ASCII twins.
const fullWidth = 0xFEE0

func isFullWidth(r rune) bool { return r >= 0xFF01 && r <= 0xFF5E }

// startsUnit tells whether r cannot combine with the character before it.
// Anything rare is left to the normaliser.
func startsUnit(r rune) bool { return r < 0x300 || plain(r) || isFullWidth(r) }

// addSame adds a stretch that is the same in both texts, joined to the last
// one where that is too.
func (f *folded) addSame(at, source, n int) {
	if k := len(f.runs) - 1; k >= 0 && f.runs[k].same {
		f.runs[k].length += n
		f.runs[k].sourceLength += n
		return
	}
	f.runs = append(f.runs, foldRun{at, source, n, n, true})
}

// source leads a stretch of the folded text back to the original. A part of a
// character that folds to several (㎡ to m2) leads to the whole of it.
func (f folded) source(p report.Span) report.Span {
	return report.Span{Start: f.back(p.Start, false), End: f.back(p.End-1, true)}
}

// back returns the original offset at which the character holding folded
// offset i starts or, if end is set, the one after it.
func (f folded) back(i int, end bool) int {
	k := sort.Search(len(f.runs), func(k int) bool { return f.runs[k].at > i }) - 1
	if k < 0 {
		return 0
	}
	r := f.runs[k]
	switch {
	case r.same && end:
		return r.source + i - r.at + 1
	case r.same:
		return r.source + i - r.at
	case end:
		return r.source + r.sourceLength
	}
	return r.source
}

// within returns where words that begin at from or behind it, and before to,
// stand in the original, without overlaps.
func (f folded) within(words string, from, to int) []report.Span {
	var out []report.Span
	for at := from; words != ""; {
		end := min(to+len(words), len(f.text))
		i := -1
		if at < end {
			i = strings.Index(f.text[at:end], words)
		}
		if i < 0 || at+i >= to {
			break
		}
		p := report.Span{Start: at + i, End: at + i + len(words)}
		out = append(out, f.source(p))
		at = p.End
	}
	return out
}

// forward returns the folded offset of the first character that comes of what
// stands at source or behind it.
func (f folded) forward(source int) int {
	k := sort.Search(len(f.runs), func(k int) bool { return f.runs[k].source+f.runs[k].sourceLength > source })
	if k == len(f.runs) {
		return len(f.text)
	}
	r := f.runs[k]
	switch {
	case source <= r.source:
		return r.at
	case r.same:
		return r.at + source - r.source
	}
	return r.at + r.length
}
