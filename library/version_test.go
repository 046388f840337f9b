package library

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"taizhang/decision"
	"taizhang/report"
)

// prose returns a text of n sentences with a fact each; another seed is another
// text of the same form.
func prose(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 1))
	letters := []rune("工程学校道路河湖农田社区医院园区企业市场码头桥梁绿地管网厂房灯塔")
	var out strings.Builder
	for range n {
		name := ""
		for range 4 {
			name += string(letters[r.IntN(len(letters))])
		}
		fmt.Fprintf(&out, "全年建成%s等项目%d个，完成投资%d万元。", name, r.IntN(900), r.IntN(90000))
	}
	return out.String()
}

// versionsIn returns the versions as "counting others" of each report.
func versionsIn(t *testing.T, l *Library) string {
	t.Helper()
	all, err := l.Versions()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, group := range all {
		var names []string
		for _, v := range group {
			names = append(names, v.Name)
		}
		out = append(out, strings.Join(names, " "))
	}
	return strings.Join(out, "; ")
}

func TestVersions(t *testing.T) {
	first := prose(1, 30)
	fuller := first + "另有校舍修缮完工2个。又有操场改造完工3个。"
	damaged := strings.Replace(first, "全年建成", "全午建戍", 3)
	for _, x := range []struct {
		name  string
		texts []string
		want  string // versions, the one that counts first
		facts int
	}{
		{"two works", []string{first, prose(2, 30)}, "", 60},
		{"a newer transcription", []string{first, damaged}, "1.txt 0.txt", 30},
		{"one with more facts, first", []string{fuller, first}, "0.txt 1.txt", 32},
		{"one with more facts, last", []string{first, fuller}, "1.txt 0.txt", 32},
		{"two works, one short", []string{first, prose(2, 12)}, "", 42},
		{"three", []string{first, fuller, damaged}, "1.txt 0.txt 2.txt", 32},
		{"a part", []string{first[:len(first)*2/5], first}, "1.txt 0.txt", 30},
		{"short texts", []string{"新增学位1个。", "新增学位1个。 "}, "", 2},
	} {
		dir := t.TempDir() + "/library"
		o := options(t)
		o.Workers = 1
		l := opened(t, dir, o)
		s := imported(t, l, texts(x.texts...))
		if got := versionsIn(t, l); got != x.want {
			t.Errorf("%s: got versions %q, want %q", x.name, got, x.want)
		}
		groups := max(1, strings.Count(x.want, " ")+1)
		reports := len(x.texts) - groups + 1
		sound(t, l, reports, x.facts)
		if v := s.Results[1].Version; (v != nil) != (x.want != "") || v != nil && s.Results[1].Status != Imported {
			t.Errorf("%s: the second file gives %+v", x.name, s.Results[1])
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		again := opened(t, dir, o)
		sound(t, again, reports, x.facts)
		if err := again.Rebuild(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		sound(t, again, reports, x.facts)
	}
}

// TestVersionsDecided chooses the version that counts, tells versions apart, and
// removes one.
func TestVersionsDecided(t *testing.T) {
	first := prose(1, 30)
	second := strings.Replace(first, "全年建成", "本年建成", 1) + "另有校舍修缮完工2个。"
	o := options(t)
	o.Workers = 1
	l := opened(t, t.TempDir()+"/library", o)
	s := imported(t, l, texts(first, second))
	keys := []report.DecisionKey{}
	for _, r := range s.Results {
		key, err := l.DocumentNamed(r.Report)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	if v := s.Results[1].Version; v == nil || !v.Counts || v.Same != 30 || v.Here != 1 || v.Missing != 0 {
		t.Errorf("got %+v, want all facts there and one more here", v)
	}
	choose := made(report.DecisionVersion, keys[0])
	choose.Value = report.VersionCounts
	undo := func(d []report.Decision) {
		t.Helper()
		decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: d[0].ID})
	}
	sound(t, l, 1, 31)
	chosen := decided(t, l, choose)
	sound(t, l, 1, 30)
	undo(chosen)
	sound(t, l, 1, 31)
	apart := choose
	apart.Value = report.VersionOwn
	told := decided(t, l, apart)
	sound(t, l, 2, 61)
	undo(told)
	removed := decided(t, l, made(report.DecisionRemove, keys[1]))
	sound(t, l, 1, 30)
	undo(removed)
	sound(t, l, 1, 31)
	year := made(report.DecisionReport, keys[0])
	year.Field, year.Value = report.FieldYear, "2019"
	decided(t, l, year)
	sound(t, l, 2, 61)
}

func TestCompare(t *testing.T) {
	a := &report.Report{Facts: []report.Fact{
		{Text: "3个", Sentence: "建成3 个。"}, {Text: "5个", Sentence: "修5个。", Subject: "校舍"}, {Text: "7个", Sentence: "拆7个。"}}}
	b := &report.Report{Facts: []report.Fact{
		{Text: "3个", Sentence: "建成3个。"}, {Text: "5个", Sentence: "修缮5个。", Subject: "校舍"}, {Text: "8个", Sentence: "拆8个。"}}}
	d := Compare(a, b)
	if d.Same != 2 || len(d.OnlyA) != 1 || d.OnlyA[0].Text != "7个" || len(d.OnlyB) != 1 || d.OnlyB[0].Text != "8个" {
		t.Errorf("got %+v", d)
	}
}

// TestLikeness holds sketches against the truth: the share of runs of five
// letters that both texts have.
func TestLikeness(t *testing.T) {
	base := []rune(prose(3, 60))
	for _, changed := range []int{0, 10, 40, 120} {
		other := append([]rune(nil), base...)
		r := rand.New(rand.NewPCG(uint64(changed), 2))
		for range changed {
			other[r.IntN(len(other))] = '某'
		}
		a, b := string(base), string(other)
		got, want := likeness(sketchOf(a).Runs, sketchOf(b).Runs), shareOfRuns(a, b)
		if got < want-0.2 || got > want+0.2 {
			t.Errorf("%d letters changed: likeness %.2f, the truth is %.2f", changed, got, want)
		}
	}
}

func shareOfRuns(a, b string) float64 {
	runs := func(s string) map[string]bool {
		out := map[string]bool{}
		letters := []rune(plainLetters(s))
		for i := 0; i+runLetters <= len(letters); i++ {
			out[string(letters[i:i+runLetters])] = true
		}
		return out
	}
	x, y := runs(a), runs(b)
	both := 0
	for k := range x {
		if y[k] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func plainLetters(s string) string {
	return strings.NewReplacer("，", "", "。", "").Replace(s)
}

// madeCards returns cards of n reports of one form, ten years of each office,
// none a version of another.
func madeCards(n int) []card {
	sketches := make([]sketch, 500)
	for i := range sketches {
		sketches[i] = sketchOf(prose(uint64(i), 40))
	}
	cards := make([]card, 0, n)
	for i := range n {
		s := sketches[i%len(sketches)]
		s.Numbers = sketches[(i+i/len(sketches)*7)%len(sketches)].Numbers
		cards = append(cards, card{ID: fmt.Sprintf("%012x", i), Hash: fmt.Sprintf("%064x", i), Name: fmt.Sprint(i, ".txt"),
			Format: "txt", Fingerprint: "0123456789ab", Org: fmt.Sprint("某某市某某区第", i/10, "单位"), Reviewed: 2014 + i%10,
			Planned: 2015 + i%10, Facts: 50, Sketch: s})
	}
	return cards
}

// BenchmarkCatalogue reads the cards of 20,000 reports and finds the versions
// among them: what an opening for writing adds.
func BenchmarkCatalogue(b *testing.B) {
	dir := folder(b.TempDir())
	if err := dir.makeFolders(); err != nil {
		b.Fatal(err)
	}
	if err := dir.writeCards(madeCards(20_000)); err != nil {
		b.Fatal(err)
	}
	applied := decision.Prepare(nil)
	for b.Loop() {
		cards, whole, err := dir.readCards()
		if err != nil || !whole || len(cards) != 20_000 {
			b.Fatal(len(cards), whole, err)
		}
		newCatalogue(cards, applied)
	}
}

func TestSketchIsKept(t *testing.T) {
	want := sketchOf(prose(1, 3))
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got sketch
	if err := json.Unmarshal(data, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if err := json.Unmarshal([]byte(`{"runs":"AAAA"}`), &got); err == nil {
		t.Error("half a hash was read")
	}
}

// TestDecisionsMoveWithVersions has a fact rejected in one version of a report:
// it is in no version that counts later, and back where versions are told apart.
func TestDecisionsMoveWithVersions(t *testing.T) {
	dir := t.TempDir() + "/library"
	first := prose(1, 30)
	second := strings.ReplaceAll(first, "，", "， ") + "另有校舍修缮完工2个。"
	l := opened(t, dir, childOptions())
	imported(t, l, texts(first))
	r, err := l.Report(idOf(hashOf([]byte(first))))
	if err != nil {
		t.Fatal(err)
	}
	decided(t, l, made(report.DecisionReject, decision.KeyOf(r, &r.Facts[3])))
	sound(t, l, 1, 29)
	imported(t, l, texts(second))
	sound(t, l, 1, 30)
	choose := made(report.DecisionVersion, decision.KeyOfDocument(r))
	choose.Value = report.VersionCounts
	undo := decided(t, l, choose)
	sound(t, l, 1, 29)
	decided(t, l, report.Decision{Kind: report.DecisionUndo, Who: "周青", When: noon, Undoes: undo[0].ID})
	sound(t, l, 1, 30)
	for _, readOnly := range []bool{false, true} {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		o := childOptions()
		o.ReadOnly = readOnly
		l = opened(t, dir, o)
		sound(t, l, 1, 30)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = opened(t, dir, childOptions())
	choose.Value = report.VersionOwn
	decided(t, l, choose)
	sound(t, l, 2, 29+31)
	inForce, err := l.InForce()
	if err != nil || len(inForce) != 2 || inForce[0].Target.Document != r.Hash {
		t.Errorf("in force are %+v, %v", inForce, err)
	}
}

// TestDecisionsCome has decisions on a document in the library before it is.
func TestDecisionsCome(t *testing.T) {
	first := prose(1, 30)
	fuller := first + "另有校舍修缮完工2个。又有操场改造完工3个。"
	other := opened(t, t.TempDir()+"/other", childOptions())
	imported(t, other, texts(first))
	r, err := other.Report(idOf(hashOf([]byte(first))))
	if err != nil {
		t.Fatal(err)
	}
	there := decided(t, other, made(report.DecisionReject, decision.KeyOf(r, &r.Facts[3])))
	l := opened(t, t.TempDir()+"/library", childOptions())
	if _, err := l.ImportDecisions(there); err != nil {
		t.Fatal(err)
	}
	imported(t, l, texts(fuller))
	sound(t, l, 1, 32)
	imported(t, l, texts(first))
	sound(t, l, 1, 31)
}
