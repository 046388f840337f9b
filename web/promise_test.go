package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"taizhang/report"
	"taizhang/service"
)

// promiseNamed returns the id of the first promise that is wanted.
func promiseNamed(t *testing.T, s *site, wanted func(report.Commitment) bool) string {
	t.Helper()
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if wanted(l) {
			return l.ID
		}
	}
	t.Fatal("no such promise")
	return ""
}

func answeredInChain(l report.Commitment) bool { return len(l.Answers) > 1 && len(l.Chain) > 0 }

func TestPromise(t *testing.T) {
	s := sampleSite(t)
	path := promiseURL(promiseNamed(t, s, answeredInChain), "")
	s.shows(t, path, "承诺原句", "历年措辞", "<mark>", "印证", "另指一句为依据", "还没有人判定过", "您的姓名", "?at=")
	s.shows(t, path+"?find=%E6%8A%95%E8%B5%84", "投资")
	s.get(t, path, inEnglish...).shows(t, "Wordings by year", "Your name")
	if r := s.get(t, "/ledger/c000000000000"); r.StatusCode != http.StatusNotFound {
		t.Errorf("no promise: status %d, want 404", r.StatusCode)
	}
}

// sent sends a form of a promise's page as lin, and returns the page then shown.
func (s *site) sent(t *testing.T, path string, pairs ...string) reply {
	t.Helper()
	form := url.Values{"who": {"林"}}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	r := s.post(t, path, form.Encode())
	if r.StatusCode != http.StatusSeeOther {
		t.Fatalf("%v: status %d, want 303:\n%s", pairs, r.StatusCode, r.body)
	}
	return s.get(t, r.Header.Get("Location"), "Cookie", authorCookie+"="+url.QueryEscape("林"))
}

// TestPromiseDecided decides everything a page offers, and takes it back.
func TestPromiseDecided(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/20*")
	id := promiseNamed(t, s, answeredInChain)
	path := "/ledger/" + id
	s.sent(t, path, "do", "confirm").shows(t, "已确认。", "确认为 超额", "林")
	s.sent(t, path, "do", "status", "value", "partial", "why", "复核").shows(t, "状态改为 部分完成", "复核")
	s.sent(t, path, "do", "owner", "value", "投资科").shows(t, "责任单位改为", "投资科")
	s.sent(t, path, "do", "due", "value", "2022-11-30").shows(t, "2022-11-30")
	s.sent(t, path, "do", "value", "field", "result", "value", "5.5亿元").shows(t, "结果改为", "5.5亿元")
	s.sent(t, path, "do", "comment", "value", "待核实").shows(t, "待核实")
	s.sent(t, path, "do", "close", "why", "已移交").shows(t, "已销号。", "已移交", "办结")
	p, err := s.service.Promise(id, report.Date{})
	if err != nil || len(p.History) != 7 || p.Review != service.ReviewDone {
		t.Fatalf("%d decisions, %s, %v", len(p.History), p.Review, err)
	}
	for _, d := range p.History {
		s.sent(t, path, "do", "undo", "decision", d.ID).shows(t, "已撤销")
	}
	after, err := s.service.Promise(id, report.Date{})
	if err != nil || after.Status != report.Exceeded || after.Review != service.ReviewOpen || len(after.Decided) != 0 {
		t.Errorf("%s, %s, %d in force after all was taken back: %v", after.Status, after.Review, len(after.Decided), err)
	}
}

func TestPromiseLinked(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/20*")
	id := promiseNamed(t, s, func(l report.Commitment) bool { return l.Status == report.Unreported })
	found, err := s.service.Candidates(id, "项目")
	if err != nil || len(found) == 0 {
		t.Fatalf("no sentence to link: %v", err)
	}
	s.sent(t, "/ledger/"+id, "do", "link", "other", found[0].ID, "value", "supports").shows(t, "认定依据", "人工认定", "完成")
	s.sent(t, "/ledger/"+id, "do", "link", "other", found[0].ID, "value", "none").shows(t, "认定不是依据")
}

func TestPromiseRefusesMistakes(t *testing.T) {
	s := ownSite(t, "../samples/linjiang-project-centre/20*")
	path := "/ledger/" + promiseNamed(t, s, answeredInChain)
	for _, form := range []string{"do=confirm", "do=close&who=x", "do=status&who=x&value=lost", "do=value&who=x&field=result&value=many",
		"do=remove&who=x", "do=undo&who=x&decision=none", "do=due&who=x&value=soon"} {
		if r := s.post(t, path, form); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400:\n%s", form, r.StatusCode, r.body)
		}
	}
	if r := s.post(t, path, "do=confirm&who=x", "Sec-Fetch-Site", "cross-site"); r.StatusCode != http.StatusForbidden {
		t.Errorf("from another site: status %d, want 403", r.StatusCode)
	}
	r := s.do(t, "POST", "/api/v1"+path+"/decisions", strings.NewReader(`{"who":"林","kind":"status","value":"done"}`),
		"Content-Type", "application/json")
	r.shows(t, `"status":"done"`, `"review":"confirmed"`)
}
