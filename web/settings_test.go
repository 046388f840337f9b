package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"taizhang/service"
)

// settable is a site whose settings may be changed, by rules of the test's own.
func settable(t *testing.T, s *site) *site {
	t.Helper()
	look := Look{Settings: []Setting{
		{Name: "workers", Value: "2", Source: "built-in", Meaning: "files read at the same time", Chinese: "同时读取的文件数"},
		{Name: "library", Value: "/secret/path", Hidden: true, Source: "flag"},
		{Name: "lang", Value: "zh", Values: []string{"zh"}, Source: "built-in", Changeable: true, Words: []string{"zh", "en"}},
		{Name: "due-soon-days", Value: "30", Values: []string{"30"}, Source: "built-in", Changeable: true},
		{Name: "ocr", Value: "auto", Values: []string{"auto"}, Source: "TAIZHANG_OCR", Changeable: true, Fixed: true, Words: []string{"auto", "off"}},
		{Name: "reminder-days", Value: "7", Values: []string{"7"}, Source: "built-in", Changeable: true},
		{Name: "ledger-columns", Source: "built-in", Changeable: true},
		{Name: "lights", Source: "built-in", Changeable: true},
	}}
	change := func(values map[string][]string) (Look, error) {
		lights, err := service.ParseLights(values["lights"], 30)
		if err != nil {
			return Look{}, &SettingsError{[]SettingMistake{{"lights", err.Error()}}}
		}
		next := look
		next.Settings = append([]Setting{}, look.Settings...)
		for i := range next.Settings {
			if v, ok := values[next.Settings[i].Name]; ok {
				next.Settings[i].Values, next.Settings[i].Value = v, strings.Join(v, " ")
			}
		}
		s.service.Retune(service.Tuning{DueSoonDays: 30, Lights: lights})
		return next, nil
	}
	h, err := New(s.service, Options{Look: look, Change: change, Token: testToken})
	if err != nil {
		t.Fatal(err)
	}
	s.handler = h
	return s
}

func TestSettings(t *testing.T) {
	s := settable(t, ownSite(t))
	r := s.get(t, "/settings")
	r.shows(t, "同时读取的文件数", "tesseract", "内置", "（路径，不显示）", "本单位的设置", "由 TAIZHANG_OCR 给定")
	r.lacks(t, "/secret/path")
	s.get(t, "/settings", inEnglish...).shows(t, "files read at the same time", "Further programs", "Settings of the office")
}

// TestSettingsSent sends the form, with mistakes and without.
func TestSettingsSent(t *testing.T) {
	s := settable(t, ownSite(t, "../samples/qinglan-education-bureau/202[12].txt"))
	form := url.Values{"lang": {"zh"}, "due-soon-days": {"15"}, "reminder-days": {"30，7"}, "ledger-columns": {"工作任务=text\r\n亮灯=light"},
		"light-0-org": {"青岚"}, "light-0-overdue": {"红 灯"}, "light-0-overdue-colour": {"#FF0000"}, "light-0-days": {"soon"},
		"light-1-org": {""}}
	s.post(t, "/settings", form.Encode()).shows(t, "有 1 项写得不对", "写得不对：", "工作任务=text", `value="30 7"`, "青岚")
	form.Set("light-0-days", "10")
	if r := s.post(t, "/settings", form.Encode()); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d: %s", r.StatusCode, r.body)
	}
	s.shows(t, "/settings?said=take", "已保存", `value="红灯"`, `fill="#FF0000"`, `value="15"`)
	s.shows(t, "/ledger?today=2030-01-01", `<span lang="zh">红灯</span>`, `fill="#FF0000"`)
	s.shows(t, "/ledger?org=青岚县教育局&today=2030-01-01&light=overdue", "红灯")
	send := func(body string) reply {
		return s.do(t, http.MethodPost, "/api/v1/settings", strings.NewReader(body), "Content-Type", "application/json")
	}
	send(`{"values":{"due-soon-days":["20"]}}`).shows(t, `"name":"due-soon-days","value":"20"`)
	if r := send(`{"values":{"lights":["x"]}}`); r.StatusCode != http.StatusBadRequest || !strings.Contains(r.body, `"field":"lights"`) {
		t.Errorf("status %d, want 400 for the lights: %s", r.StatusCode, r.body)
	}
}

// TestHostileSettings sends what an attacker would.
func TestHostileSettings(t *testing.T) {
	s := settable(t, ownSite(t))
	form := url.Values{"light-0-org": {`"><script>alert(1)</script>`}, "light-0-overdue": {"<b>x</b>"}, "light-0-overdue-colour": {`red"onload=x`}}
	r := s.post(t, "/settings", form.Encode())
	r.lacks(t, "<script>alert", "<b>x")
	for _, path := range []string{"/ledger", "/settings"} {
		s.get(t, path).lacks(t, "<script>alert", "<b>x")
	}
	if r := s.do(t, http.MethodPost, "/settings", strings.NewReader(form.Encode()), "Content-Type", "application/x-www-form-urlencoded",
		"Sec-Fetch-Site", "cross-site"); r.StatusCode != http.StatusForbidden {
		t.Errorf("another site's form: status %d, want 403", r.StatusCode)
	}
}

// TestSettingsInTheBrowser gives an office lights of its own.
func TestSettingsInTheBrowser(t *testing.T) {
	s := settable(t, ownSite(t, "../samples/qinglan-education-bureau/202[12].txt"))
	b := openBrowser(t, s)
	b.open("/settings", narrow, dark)
	b.holdsWidth()
	b.isAccessible()
	b.picture("settings-office-390-dark")
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.open("/settings", wide, light)
	b.run(chromedp.SendKeys(`input[name=light-0-org]`, "青岚", chromedp.ByQuery),
		chromedp.SendKeys(`input[name=light-0-overdue]`, "红灯", chromedp.ByQuery),
		chromedp.SendKeys(`input[name=light-0-overdue-colour]`, "E03030", chromedp.ByQuery))
	b.follow(chromedp.Click(`form.office button.primary`, chromedp.ByQuery))
	b.holdsWidth()
	b.picture("settings-office-1280-light")
	b.run(emulation.SetScriptExecutionDisabled(false))
	b.open("/ledger?today=2030-01-01", wide, dark)
	b.isAccessible()
	b.picture("ledger-own-lights-1280-dark")
	b.run(chromedp.WaitVisible(".light.own", chromedp.ByQuery))
}
