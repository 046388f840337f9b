package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"taizhang/internal/gold"
	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// marked is a fact sentence of the samples, marked as an author would mark it:
// the words of the value, and those of its subject and action.
type marked struct {
	gold.Line
	sentence string
	part     report.Part
	words    []string
}

// markedSentences returns the annotated facts of a sample that stand in a
// sentence, not in a table.
func markedSentences(t *testing.T, document string) []marked {
	t.Helper()
	lines, err := gold.Read(strings.TrimSuffix(document, filepath.Ext(document)) + ".gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	r := extract(t, document)
	var out []marked
	for _, g := range lines {
		for _, p := range r.Sentences {
			sentence := r.Words(p)
			if g.Optional || !strings.Contains(gold.Squeeze(sentence), gold.Squeeze(g.Context)) ||
				!strings.Contains(sentence, g.Quote) {
				continue
			}
			m := marked{Line: g, sentence: sentence, part: r.Outline.Sections[p.Section].Part}
			for _, w := range append(strings.Split(g.Subject, "|"), g.Action) {
				if w != "" && strings.Contains(sentence, w) && len(m.words) < 2 {
					m.words = append(m.words, w)
				}
			}
			out = append(out, m)
			break
		}
	}
	return out
}

// before and after are the characters beside the value.
func (m marked) before() rune {
	r, _ := utf8.DecodeLastRuneInString(m.sentence[:strings.Index(m.sentence, m.Quote)])
	return r
}

func (m marked) after() rune {
	r, _ := utf8.DecodeRuneInString(m.sentence[strings.Index(m.sentence, m.Quote)+len(m.Quote):])
	return r
}

// constructions are ten ways in which a report states a fact.
var constructions = []struct {
	name string
	is   func(marked) bool
}{
	{"新增学位2700个", func(m marked) bool { return m.Kind == "count" && !unicode.Is(unicode.Han, m.after()) }},
	{"完成12个小区改造", func(m marked) bool { return m.Kind == "count" && unicode.Is(unicode.Han, m.after()) }},
	{"完成投资6亿元", func(m marked) bool { return m.Kind == "amount" }},
	{"整改率达94%", func(m marked) bool { return m.Kind == "ratio" && m.before() == '达' }},
	{"同比增长10%", func(m marked) bool { return m.Comparison != "" }},
	{"每月检查2次", func(m marked) bool { return m.Kind == "frequency" }},
	{"6月底前竣工", func(m marked) bool { return m.Kind == "deadline" }},
	{"获评“某奖”", func(m marked) bool { return m.Kind == "award" && m.before() == '“' }},
	{"出台《某办法》", func(m marked) bool { return m.Kind == "document" }},
	{"完善某制度", func(m marked) bool { return m.Kind == "task" }},
}

// tenSentences picks a sentence of the samples for each construction.
func tenSentences(t *testing.T) []marked {
	t.Helper()
	var pool, out []marked
	for _, document := range documents(t, "../samples") {
		if !strings.Contains(document, "clean") {
			pool = append(pool, markedSentences(t, document)...)
		}
	}
	for _, c := range constructions {
		found := false
		for _, m := range pool {
			if found = c.is(m); found {
				out = append(out, m)
				break
			}
		}
		if !found {
			t.Errorf("no sentence like %s in the samples", c.name)
		}
	}
	return out
}

// TestProposeOfSamples holds the promise of rules new: of ten fact sentences,
// at least seven lead to a rule that extracts the fact and passes lint.
func TestProposeOfSamples(t *testing.T) {
	ten := tenSentences(t)
	for _, test := range []struct {
		name  string
		words func(marked) []string
	}{
		{"words given", func(m marked) []string { return append([]string{m.Quote}, m.words...) }},
		{"only the value marked", func(m marked) []string { return []string{m.Quote} }},
	} {
		sound := 0
		for _, m := range ten {
			p, err := pipeline(t).Propose(RuleRequest{Sentence: m.sentence, Part: m.part,
				Words: test.words(m), Kind: report.Kind(m.Kind)})
			switch {
			case err != nil:
				t.Logf("%s: %v", m.sentence, err)
			case !strings.Contains(p.Fact.Text, m.Quote):
				t.Logf("%s: extracts %s, not %s", m.sentence, p.Fact.Text, m.Quote)
			case passes(t, p):
				sound++
			}
		}
		t.Logf("%s: %d of %d", test.name, sound, len(ten))
		if sound < 7 {
			t.Errorf("%s: %d sound rules, want 7 at least", test.name, sound)
		}
	}
}

// passes tells whether the proposal, saved in a folder of own rules, passes
// lint, and its examples and counterexamples hold.
func passes(t *testing.T, p Proposal) bool {
	t.Helper()
	o := Options{Rules: []fs.FS{fstest.MapFS{p.File: {Data: []byte(p.YAML)}}}}
	problems, err := Lint(o)
	if err != nil {
		t.Fatal(err)
	}
	trial, more, err := pipeline(t).with(p.File, p.YAML)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range append(more, trial.TestRules()...) {
		if x.File == p.File {
			problems = append(problems, x)
		}
	}
	for _, x := range problems {
		t.Logf("%s\n%s", x, p.YAML)
	}
	return len(problems) == 0
}

func TestPropose(t *testing.T) {
	tests := []struct {
		name    string
		request RuleRequest
		want    []string // lines of the rule
		fact    string
	}{
		{"the subject and action are the words", RuleRequest{Sentence: "全年走访企业320家。"},
			[]string{"- title: 走访企业（数量）", "kind: 数量", "- 走访企业【数量】", "keep: {value: 【数量】}", "- text: 全年走访企业320家。",
				"want: {text: 320家, kind: 数量, subject: 企业, action: 走访, modality: 已完成}", "- 全年走访企业。"}, "320家"},
		{"words are given, the rest is gaps", RuleRequest{Sentence: "全年走访各类重点企业320家。", Words: []string{"走访", "企业"}},
			[]string{"- 走访…企业【数量】"}, "320家"},
		{"the value is marked", RuleRequest{Sentence: "走访企业320家，解决问题45个。", Words: []string{"45个"}},
			[]string{"- 解决问题【数量】"}, "45个"},
		{"a mention between the words is a slot",
			RuleRequest{Sentence: "举办“工地夜校”9期。", Words: []string{"举办"}},
			[]string{"- 举办【引号】【数量】"}, "9期"},
		{"over the end of a clause", RuleRequest{Sentence: "对36家参建单位开展履约评价，约谈6家。",
			Words: []string{"参建单位", "约谈", "6家"}}, []string{"- 参建单位……约谈【数量】"}, "6家"},
		{"a promise", RuleRequest{Sentence: "确保滨江小学6月底前竣工。", Part: report.Plan, Words: []string{"竣工"}},
			[]string{"kind: 期限", "- 【期限】竣工", "part: 计划", "modality: 计划"}, "6月底前"},
		{"a title and an id", RuleRequest{Sentence: "全年走访企业320家。", Title: "走访：企业", ID: "visits", File: "visits.yaml"},
			[]string{"- title: 走访：企业", "id: visits"}, "320家"},
		{"signs of the rule language", RuleRequest{Sentence: "开展“回头看”（复查）12次。", Words: []string{"（复查）"}},
			[]string{"- 「（复查）」【数量】"}, "12次"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := pipeline(t).Propose(test.request)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range test.want {
				if !strings.Contains(p.YAML, want) {
					t.Errorf("no %q in\n%s", want, p.YAML)
				}
			}
			if p.Fact.Text != test.fact || !passes(t, p) {
				t.Errorf("the rule extracts %s, want %s\n%s", p.Fact.Text, test.fact, p.YAML)
			}
		})
	}
}

func TestProposeRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		request RuleRequest
		want    string
	}{
		{"no sentence", RuleRequest{Sentence: " \n"}, "the sentence is empty"},
		{"no fact", RuleRequest{Sentence: "工作有序推进。"}, "the sentence gives no fact"},
		{"no fact of the kind", RuleRequest{Sentence: "走访企业320家。", Kind: report.KindAward}, "no fact of kind award"},
		{"a word from elsewhere", RuleRequest{Sentence: "走访企业320家。", Words: []string{"学校"}}, "「学校」 does not stand in the sentence"},
		{"a bad id", RuleRequest{Sentence: "走访企业320家。", ID: "走访"}, "want small letters"},
		{"a bad file", RuleRequest{Sentence: "走访企业320家。", File: "../own.yaml"}, "want small letters"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := pipeline(t).Propose(test.request)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
	if _, err := pipeline(t).Propose(RuleRequest{Sentence: "工作有序推进。"}); !errors.Is(err, ErrNoProposal) {
		t.Errorf("got %v, want ErrNoProposal", err)
	}
}

// TestYAMLOfOddWords writes values that YAML, or the scan before it, would
// take for something else.
func TestYAMLOfOddWords(t *testing.T) {
	for _, s := range []string{"“工地夜校”", "a: b", "x #y", "- x", "{甲}", "甲,乙", "甲，乙", "说“好”的", `"x"`, "反\\斜", "null", "：甲"} {
		r := ruleText{title: s, id: "odd", kind: report.KindCount, patterns: []string{"甲【数量】"},
			keep: []entry{{"value", "【数量】"}, {"subject", s}}, priority: 60,
			examples:        []ruleExample{{text: s, want: &report.Fact{Text: s, Kind: report.KindCount}}},
			counterexamples: []ruleExample{{text: s}, {text: s, part: report.Plan}}, note: s}
		trial, problems, err := pipeline(t).with("odd.yaml", r.yaml())
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) > 0 {
			t.Errorf("%s: %v\n%s", s, problems, r.yaml())
			continue
		}
		for _, rule := range trial.rules.Rules {
			if rule.ID == "odd/odd" && (rule.Title != s || rule.Keep.Subject != s || rule.Examples[0].Text != s ||
				rule.Examples[0].Want.Text != s || rule.Counterexamples[1].Text != s || rule.Note != s) {
				t.Errorf("%s: read back as %+v", s, rule)
			}
		}
	}
}

