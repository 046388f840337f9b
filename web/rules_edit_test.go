package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const visitRules = `title: 自己的规则
rules:
  - title: 走访企业多少家
    id: visits
    kind: 数量
    patterns:
      - 新增…【数量】
    keep: {value: 【数量】, action: 新增}
    priority: 60
    examples:
      - text: 全年新增企业320家。
        want: {text: 320家, action: 新增}
    counterexamples:
      - 新增企业成为常态。
`

// edited sends the editor's form as it stands in a page, with other values.
func (s *site) edited(t *testing.T, from reply, with url.Values) reply {
	t.Helper()
	form := url.Values{}
	for _, m := range regexp.MustCompile(`<input type="hidden" name="(\w+)" value="([^"]*)"`).FindAllStringSubmatch(from.body, -1) {
		form.Set(m[1], m[2])
	}
	for name, values := range with {
		form[name] = values
	}
	return s.post(t, rulesEditPath, form.Encode())
}

// TestRulesEdited goes from a new file over its effect to the file in force, a
// change, the former text and its end.
func TestRulesEdited(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	empty := s.get(t, rulesEditPath)
	empty.shows(t, "新的规则文件", `name="file"`)
	text := url.Values{"file": {"visits.yaml"}, "text": {visitRules}, "do": {doTake}}
	unseen := s.edited(t, empty, text)
	unseen.shows(t, "没有采用", "采用以后", "条事实改变", `value="take"`)
	taken := s.edited(t, unseen, text)
	if taken.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d, want to be led on: %s", taken.StatusCode, taken.body)
	}
	page := s.get(t, taken.Header.Get("Location"))
	page.shows(t, "已经采用", "走访企业多少家", `<li id="L14">14</li>`)
	s.shows(t, "/rules", "visits.yaml", "有 1 份报告是按别的规则", "visits/visits")

	s.edited(t, empty, text).shows(t, "没有采用") // the name is taken: the effect is that of the file replaced
	text.Set("text", strings.Replace(visitRules, "priority: 60", "priority：60", 1))
	text.Set("do", doCheck)
	s.edited(t, page, text).shows(t, "第 9 行第 13 字", `class="wrong"`, "改好错误才能采用")

	again := s.edited(t, page, url.Values{"text": {visitRules + "# 完\n"}, "do": {doCheck}})
	done := s.edited(t, again, url.Values{"text": {visitRules + "# 完\n"}, "do": {doTake}})
	page = s.get(t, done.Header.Get("Location"))
	page.shows(t, "从前的版本", "# 完")
	former := regexp.MustCompile(`href="([^"]*former=[^"]*)"`).FindStringSubmatch(page.body)
	s.get(t, strings.ReplaceAll(former[1], "&amp;", "&")).shows(t, "这是从前的文字", "走访企业多少家")

	drop := s.edited(t, page, url.Values{"text": {"anything"}, "do": {doTry}})
	drop.shows(t, "删除以后", `value="drop"`)
	gone := s.edited(t, drop, url.Values{"text": {"anything"}, "do": {doDrop}})
	to, _, _ := strings.Cut(gone.Header.Get("Location"), "#")
	s.get(t, to).shows(t, "文件已删除", "还没有自己的规则")
}

// TestRulesTakenOverByTwo edits one file in two windows.
func TestRulesTakenOverByTwo(t *testing.T) {
	s := ownSite(t)
	text := url.Values{"file": {"visits.yaml"}, "text": {visitRules}, "do": {doCheck}}
	looked := s.edited(t, s.get(t, rulesEditPath), text)
	text.Set("do", doTake)
	if r := s.edited(t, looked, text); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d: %s", r.StatusCode, r.body)
	}
	s.edited(t, looked, text).shows(t, "被别人改过", "走访企业多少家")
}

// TestRuleOverridden copies a built-in rule, and proposes one from a sentence.
func TestRuleOverridden(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, rulesEditPath+"?override=education%2Flevel", "education.yaml", "【指标】（【时间】）？", "还没有采用")
	q := url.Values{"sentence": {"全年走访企业320家。"}, "words": {"走访，企业"}, "in": {"own.yaml"}}
	s.shows(t, rulesEditPath+"?"+q.Encode(), "own.yaml", "走访", "320家", "counterexamples")
	q.Set("words", "没有的词")
	s.shows(t, rulesEditPath+"?"+q.Encode(), "提不出规则", "全年走访企业320家。")
	for path, want := range map[string]int{"?override=nothing%2Fthere": 404, "?folder=1&file=nothing.yaml": 404,
		"?folder=1&file=..%2F..%2Fversion": 200, "?folder=7&file=own.yaml": 200, "?color=red": 400} {
		if r := s.get(t, rulesEditPath+path); r.StatusCode != want || strings.Contains(r.body, s.dir) {
			t.Errorf("%s: status %d, want %d:\n%s", path, r.StatusCode, want, r.body)
		}
	}
}

// TestHostileRules sends rules that an attacker would write.
func TestHostileRules(t *testing.T) {
	s := sampleSite(t)
	page := s.get(t, rulesEditPath)
	for name, c := range map[string]struct {
		file, text, holds string
	}{
		"script":   {"own.yaml", `title: "</textarea><script>alert(1)</script>"`, "&lt;/textarea&gt;&lt;script&gt;"},
		"bad name": {"../own.yaml", visitRules, "文件名应为"},
		"a NUL":    {"own.yaml", "title: \x00", "UTF-8"},
		"too long": {"own.yaml", strings.Repeat("# 甲\n", 60000), "文字过长"},
		"aliases":  {"own.yaml", "title: &a [x,x,x]\nrules: [*a,*a,*a,*a]\n", "处错误"},
	} {
		r := s.edited(t, page, url.Values{"file": {c.file}, "text": {c.text}, "do": {doCheck}})
		if r.StatusCode != 200 || !strings.Contains(r.body, c.holds) || strings.Contains(r.body, "<script>alert") {
			t.Errorf("%s: status %d, want %q in\n%.3000s", name, r.StatusCode, c.holds, r.body)
		}
	}
	large := url.Values{"file": {"own.yaml"}, "text": {strings.Repeat("#", 10<<20)}}.Encode()
	if r := s.post(t, rulesEditPath, large); r.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("ten megabytes: status %d, want 413", r.StatusCode)
	}
}

