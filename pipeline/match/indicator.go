package match

import (
	"strings"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// indicatorNames finds the canonical name of what a value is about.
type indicatorNames struct {
	exact    map[string]*ruleset.Indicator // by name and alias
	byWord   []*ruleset.Indicator          // by word of the trie, for 【指标】
	prefixes []string                      // that say whose value it is, not which: 全市, 全年
	suffixes []string                      // that say it is a value: 总量, 增速
}

func newIndicatorNames(set *ruleset.Set, t *trie, lex *lexicon.Lexicon) indicatorNames {
	n := indicatorNames{
		exact:    map[string]*ruleset.Indicator{},
		prefixes: lex.Words("指标前缀"),
		suffixes: lex.Words("指标后缀"),
	}
	for i := range set.Indicators {
		it := &set.Indicators[i]
		for _, name := range append([]string{it.Name}, it.Aliases...) {
			if name == "" || n.exact[name] != nil {
				continue
			}
			n.exact[name] = it
			n.exact[strings.NewReplacer("“", "", "”", "", " ", "").Replace(name)] = it
			w := t.add(name)
			n.byWord = grow(n.byWord, int(w)+1)
			n.byWord[w] = it
		}
	}
	return n
}

func (m *Matcher) indicatorOf(word int32) *ruleset.Indicator {
	if word < 0 || int(word) >= len(m.names.byWord) {
		return nil
	}
	return m.names.byWord[word]
}

// of returns the indicator a subject names, or nil. The whole subject must be
// its name: 长株潭地区生产总值 and 固定资产投资项目 are something else. Only words
// that say whose value it is, or that it is one, may stand beside the name.
func (n indicatorNames) of(subject string) *ruleset.Indicator {
	rest := subject
	for _, mark := range []string{"“", "”", " "} {
		if strings.Contains(rest, mark) {
			rest = strings.ReplaceAll(rest, mark, "")
		}
	}
	for {
		if it := n.exact[rest]; it != nil {
			return it
		}
		if it := n.exact[trimOne(rest, n.suffixes, strings.CutSuffix)]; it != nil {
			return it
		}
		shorter := trimOne(rest, n.prefixes, strings.CutPrefix)
		if shorter == rest {
			return nil
		}
		rest = shorter
	}
}

// trimOne cuts the longest of the words off s.
func trimOne(s string, words []string, cut func(s, w string) (string, bool)) string {
	best := s
	for _, w := range words {
		if rest, ok := cut(s, w); ok && len(rest) < len(best) {
			best = rest
		}
	}
	return best
}

// fits tells whether a value can be one of the indicator: money for an amount,
// and for any a growth, which is always a ratio.
func fits(it *ruleset.Indicator, f *report.Fact) bool {
	if f.Comparison != "" || it.Family == "" || f.Value == nil {
		return true
	}
	switch f.Kind {
	case report.KindAmount:
		return it.Family == ruleset.FamilyMoney
	case report.KindRatio:
		return it.Family == ruleset.FamilyRatio || f.Value.Unit == "百分点" || f.Value.Unit == "倍" ||
			f.Value.Min.IsNegative()
	case report.KindCount, report.KindMeasure:
		return it.Family != ruleset.FamilyMoney && it.Family != ruleset.FamilyRatio
	}
	return true
}

// related tells whether an indicator and a subject can be the same thing: one
// of its names shares two characters with the subject, or there is no subject.
// A rule that reaches over to the next value of its clause must not name that.
func (m *Matcher) related(name, subject string) bool {
	it := m.names.exact[name]
	if it == nil || subject == "" {
		return name != ""
	}
	shared := false
	for _, known := range append([]string{it.Name}, it.Aliases...) {
		if strings.Contains(subject, known) {
			// 中央财政赤字 is not 财政赤字: more words, another thing.
			return m.names.of(subject) == it
		}
		shared = shared || shareTwo(known, subject)
	}
	return shared
}

// shareTwo tells whether two characters that follow each other in a do in b.
func shareTwo(a, b string) bool {
	runes := []rune(a)
	for i := 0; i+1 < len(runes); i++ {
		if strings.Contains(b, string(runes[i:i+2])) {
			return true
		}
	}
	return false
}
