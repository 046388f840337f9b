package service

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/names"
	"taizhang/pipeline"
	"taizhang/report"
)

// TestNamesOfSamples shows what is proposed of the invented offices: each
// one's own short form, and projects and institutions, all of them names.
func TestNamesOfSamples(t *testing.T) {
	got := proposedIn(t, "../samples/linjiang-project-centre/20*", "../samples/qinglan-education-bureau/20*",
		"../samples/heling-county/20*")
	want := []string{
		"short 县人民政府 = 禾岭县人民政府",
		"short 县政府 = 禾岭县人民政府",
		"short 县教育局 = 青岚县教育局",
		"short 区项目中心 = 云溪市临江区重点建设项目服务中心",
		"short 禾岭县政府 = 禾岭县人民政府",
		"project 城东学校",
		"project 临江文体中心",
		"project 城东片区排水防涝综合整治工程 (城东片区排水整治工程 城东排水整治工程)",
		"project 滨江三小",
		"project 滨江公园改造提升项目",
		"project 滨江中学体艺馆",
		"project 城北中学",
		"project 柳荫小学",
		"institution 县二中", // of two counties, each its own
		"institution 云禾高速公路",
		"institution 县职业中专",
		"institution 县人民医院",
		"institution 滨江公园",
		"institution 城南实验学校",
		"institution 县二中",
		"institution 县特殊教育学校",
		"institution 柳荫幼儿园",
		"institution 滨江中学",
	}
	slices.Sort(got) // the order hangs on how often each is said
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestShortNamesOfRealReports shows that every short form by which a real
// report calls its own office is proposed, and no other.
func TestShortNamesOfRealReports(t *testing.T) {
	dir := os.Getenv("TAIZHANG_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no real reports at %s (TAIZHANG_SHARED names another folder)", dir)
	}
	p := pipelineForNames(t)
	reports := append(extracted(t, p, filepath.Join(dir, "corpus/dev/*/*.txt")),
		extracted(t, p, filepath.Join(dir, "gold/text/*"))...)
	proposed := map[string]map[string]bool{} // short forms by full form
	for _, n := range names.Propose(reports, nameWords(p)) {
		t.Log(nameLine(n), n.Count, n.Years)
		if n.Kind == names.Short {
			if proposed[n.Full] == nil {
				proposed[n.Full] = map[string]bool{}
			}
			proposed[n.Full][n.Name] = true
		}
	}
	for _, r := range reports {
		org := r.Outline.Org
		for _, short := range ownForms(org) {
			if says(r, org, short) && !proposed[org][short] {
				t.Errorf("%s: %s calls itself %s, which is not proposed", r.Name, org, short)
			}
		}
		if ownForms(org) == nil || r.Outline.OrgShort == "" {
			t.Errorf("%s: no short form of %q is known", r.Name, org)
		}
		for short := range proposed[org] {
			if !slices.Contains(ownForms(org), short) {
				t.Errorf("%s is proposed for %s", short, org)
			}
		}
	}
}

// TestConfirmedNamesKeepFacts shows that names which segmentation keeps whole
// take no fact away and add none.
func TestConfirmedNamesKeepFacts(t *testing.T) {
	const files = "../samples/*/20*"
	plain := pipelineForNames(t)
	reports := extracted(t, plain, files)
	var words []string
	for _, n := range names.Propose(reports, nameWords(plain)) {
		words = append(append(words, n.Name), n.Forms...)
	}
	own := pipelineForNames(t, words...)
	if own.Fingerprint() == plain.Fingerprint() {
		t.Error("the fingerprint does not tell own words")
	}
	for i, r := range extracted(t, own, files) {
		for k := range max(len(r.Facts), len(reports[i].Facts)) {
			if k >= len(r.Facts) || k >= len(reports[i].Facts) || !sameFact(r.Facts[k], reports[i].Facts[k]) {
				t.Errorf("%s: fact %d of %d and %d: %+v\n%+v", r.Name, k, len(reports[i].Facts), len(r.Facts), reports[i].Facts[k], r.Facts[k])
				break
			}
		}
	}
	for _, w := range words {
		if spans := own.Segmenter().Cut("推进" + w + "建设"); !slices.Contains(spans,
			report.Span{Start: len("推进"), End: len("推进" + w)}) {
			t.Errorf("%s is cut to pieces: %v", w, spans)
		}
	}
}

func sameFact(a, b report.Fact) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.Place == b.Place && a.Subject == b.Subject &&
		a.Action == b.Action && a.Modality == b.Modality && a.Period == b.Period
}

// ownForms are the short forms an office of the real reports may go by, found
// by a person.
func ownForms(org string) []string {
	switch org {
	case "国务院":
		return []string{"国务院"}
	case "中国共产党中央委员会":
		return []string{"党中央", "中央委员会"}
	case "长沙市望城区重点建设项目事务中心":
		return []string{"区重建中心"}
	}
	for _, region := range []string{"自治区", "省", "市"} {
		if strings.HasSuffix(org, region+"人民政府") {
			return []string{region + "政府", region + "人民政府"}
		}
	}
	return nil
}

// says tells whether a report calls its office so, beyond its name in full and
// the title (江苏省政府工作报告).
func says(r report.Report, org, short string) bool {
	body := r.Text.Body
	if org != short {
		body = strings.ReplaceAll(body, org, "")
		region, _ := strings.CutSuffix(org, "人民政府")
		body = strings.ReplaceAll(body, region+"政府", "")
	}
	return strings.Contains(body, short)
}

func proposedIn(t *testing.T, globs ...string) []string {
	t.Helper()
	p := pipelineForNames(t)
	var reports []report.Report
	for _, g := range globs {
		reports = append(reports, extracted(t, p, g)...)
	}
	var out []string
	for _, n := range names.Propose(reports, nameWords(p)) {
		out = append(out, nameLine(n))
	}
	return out
}

func nameLine(n names.Proposal) string {
	line := string(n.Kind) + " " + n.Name
	if n.Full != n.Name {
		line += " = " + n.Full
	}
	if len(n.Forms) > 0 {
		line += " (" + strings.Join(n.Forms, " ") + ")"
	}
	return line
}

func pipelineForNames(t *testing.T, words ...string) *pipeline.Pipeline {
	t.Helper()
	p, problems, err := pipeline.New(pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test"), Words: words})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	t.Cleanup(func() { p.Close() })
	w := nameWords(p)
	for _, list := range [][]string{w.OfficeTails, w.ShortTails, w.Regions, w.Leads, w.Brackets, w.Projects, w.Institutions,
		w.Breaks, w.Openers, w.Measures, w.Generic, w.Praise, w.Sizes, w.Localities, w.LocalTails} {
		if len(list) == 0 {
			t.Fatal("a word list of names.yaml or structure.yaml is missing")
		}
	}
	return p
}

// extracted returns the reports among the files.
func extracted(t *testing.T, p *pipeline.Pipeline, glob string) []report.Report {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files, %v", glob, len(files), err)
	}
	var out []report.Report
	for _, f := range files {
		if strings.HasSuffix(f, ".jsonl") {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.File(context.Background(), filepath.Base(f), data, pipeline.Hints{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}
