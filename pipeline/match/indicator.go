package match

import (
	"strings"
	"unicode/utf8"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// indicatorNames finds the canonical name of what a value is about.
type indicatorNames struct {
	exact    map[string]*ruleset.Indicator // by name and alias
	byWord   []*ruleset.Indicator          // by number of the word, for 【指标】
	files    []int32                       // and the number of the file that declares it, -1 for none
	prefixes trimmer                       // that say whose value it is, not which: 全市, 全年
	suffixes trimmer                       // that say it is a value: 总量, 增速
}

func newIndicatorNames(set *ruleset.Set, words *wordList, files files, lex *lexicon.Lexicon) indicatorNames {
	n := indicatorNames{
		exact:    map[string]*ruleset.Indicator{},
		prefixes: newTrimmer(lex.Words("指标前缀")),
		suffixes: newTrimmer(lex.Words("指标后缀")),
	}
	for i := range set.Indicators {
		it := &set.Indicators[i]
		for _, name := range append([]string{it.Name}, it.Aliases...) {
			if name == "" || n.exact[name] != nil {
				continue
			}
			n.exact[name] = it
			n.exact[strings.NewReplacer("“", "", "”", "", " ", "").Replace(name)] = it
			w := words.add(name)
			n.byWord = grow(n.byWord, int(w)+1)
			n.byWord[w] = it
			for len(n.files) < len(n.byWord) {
				n.files = append(n.files, -1)
			}
			n.files[w] = files.of(it.At.File)
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
func (n *indicatorNames) of(subject string) *ruleset.Indicator {
	rest := subject
	if strings.IndexByte(rest, "“"[0]) >= 0 || strings.IndexByte(rest, ' ') >= 0 {
		for _, mark := range []string{"“", "”", " "} {
			rest = strings.ReplaceAll(rest, mark, "")
		}
	}
	for {
		if it := n.exact[rest]; it != nil {
			return it
		}
		if shorter := n.suffixes.cutSuffix(rest); shorter != rest {
			if it := n.exact[shorter]; it != nil {
				return it
			}
		}
		shorter := n.prefixes.cutPrefix(rest)
		if shorter == rest {
			return nil
		}
		rest = shorter
	}
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
	// 中央财政赤字 is not 财政赤字: more words, another thing.
	if strings.Contains(subject, it.Name) {
		return m.names.of(subject) == it
	}
	shared := shareTwo(it.Name, subject)
	for _, known := range it.Aliases {
		if strings.Contains(subject, known) {
			return m.names.of(subject) == it
		}
		shared = shared || shareTwo(known, subject)
	}
	return shared
}

// shareTwo tells whether two characters that follow each other in a do in b.
func shareTwo(a, b string) bool {
	for i, first := 0, 0; i < len(a); {
		_, size := utf8.DecodeRuneInString(a[i:])
		if first > 0 && strings.Contains(b, a[i-first:i+size]) {
			return true
		}
		i, first = i+size, size
	}
	return false
}
