package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"taizhang/report"
	"taizhang/service"
)

var asLin = []string{"Cookie", authorCookie + "=lin"}

// TestPromisesMerged makes a promise of another year the same as one, and takes
// that back.
func TestPromisesMerged(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/202[12].txt")
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var one, other report.Commitment // of two years, in other words
	for _, l := range lines {
		if one.ID == "" && len(l.Chain) == 0 {
			one = l
		} else if l.Year != one.Year && one.ID != "" && len(l.Chain) == 0 {
			other = l
		}
	}
	page := promiseURL(one.ID, "")
	s.get(t, page+"?same="+url.QueryEscape(other.Text), asLin...).shows(t, "和另一条是同一件事", `value="`+other.ID+`"`)
	s.get(t, page).lacks(t, `name="other"`) // nobody has said who he is
	form := url.Values{"do": {"merge"}, "who": {"lin"}, "other": {other.ID}}
	if r := s.post(t, page, form.Encode()); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d: %s", r.StatusCode, r.body)
	}
	s.get(t, page, asLin...).shows(t, "历年", other.Text, "合并", "撤销")
	p, err := s.service.Promise(one.ID, report.Date{})
	if err != nil || len(p.Years) != 2 || len(p.History) != 1 {
		t.Fatalf("%d wordings, history %+v, %v: want two and the merge", len(p.Years), p.History, err)
	}
	undo := url.Values{"do": {"undo"}, "who": {"lin"}, "decision": {p.History[0].Decision.ID}}
	s.post(t, page, undo.Encode())
	if p, err = s.service.Promise(one.ID, report.Date{}); err != nil || len(p.Years) != 1 {
		t.Errorf("%d wordings after it was taken back, %v", len(p.Years), err)
	}
	if r := s.post(t, page, "do=merge&who=lin"); r.StatusCode != http.StatusBadRequest || !strings.Contains(r.body, "请先选另一条承诺") {
		t.Errorf("without another promise: status %d", r.StatusCode)
	}
	s.shows(t, "/api/v1/ledger/"+one.ID+"/alike?words="+url.QueryEscape(other.Text), other.ID)
	r := s.do(t, http.MethodPost, "/api/v1/ledger/"+one.ID+"/decisions",
		strings.NewReader(`{"who":"lin","kind":"merge","other":"`+other.ID+`"}`), "Content-Type", "application/json")
	r.shows(t, `"kind":"merge"`)
}

// TestNamesMerged makes an indicator and an office others, and takes that back.
func TestNamesMerged(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	s.get(t, seriesURL("学位"), asLin...).shows(t, "和另一个名称是同一个指标", `name="full"`)
	s.get(t, "/reports", asLin...).shows(t, "单位更名、合并", "青岚县教育局")
	s.shows(t, "/reports", "单位更名、合并", `value="sign"`)
	send := func(path string, form url.Values) {
		t.Helper()
		if r := s.post(t, path, form.Encode()); r.StatusCode != http.StatusSeeOther {
			t.Fatalf("%s: status %d: %s", path, r.StatusCode, r.body)
		}
	}
	send("/reports", url.Values{"who": {"lin"}, "subject": {"青岚县教育局"}, "full": {"青岚县教育和体育局"}, "why": {"更名"}})
	s.get(t, "/reports", asLin...).shows(t, "青岚县教育局 → 青岚县教育和体育局", "更名")
	if found := s.service.Reports(service.ReportsRequest{Org: "青岚县教育和体育局"}); len(found) != 1 {
		t.Errorf("%d reports of the new name, want 1", len(found))
	}
	made, err := s.service.Merges(report.FieldOrg)
	if err != nil || len(made) != 1 {
		t.Fatal(made, err)
	}
	send("/reports", url.Values{"who": {"lin"}, "do": {"undo"}, "decision": {made[0].ID}})
	if found := s.service.Reports(service.ReportsRequest{Org: "青岚县教育局"}); len(found) != 1 {
		t.Errorf("%d reports after it was taken back, want 1", len(found))
	}
	r := s.do(t, http.MethodPost, "/api/v1/merges", strings.NewReader(`{"who":"lin","field":"indicator","subject":"学位","full":"学位总数"}`),
		"Content-Type", "application/json")
	r.shows(t, `"subject":"学位"`)
	s.shows(t, "/api/v1/merges?field=indicator", `"full":"学位总数"`)
	s.shows(t, "/api/v1/merges?field=org", `"items":[]`)
	if r := s.post(t, "/reports", "who=lin&subject=甲&full=甲"); r.StatusCode != http.StatusBadRequest {
		t.Errorf("one with itself: status %d, want 400", r.StatusCode)
	}
}

// TestMergingInTheBrowser looks at the forms.
func TestMergingInTheBrowser(t *testing.T) {
	s := sampleSite(t)
	b := openBrowser(t, s)
	b.signs("lin")
	one := promiseURL(promiseNamed(t, s, answeredInChain), "")
	for name, path := range map[string]string{"promise-same": one, "reports-merge": "/reports", "indicator-merge": seriesURL("学位")} {
		for _, look := range []struct {
			width  int64
			scheme string
		}{{wide, light}, {narrow, dark}} {
			b.open(path, look.width, look.scheme)
			b.run(chromedp.Evaluate(`document.querySelectorAll("details.merging").forEach(d => d.open = true)`, nil))
			b.holdsWidth()
			b.isAccessible()
			b.picture(name + "-" + look.scheme)
		}
	}
}
