package match

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"taizhang/pipeline/lexicon"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// patterns returns a matcher of one document rule with the given pattern, over
// the word classes 动词 (建成, 建成投用) and 词尾 (奖, 奖状).
func patterns(t testing.TB, pattern string) *Matcher {
	t.Helper()
	lex, _, err := lexicon.Load(fstest.MapFS{"lexicon/a.yaml": {Data: []byte(
		"title: 词\nwords:\n  动词: [建成, 建成投用]\n  词尾: [奖, 奖状]\n  列表起首: [一是]\n")}})
	if err != nil {
		t.Fatal(err)
	}
	file := "title: 测\nrules:\n  - title: 测\n    id: one\n    kind: 文件\n    patterns:\n      - '" +
		strings.ReplaceAll(pattern, "'", "''") +
		"'\n    examples:\n      - text: 略\n    counterexamples:\n      - 略\n"
	set, problems, err := ruleset.Load(lex, fstest.MapFS{"a.yaml": {Data: []byte(file)}})
	if err != nil || len(problems) > 0 {
		t.Skip(err, problems)
	}
	m, err := New(set, lex)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// matched returns the words the pattern matches in the text.
func matched(t testing.TB, pattern, text string) []string {
	m := patterns(t, pattern)
	d, _ := toyChain(text, report.Review)
	var out []string
	for i := range d.Sentences {
		v := m.newView(&d, &d.Sentences[i])
		candidates := m.candidates(v, report.Plan, nil)
		quick := m.matches(&runner{m: m, v: v}, candidates, nil)
		thorough := m.matches(&runner{m: m, v: v, noting: true}, candidates, nil)
		if !reflect.DeepEqual(quick, thorough) {
			t.Errorf("%s in %s: matches %v, trying every character %v", pattern, text, quick, thorough)
		}
		for _, f := range quick {
			out = append(out, f.span.Of(v.text))
		}
	}
	return out
}

func TestPatternsMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          []string
	}{
		{"产值【金额】", "产值9亿元。", []string{"产值9亿元"}},
		{"产值【金额】", "产值约9亿元。", nil},
		{"产值（达到|实现）？【金额】", "产值实现9亿元，产值8亿元。", []string{"产值实现9亿元", "产值8亿元"}},
		{"产值…【金额】", "产值稳步达到9亿元。", []string{"产值稳步达到9亿元"}},
		{"产值…【金额】", "产值稳步提高，达到9亿元。", nil},
		{"产值……【金额】", "产值稳步提高，达到9亿元。", []string{"产值稳步提高，达到9亿元"}},
		{"开展…【数量】", "开展“抓项目、促发展，争一流”活动3次。", []string{"开展“抓项目、促发展，争一流”活动3次"}},
		{"开展…【数量】", "开展活动（含线上，线下）3次。", []string{"开展活动（含线上，线下）3次"}},
		{"〈动词〉【数量】", "建成12个。", []string{"建成12个"}},
		{"〈动词〉学校", "建成投用学校。", []string{"建成投用学校"}},
		{"获【词语〈词尾〉】", "获全市优质奖状。", []string{"获全市优质奖状"}},
		{"获【词语〈词尾〉】", "获奖。", nil},
		{"【分句首】建设【词语】【分句尾】", "一是建设公园，又建设花园。", []string{"建设公园"}},
		{"【分句首】建设【词语】【分句尾】", "建设公园（城管局牵头）。", []string{"建设公园"}},
		{"「（」【数量】「）」", "新建学校（12所）。", []string{"（12所）"}},
		{"【期限】完成", "5月底前完成。", []string{"5月底前完成"}},
		{"【期限】完成", "5月完成。", nil},
		{"【引号〈词尾〉】", "获“白鹭奖”，抓“大干快上”。", []string{"“白鹭奖”"}},
		{"（甲|乙丙）…丁", "乙丙和丁。", []string{"乙丙和丁"}},
	} {
		if got := matched(t, c.pattern, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s on %s: got %q, want %q", c.pattern, c.text, got, c.want)
		}
	}
}

// TestNestedGapsAreNotExponential: each state is entered once.
func TestNestedGapsAreNotExponential(t *testing.T) {
	pattern := strings.Repeat("甲…", 40) + "乙"
	matched(t, pattern, strings.Repeat("甲", 4000)+"。")
}

func FuzzMatch(f *testing.F) {
	f.Add("产值（达到|实现）？…【金额】", "产值实现9亿元，增长5%。")
	f.Add("〈动词〉……【词语〈词尾〉】【分句尾】", "一是建成（“甲”奖）。《乙》")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		text = strings.ToValidUTF8(text, "")
		if len(text) > 2000 || strings.ContainsAny(pattern, "\n\r") {
			return
		}
		m := patterns(t, pattern)
		matched(t, pattern, text)
		for _, fact := range m.Facts(toyChain(text, report.Plan)) {
			if text[fact.Place.Start:fact.Place.End] != fact.Text {
				t.Errorf("%q is not at %d:%d", fact.Text, fact.Place.Start, fact.Place.End)
			}
		}
	})
}
