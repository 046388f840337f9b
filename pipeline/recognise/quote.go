package recognise

import (
	"strings"

	"taizhang/report"
)

// longestName is how many bytes a title or a quote may have.
const longestName = 450

// titles finds 《…》, with the marks; inner 《》 or 〈〉 belong to it.
func (r *Recogniser) titles(f *found) []report.Mention {
	return enclosed(f, "《", "》", report.MentionTitle)
}

// quotes finds “…”, with the marks.
func (r *Recogniser) quotes(f *found) []report.Mention {
	return enclosed(f, "“", "”", report.MentionQuote)
}

// enclosed finds the outermost stretches between the marks.
func enclosed(f *found, open, shut string, t report.MentionType) []report.Mention {
	var list []report.Mention
	s := f.sentence
	for i := 0; ; {
		at := strings.Index(s[i:], open)
		if at < 0 {
			return list
		}
		at += i
		end := closing(s, at+len(open), open, shut)
		if end < 0 {
			i = at + len(open)
			continue
		}
		p := shift(report.Span{Start: at, End: end}, f.base)
		list = append(list, report.Mention{Type: t, Span: p, Core: p})
		i = end
	}
}

// closing returns the end of the mark that closes what was opened before i,
// or -1.
func closing(s string, i int, open, shut string) int {
	limit := min(len(s), i+longestName)
	for depth := 1; i < limit; {
		switch {
		case strings.HasPrefix(s[i:], shut):
			depth--
			i += len(shut)
			if depth == 0 {
				return i
			}
		case strings.HasPrefix(s[i:], open):
			depth++
			i += len(open)
		default:
			i++
		}
	}
	return -1
}
