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
	completion, growth, fall, share []string
	forecast, target, actual        []string
	filler, scope                   []string
	indicators, tasks, due, owner   []string
	openers                         []lexicon.Shape
	among                           []string
}

func newTableWords(lex *lexicon.Lexicon) tableWords {
	list := func(name string) []string {
		words := slices.Clone(lex.Words(name))
		slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
		return words
	}
	return tableWords{
		completion: list("表格完成率词"), growth: list("表格增长词"), fall: list("表格下降词"),
		share: list("表格占比词"), forecast: list("表格预计词"), target: list("表格计划词"),
		actual: list("表格完成词"), filler: list("表格虚词"), scope: list("表格范围词"),
		indicators: list("指标列"), tasks: list("任务列"), due: list("时限列"), owner: list("责任列"),
		openers: lex.Shapes("列表起首"), among: list("其中词"),
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
	noted    bool // a note stands behind it: （万元）
	among    bool // 其中
}

// label reads a name; times are what was recognised where it stands.
func (w tableWords) label(name string, times []namedTime) label {
	var l label
	name, l.noted = withoutNote(name)
	name, l.among = w.opened(name)
	name = l.take(name, times)
	l.name = name
	rest := name
	for _, m := range []struct {
		of    measureOf
		words []string
	}{{completion, w.completion}, {fall, w.fall}, {growth, w.growth}, {share, w.share}} {
		if word := cutOne(&rest, m.words); word != "" {
			l.measures, l.word = m.of, word
			break
		}
	}
	for _, m := range []struct {
		modality report.Modality
		words    []string
	}{{report.Forecast, w.forecast}, {report.Target, w.target}, {report.Actual, w.actual}} {
		if word := cutOne(&rest, m.words); word != "" && l.modality == "" {
			l.modality = m.modality
		}
	}
	if l.noun = strings.Trim(rest, "—-：:、，, /"); w.fills(l.noun) {
		l.noun = ""
	}
	return l
}

// namedTime is a time in a name, with its words.
type namedTime struct {
	report.Mention
	words string
}

// take cuts the times out of a name. 比上年 is no time of the value.
func (l *label) take(name string, times []namedTime) string {
	for _, t := range times {
		i := strings.Index(name, t.words)
		if i < 0 || t.words == "" {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(name[:i]); strings.ContainsRune("比较同与", before) {
			continue
		}
		if l.period.IsZero() && !t.Period.IsZero() {
			l.period = t.Period
			if t.ByWhen {
				l.due = t.Due
			}
		}
		name = strings.TrimLeft(name[:i]+name[i+len(t.words):], "的")
	}
	return name
}

// opened cuts the numbering, marks and 其中 off a name.
func (w tableWords) opened(name string) (rest string, among bool) {
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
func (w tableWords) fills(s string) bool {
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

// withoutNote returns a name without blanks and without what stands in
// brackets or behind a stroke at its end: 投资额（万元）, 投资额/万元.
func withoutNote(s string) (string, bool) {
	s = strings.ReplaceAll(s, " ", "")
	rest := strings.TrimRight(s, "）)")
	if rest != s {
		if i := strings.LastIndexAny(rest, "（("); i > 0 {
			return rest[:i], true
		}
	}
	if i := strings.LastIndexAny(s, "/／"); i > 0 {
		return s[:i], true
	}
	return s, false
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
