package attribute

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// tableWords are the words in the names of rows and columns, of
// lexicon/tables.yaml; every list longest first.
type tableWords struct {
	completion, growth, fall, share, place []string
	forecast, target, actual               []string
	filler, scope, average, more, less     []string
	indicators, due, owner, among          []string
	openers                                []lexicon.Shape
}

func newTableWords(lex *lexicon.Lexicon) tableWords {
	list := func(name string) []string {
		words := slices.Clone(lex.Words(name))
		slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
		return words
	}
	return tableWords{
		completion: list("表格完成率词"), growth: list("表格增长词"), fall: list("表格下降词"),
		share: list("表格占比词"), place: list("表格名次词"), forecast: list("表格预计词"), target: list("表格计划词"),
		actual: list("表格完成词"), filler: list("表格虚词"), scope: list("表格范围词"),
		average: list("年均词"), more: list("增减多词"), less: list("增减少词"),
		indicators: list("指标列"), due: list("时限列"), owner: list("责任列"), among: list("其中词"),
		openers: lex.Shapes("列表起首"),
	}
}

// measureOf is what the numbers under a name measure of its subject.
type measureOf int

const (
	itself measureOf = iota
	completion
	growth
	fall
	share
	place // in a ranking
)

// label is the name of a row or a column, understood.
type label struct {
	name     string // without numbering, unit and times
	noun     string // the name without what the fields below say; empty: it says no more
	measures measureOf
	word     string // that says what is measured: 完成率
	modality report.Modality
	period   report.Period
	due      report.Date
	base     report.Period // what a change is measured against: 比2021年
	noted    bool          // a unit is noted behind it: （万元）
	among    bool          // 其中
}

// label reads a name; marks are what was recognised where it stands.
func (w *tableWords) label(name string, marks []labelMark) label {
	var l label
	name, l.among = w.opened(strings.ReplaceAll(name, " ", ""))
	name = l.takeUnit(name, marks)
	l.name = strings.Trim(l.takeTimes(name, marks), between)
	rest := w.takeMeasure(&l, l.name)
	for _, m := range []struct {
		modality report.Modality
		words    []string
	}{{report.Forecast, w.forecast}, {report.Target, w.target}, {report.Actual, w.actual}} {
		if word := cutOne(&rest, m.words); word != "" && l.modality == "" {
			l.modality = m.modality
		}
	}
	if l.noun = strings.Trim(rest, between); w.fills(l.noun) {
		l.noun = ""
	}
	return l
}

// between are the marks between the parts of a name.
const between = " 　—-－：:、，,/"

// takeMeasure cuts the words that say what is measured out of a name.
func (w *tableWords) takeMeasure(l *label, rest string) string {
	if !l.base.IsZero() {
		l.measures = growth
	}
	for _, m := range []struct {
		of    measureOf
		words []string
	}{
		{completion, w.completion}, {place, w.place},
		{fall, w.fall}, {growth, w.growth}, {share, w.share},
	} {
		if word := cutOne(&rest, m.words); word != "" {
			l.measures, l.word = m.of, word
			break
		}
	}
	if l.measures == growth && cutOne(&rest, w.more) == "" && cutOne(&rest, w.less) != "" {
		l.measures = fall
	}
	return rest
}

// labelMark is a time or a noted unit in a name, with its words.
type labelMark struct {
	report.Mention
	words string
}

// takeUnit cuts the noted unit off a name: 投资额（万元）.
func (l *label) takeUnit(name string, marks []labelMark) string {
	for _, m := range marks {
		if m.Type != report.MentionNonFact {
			continue
		}
		if i := strings.LastIndex(name, m.words); i > 0 {
			l.noted = true
			return strings.TrimRight(name[:i], between+"（(")
		}
	}
	return name
}

// takeTimes cuts the times out of a name. That of 比2021年 is what a change is
// measured against, not when.
func (l *label) takeTimes(name string, marks []labelMark) string {
	for _, m := range marks {
		i := strings.Index(name, m.words)
		if m.Type != report.MentionTime || m.words == "" || i < 0 {
			continue
		}
		before, size := utf8.DecodeLastRuneInString(name[:i])
		if strings.ContainsRune("比较同与", before) {
			l.base = m.Period
			name = name[:i-size] + name[i+len(m.words):]
			continue
		}
		if l.period.IsZero() && !m.Period.IsZero() {
			l.period = m.Period
			if m.ByWhen {
				l.due = m.Due
			}
		}
		name = strings.TrimLeft(name[:i]+name[i+len(m.words):], "的度")
	}
	return name
}

// opened cuts the numbering, marks and 其中 off a name.
func (w *tableWords) opened(name string) (rest string, among bool) {
	rest = strings.Trim(name, " 　#*※△—-－·")
	for _, shape := range w.openers {
		if _, n, ok := shape.Match(rest); ok && n < len(rest) {
			rest = rest[n:]
			break
		}
	}
	for _, word := range w.among {
		if after, ok := strings.CutPrefix(rest, word); ok {
			rest, among = strings.TrimLeft(after, "：: "), true
			break
		}
	}
	return strings.Trim(rest, " 　：:、，"), among
}

// fills tells whether the words say nothing of what is counted.
func (w *tableWords) fills(s string) bool {
	for s != "" {
		shorter := s
		for _, word := range w.filler {
			if after, ok := strings.CutPrefix(s, word); ok {
				shorter = after
				break
			}
		}
		if shorter == s {
			return false
		}
		s = shorter
	}
	return true
}

// cutOne cuts the first of the words that stands in s out of it.
func cutOne(s *string, words []string) string {
	for _, w := range words {
		if i := strings.Index(*s, w); i >= 0 {
			*s = (*s)[:i] + (*s)[i+len(w):]
			return w
		}
	}
	return ""
}

// bareName returns a head without blanks and what stands in brackets.
func bareName(s string) string {
	s = strings.ReplaceAll(s, " ", "")
	if i := strings.IndexAny(s, "（("); i > 0 {
		s = s[:i]
	}
	return s
}

// firstOf returns the first of the words that is not empty.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
