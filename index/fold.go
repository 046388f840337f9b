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
// case), with the way back to the text it was made from.
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

// fold brings s into comparable form.
func fold(s string) folded {
	var b strings.Builder
	b.Grow(len(s))
	f := folded{runs: make([]foldRun, 0, 16)}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if plain(r) && startsUnit(s[i+n:]) {
			f.add(foldRun{b.Len(), i, n, n, true})
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		n = max(norm.NFKC.NextBoundaryInString(s[i:], true), n)
		unit := strings.ToLower(norm.NFKC.String(s[i : i+n]))
		f.add(foldRun{b.Len(), i, len(unit), n, unit == s[i:i+n]})
		b.WriteString(unit)
		i += n
	}
	f.text = b.String()
	return f
}

// foldString returns the comparable form alone.
func foldString(s string) string { return fold(s).text }

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

// startsUnit tells whether the first character of s cannot combine with the
// one before it. Anything rare is left to the normaliser.
func startsUnit(s string) bool {
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r < 0x300 || plain(r) || r >= 0xFF01 && r <= 0xFF60
}

// add appends a run, joined to the last where both are the same in both texts.
func (f *folded) add(r foldRun) {
	if n := len(f.runs); n > 0 && r.same && f.runs[n-1].same {
		f.runs[n-1].length += r.length
		f.runs[n-1].sourceLength += r.sourceLength
		return
	}
	f.runs = append(f.runs, r)
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

// occurrences returns where words stand in the original, without overlaps.
func (f folded) occurrences(words string) []report.Span {
	var out []report.Span
	for at := 0; words != ""; {
		i := strings.Index(f.text[at:], words)
		if i < 0 {
			break
		}
		p := report.Span{Start: at + i, End: at + i + len(words)}
		out = append(out, f.source(p))
		at = p.End
	}
	return out
}
