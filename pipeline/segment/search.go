package segment

import (
	"unicode/utf8"

	"github.com/yanyiwu/gojieba"

	"taizhang/report"
)

// searched is a run of a text and its words.
type searched struct {
	report.Span
	words []inner
}

// inner is a word of a run, or a shorter word inside one, which comes before it.
type inner struct {
	start, end uint16 // from the beginning of the run
	whole      bool   // it is no part of a longer word
}

// longestRun bounds a run, in bytes.
const longestRun = 1 << 15

// Search returns the words of text together with the shorter words inside
// them (长沙 and 沙市 inside 长沙市), as an index wants them. Each run of characters
// that words are made of is cut by itself, and those that were cut lately are
// known: reports of an office repeat themselves.
func (s *Segmenter) Search(text string) []Word {
	runs := s.runs(text)
	s.cutForSearch(text, runs)
	words := make([]Word, 0, len(text)/4+1)
	position := 1
	for at := 0; at < len(text); {
		if len(runs) == 0 || at < runs[0].Start { // a mark is a word
			_, n := utf8.DecodeRuneInString(text[at:])
			words = append(words, Word{report.Span{Start: at, End: at + n}, position})
			position++
			at += n
			continue
		}
		for _, w := range runs[0].words {
			words = append(words, Word{report.Span{Start: at + int(w.start), End: at + int(w.end)}, position})
			if w.whole {
				position++
			}
		}
		at, runs = runs[0].End, runs[1:]
	}
	return joinASCII(text, words)
}

// runs returns the runs of a text, with their words where they are known.
func (s *Segmenter) runs(text string) []searched {
	c := cutting{segmenter: s, body: text}
	out := make([]searched, 0, len(text)/16+1)
	for i := 0; i < len(text); {
		end := c.run(i, min(i+longestRun, len(text)))
		if end == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		run := searched{Span: report.Span{Start: i, End: end}}
		run.words = s.known.get(run.Of(text))
		out = append(out, run)
		i = end
	}
	return out
}

// cutForSearch has gojieba cut the runs that are not known, in one call.
func (s *Segmenter) cutForSearch(text string, runs []searched) {
	var unknown []byte
	for _, r := range runs {
		if r.words == nil {
			unknown = append(append(unknown, r.Of(text)...), between...)
		}
	}
	if len(unknown) == 0 {
		return
	}
	found := s.jieba.Tokenize(string(unknown), gojieba.SearchMode, false)
	at := 0
	for i, r := range runs {
		if r.words != nil {
			continue
		}
		n := 0
		for n < len(found) && found[n].Start < at+r.Len() {
			n++
		}
		runs[i].words = innerWords(found[:n], at)
		s.known.put(r.Of(text), runs[i].words)
		found = found[min(n+1, len(found)):] // and what is between
		at += r.Len() + len(between)
	}
}

// innerWords returns the words that gojieba found in a run that begins at start.
// Going backwards, a word that starts before every word seen so far is no part of
// another.
func innerWords(found []gojieba.Word, start int) []inner {
	out := make([]inner, len(found))
	least := start + longestRun + 1
	for i := len(found) - 1; i >= 0; i-- {
		w := found[i]
		out[i] = inner{uint16(w.Start - start), uint16(w.End - start), w.Start < least}
		least = min(least, w.Start)
	}
	return out
}

func joinASCII(text string, words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		if n := len(out); n > 0 && out[n-1].Span.End == w.Span.Start &&
			isASCIIWord(w.Span.Of(text)) && isASCIIWord(out[n-1].Span.Of(text)) {
			out[n-1].Span.End = w.Span.End
			continue
		}
		out = append(out, w)
	}
	return out
}
