package ruleset

import (
	"strings"
	"testing"
	"testing/fstest"

	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// sound is a rule file without mistakes.
const sound = `title: 测试
note: 说明
indicators:
  - name: 总产值
    aliases: [工业产值]
    family: 金额
    direction: 多好
rules:
  - title: 总产值达到多少
    id: total
    kind: 金额
    patterns:
      - 【指标】〈到达词〉？【金额】
      - 【指标】（达到|突破）？【金额】
    keep: {indicator: 【指标】}
    priority: 50
    examples:
      - text: 全年总产值9亿元。
        want: {text: 9亿元, indicator: 总产值}
    counterexamples:
      - 总产值稳步提高。
      - text: 总产值要稳步提高。
        part: 计划
`

// load reads rule files given by name; word class 到达词 is there, 空词表 is empty.
func load(t *testing.T, folders ...map[string]string) (*Set, []report.Problem) {
	t.Helper()
	lex, _, err := lexicon.Load(fstest.MapFS{
		"lexicon/a.yaml": {Data: []byte("title: 词\nwords:\n  到达词: [达到]\n  空词表: []\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	set := &Set{}
	var problems []report.Problem
	var all []fstest.MapFS
	for _, files := range folders {
		fs := fstest.MapFS{}
		for name, text := range files {
			fs[name] = &fstest.MapFile{Data: []byte(text)}
		}
		all = append(all, fs)
	}
	switch len(all) {
	case 1:
		set, problems, err = Load(lex, all[0])
	case 2:
		set, problems, err = Load(lex, all[0], all[1])
	}
	if err != nil {
		t.Fatal(err)
	}
	return set, problems
}

func codes(problems []report.Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Code)
	}
	return strings.Join(out, " ")
}

// fixed is the sound file with its one deliberate slip put right.
func fixed() string {
	return strings.Replace(sound, "〈到达词〉？", "（〈到达词〉）？", 1)
}

func TestLoad(t *testing.T) {
	set, problems := load(t, map[string]string{"a.yaml": fixed()})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(set.Rules) != 1 || set.Rules[0].ID != "a/total" || len(set.Rules[0].Patterns) != 2 {
		t.Errorf("%+v", set.Rules)
	}
	if c := set.Rules[0].Counterexamples[1]; c.Part != report.Plan || c.Text == "" {
		t.Errorf("%+v", c)
	}
	if i := set.Indicators[0]; i.Name != "总产值" || i.Direction != MoreIsBetter {
		t.Errorf("%+v", i)
	}
}

func TestOwnFoldersReplaceByID(t *testing.T) {
	own := strings.Replace(fixed(), "title: 总产值达到多少", "title: 我们的", 1)
	set, problems := load(t, map[string]string{"a.yaml": fixed()}, map[string]string{"a.yaml": own})
	if len(problems) > 0 || len(set.Rules) != 1 || set.Rules[0].Title != "我们的" {
		t.Errorf("%v %+v", problems, set.Rules)
	}
	more, problems := load(t, map[string]string{"a.yaml": fixed()}, map[string]string{"b.yaml": own})
	if len(problems) > 0 || len(more.Rules) != 2 {
		t.Errorf("%v %+v", problems, more.Rules)
	}
	if set.Fingerprint() == more.Fingerprint() || len(set.Fingerprint()) != 12 {
		t.Errorf("fingerprints %s, %s", set.Fingerprint(), more.Fingerprint())
	}
}

func TestSameIDTwiceInOneFolder(t *testing.T) {
	half := fixed()[strings.Index(fixed(), "  - title: 总产值达到多少"):]
	_, problems := load(t, map[string]string{"a.yaml": fixed() + half})
	if codes(problems) != "duplicate_id" {
		t.Error(problems)
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	text := strings.NewReplacer("kind: 金额", "kind: 钱", "priority: 50", "priority: 高",
		"〈到达词〉？", "〈到达").Replace(sound)
	_, problems := load(t, map[string]string{"a.yaml": text})
	if codes(problems) != "choice number pattern" {
		t.Error(problems)
	}
}

func TestUnknownClassNamesTheNearest(t *testing.T) {
	text := strings.Replace(fixed(), "〈到达词〉", "〈到达字〉", 1)
	_, problems := load(t, map[string]string{"a.yaml": text})
	if codes(problems) != "unknown_class" || !strings.Contains(problems[0].Message, "「到达词」") ||
		problems[0].Line != 13 || problems[0].Column != 14 ||
		problems[0].Hint != "- 【指标】（〈到达字〉）？【金额】" {
		t.Error(problems)
	}
}

func TestLint(t *testing.T) {
	for want, text := range map[string]string{
		"":                  fixed(),
		"shadowed":          strings.Replace(fixed(), "（〈到达词〉）？", "（达到|突破）？", 1),
		"never_fires":       strings.Replace(fixed(), "（〈到达词〉）？", "〈空词表〉", 1),
		"idle_gap":          strings.Replace(fixed(), "【指标】（〈到达词〉）？", "…完成", 1),
		"no_anchor":         strings.Replace(fixed(), "【指标】（〈到达词〉）？【金额】", "【词语】", 1),
		"id":                strings.Replace(fixed(), "id: total", "id: 总量", 1),
		"unknown_indicator": strings.Replace(fixed(), "indicator: 【指标】", "indicator: 产值", 1),
		"duplicate_alias":   strings.Replace(fixed(), "[工业产值]", "[工业产值, 总产值]", 1),
	} {
		set, problems := load(t, map[string]string{"a.yaml": text})
		if len(problems) > 0 {
			t.Errorf("%s: %v", want, problems)
			continue
		}
		if got := codes(Lint(set)); got != want {
			t.Errorf("got %q, want %q: %v", got, want, Lint(set))
		}
	}
}