// FuzzDrafts holds that no sentence breaks the drafting, and that what is
// drafted can be read.
func FuzzDrafts(f *testing.F) {
	f.Add("全年新增学位2700个。", "学位", true)
	f.Add("获评“（市级）奖”1个；《甲》：6月底前", "获评", false)
	f.Add("】〈约6亿元…", "】〈", true)
	f.Fuzz(func(t *testing.T, sentence, word string, plan bool) {
		q := RuleRequest{Sentence: sentence, Part: report.Review}
		if plan {
			q.Part = report.Plan
		}
		if word != "" {
			q.Words = []string{word}
		}
		if q.complete() != nil {
			return
		}
		s, err := pipeline(t).scene(q)
		if err != nil {
			return
		}
		for _, d := range pipeline(t).drafts(s) {
			d.rule.title, d.rule.id = s.title(), defaultID(d.rule)
			d.rule.examples = []ruleExample{{text: q.Sentence, part: q.Part, want: &s.fact}}
			d.rule.counterexamples = s.counterexamples()
			if _, problems := ruleset.Parse(q.File, []byte(d.rule.yaml())); len(problems) > 0 {
				t.Errorf("%q: %v\n%s", sentence, problems, d.rule.yaml())
			}
		}
	})
}

// TestProposeBesideFaultyRules blames a proposal for nothing that was wrong
// before it, not even in a file of the same name.
func TestProposeBesideFaultyRules(t *testing.T) {
	own := fstest.MapFS{"own.yaml": {Data: []byte(
		strings.Replace(ownRules, "320家, indicator: 走访企业", "321家", 1) + "    novelty: 1\n")}}
	p, problems, err := New(Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test"), Rules: []fs.FS{own}})
	if err != nil || len(problems) == 0 {
		t.Fatalf("want problems of the own file, got %v %v", problems, err)
	}
	defer p.Close()
	got, err := p.Propose(RuleRequest{Sentence: "全年走访企业320家。", Words: []string{"走访", "企业"}})
	if err != nil || len(got.Problems) > 0 {
		t.Errorf("got %v %v", got.Problems, err)
	}
}
