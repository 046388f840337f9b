package recognise

import (
	"strings"

	"taizhang/report"
)

// longestName is how many bytes a title or a quote may have.
const longestName = 450

// The marks of titles and quotes, as repair leaves them.
const (
	titleOpen, titleShut = "《", "》"
	quoteOpen, quoteShut = "“", "”"
)

// titles finds 《…》, with the marks; inner 《》 or 〈〉 belong to it.
func (r *Recogniser) titles(f *found, list []report.Mention) []report.Mention {
	return enclosed(f, list, f.cues.titles, titleOpen, titleShut)
}

// quotes finds “…”, with the marks.
func (r *Recogniser) quotes(f *found, list []report.Mention) []report.Mention {
	return enclosed(f, list, f.cues.quotes, quoteOpen, quoteShut)
}

// enclosed adds to list the outermost stretches between the marks that open at
// one of the places.
func enclosed(
	f *found, list []report.Mention, places []int, open, shut string,
) []report.Mention {
	t := report.MentionQuote
	if open == titleOpen {
		t = report.MentionTitle
	}
	last := 0
	for _, at := range places {
		if at < last {
			continue
		}
		end := closing(f.sentence, at+len(open), open, shut)
		if end < 0 {
			continue
		}
		p := shift(report.Span{Start: at, End: end}, f.base)
		list = append(list, report.Mention{Type: t, Span: p, Core: p})
		last = end
	}
	return list
}

// closing returns the end of the mark that closes what was opened before i,
// or -1.
func closing(s string, i int, open, shut string) int {
	limit := min(len(s), i+longestName)
	for depth := 1; i < limit; {
		switch {
		case s[i] != shut[0] && s[i] != open[0]:
			i++
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
