package match

import (
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// testability is the words that tell a promise the next report can be held to
// from one that it cannot.
type testability struct {
	results []string        // results that can be seen to be there: 竣工, 全覆盖
	verbs   map[string]bool // verbs that name a result themselves: 建立, 修订
	pairs   []pairing
	names   map[string]bool // verbs with which a quoted name alone says nothing: 推行
}

// pairing is verbs that name a result only together with such objects: 实施
// with 改扩建, not with 培育工程.
type pairing struct {
	verbs map[string]bool
	ends  []string
}

func newTestability(lex *lexicon.Lexicon) testability {
	t := testability{
		results: lex.Words("可核验词"),
		verbs:   lex.Set("可核验动词"),
		names:   lex.Set("虚名动词"),
	}
	for _, p := range [][2]string{
		{"动工动词", "工程词尾"}, {"办会动词", "盛会词尾"}, {"遏制动词", "事故词尾"},
	} {
		t.pairs = append(t.pairs, pairing{lex.Set(p[0]), lex.Words(p[1])})
	}
	return t
}

// holds tells whether the next report can show that the promise made by these
// words was kept: its verb, its object or the two together name a result, and
// it is more than an idea.
func (t *testability) holds(f *report.Fact, words string) bool {
	switch {
	case containsAny(words, t.results):
		return f.Strength != report.PlanTo
	case t.names[f.Action] && strings.HasSuffix(words, "”"):
		return false // 推行“一线工作法”: a name, and no thing
	case t.verbs[f.Action]:
		return true
	}
	if f.Strength == report.PlanTo {
		return false
	}
	for _, p := range t.pairs {
		if p.verbs[f.Action] && endsInAny(words, p.ends) {
			return true
		}
	}
	return false
}

func endsInAny(s string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