// TestRulesOverTheAPI does by JSON what the pages do.
func TestRulesOverTheAPI(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	const head = "Content-Type"
	send := func(path, body string) reply {
		return s.do(t, http.MethodPost, path, strings.NewReader(body), head, "application/json", "Sec-Fetch-Site", "same-origin")
	}
	text := strings.NewReplacer("新增…【数量】", "新增补选…【数量】", "全年新增企业320家", "全年新增补选企业320家").Replace(visitRules)
	change := `{"file":"visits.yaml","text":` + quoted(text) + `}`
	send("/api/v1/rules/check", change).shows(t, `"mistakes":[]`, `"broken":[]`, `"rules":1`)
	send("/api/v1/rules/effect", `{"file":"visits.yaml","text":`+quoted(visitRules)+`}`).shows(t, `"reports":1`, `"change":"changes"`)
	r := s.do(t, http.MethodPost, "/api/v1/rules/effect", strings.NewReader(change), head, "application/json", "Accept", "application/x-ndjson")
	r.shows(t, `"effect":`)
	send("/api/v1/rules/files", change).shows(t, `"mark":"`, `"rules":1`)
	if r := send("/api/v1/rules/files", change); r.StatusCode != http.StatusConflict || !strings.Contains(r.body, `"changed"`) {
		t.Errorf("a second time: status %d: %s", r.StatusCode, r.body)
	}
	s.shows(t, "/api/v1/rules/files", `"name":"visits.yaml"`, `"total"`)
	s.shows(t, "/api/v1/rules/files/1/visits.yaml", `"text":"title: 自己的规则`)
	s.shows(t, "/api/v1/rules/files/1/visits.yaml/former", `"items":[]`)
	s.shows(t, "/api/v1/rules/override?id=general/amount", `"file":"general.yaml"`)
	send("/api/v1/rules/proposals", `{"sentence":"全年走访企业320家。","words":["走访"]}`).shows(t, `"file":"own.yaml"`)
	send("/api/v1/reextraction", "").shows(t, `"of":1`)
	for i := 0; strings.Contains(s.get(t, "/api/v1/reextraction").body, `"running":true`) && i < 1000; i++ {
		time.Sleep(10 * time.Millisecond)
	}
	s.shows(t, "/api/v1/reextraction", `"stale":0`)
}

func quoted(text string) string {
	return `"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(text) + `"`
}

// TestRuleEditedInTheBrowser copies a built-in rule, changes it, sees the effect,
// and takes it over; extracts again and removes the file without JavaScript.
func TestRuleEditedInTheBrowser(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/20*.txt")
	b := openBrowser(t, s)
	b.open("/rules", wide, light)
	b.run(chromedp.Evaluate(`document.querySelectorAll("details").forEach(d => d.open = true)`, nil))
	b.follow(chromedp.Click(`a[href*="override=education%2Flevel"]`, chromedp.ByQuery))
	b.run(chromedp.Evaluate(`(t => { t.value = t.value.replace("【指标】（【时间】）？", "【指标】共（【时间】）？"); t.dispatchEvent(new Event("input")) })(
		document.querySelector("textarea"))`, nil))
	for _, step := range []struct {
		width  int64
		scheme string
	}{{wide, light}, {narrow, dark}} {
		b.run(emulation.SetDeviceMetricsOverride(step.width, 900, 1, step.width < 600),
			emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: step.scheme}}))
		b.width = step.width
		b.follow(chromedp.Click(`button[value=check]`, chromedp.ByQuery))
		b.run(chromedp.WaitVisible("#effect", chromedp.ByQuery))
		b.holdsWidth()
		b.isAccessible()
		b.picture("rules-edit-" + step.scheme)
	}
	if n := script[int](b, `document.querySelectorAll(".changes tbody tr").length`); n == 0 {
		t.Error("no fact changes, want those of the rule that is narrower now")
	}
	b.follow(chromedp.Click(`button[value=take]`, chromedp.ByQuery))
	b.run(chromedp.WaitVisible(".notice", chromedp.ByQuery))
	b.open("/rules", narrow, light)
	b.isAccessible()
	b.picture("rules-own-390-light")
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.open("/rules", narrow, light)
	b.follow(chromedp.Click(`form.again button`, chromedp.ByQuery))
	for range 200 {
		if r, err := s.service.Reextraction(); err != nil || !r.Running && r.Stale == 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.open("/rules", wide, light)
	b.holdsWidth()
	b.picture("rules-own-1280-light")
	b.follow(chromedp.Click(`#own td a`, chromedp.ByQuery))
	b.follow(chromedp.Click(`button[value=remove]`, chromedp.ByQuery))
	b.picture("rules-removed-1280-light")
	b.follow(chromedp.Click(`button[value=drop]`, chromedp.ByQuery))
	if all, err := s.service.RuleFiles(); err != nil || len(all) != 0 {
		t.Errorf("%v, %v: want the file gone", all, err)
	}
}
