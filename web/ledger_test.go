package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/report"
	"taizhang/service"
)

func TestLedger(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/ledger", "截至 2024-03-01", "逐条确认", "超期", "未见报告", "XLSX", "期限日历", "/reports/", "第 1–40 条")
	s.get(t, "/ledger", inEnglish...).shows(t, "Later reports do not speak of it", "to be confirmed")
}

func TestLedgerFiltered(t *testing.T) {
	s := sampleSite(t)
	for _, c := range []struct{ query, shows string }{
		{"org=青岚县教育局&status=unreported", "<option lang=\"zh\" selected>青岚县教育局"},
		{"org=教育局", "<option lang=\"zh\" selected>教育局"},
		{"light=overdue&sort=urgency", `aria-current="true"`},
		{"kind=words", `value="words" selected`},
		{"text=固定资产投资", "固定资产投资"},
		{"review=open&year=2023", "清除筛选"},
		{"today=2022-01-01", "截至 2022-01-01"},
		{"text=nothing-like-this", "没有符合条件的承诺"},
	} {
		q, err := url.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		s.shows(t, "/ledger?"+q.Encode(), c.shows)
	}
	r := s.get(t, "/ledger?"+url.Values{"org": {"青岚县教育局"}, "status": {"unreported"}}.Encode())
	r.lacks(t, `lang="zh">禾岭县人民政府</span>`, `class="status status-done"`)
	for _, wrong := range []string{"status=lost", "light=blue", "sort=x", "today=soon", "review=%3Cscript%3E"} {
		if r := s.get(t, "/ledger?"+wrong); r.StatusCode != http.StatusBadRequest || strings.Contains(r.body, "<script>") {
			t.Errorf("%s: status %d, want 400 and nothing unescaped", wrong, r.StatusCode)
		}
	}
}

func TestLedgerTakenHome(t *testing.T) {
	s := sampleSite(t)
	for format, want := range map[string]string{"csv": "固定资产投资", "jsonl": `"status":`, "ics": "BEGIN:VALARM",
		"xlsx": "PK", "html": "<table"} {
		r := s.get(t, "/ledger?format="+format)
		r.shows(t, want)
		if h := r.Header.Get("Content-Disposition"); !strings.Contains(h, "ledger."+format) {
			t.Errorf("%s: %q, want a file to keep", format, h)
		}
	}
}

// TestLedgerCountsAgree holds the numbers of the page to what they lead to.
func TestLedgerCountsAgree(t *testing.T) {
	s := sampleSite(t)
	var counts service.LedgerCounts
	if err := json.Unmarshal([]byte(s.get(t, "/api/v1/ledger/counts?year=2023").body), &counts); err != nil {
		t.Fatal(err)
	}
	total := 0
	for status, n := range counts.Status {
		total += n
		var list listing[report.Commitment]
		if err := json.Unmarshal([]byte(s.get(t, "/api/v1/ledger?year=2023&limit=1000&status="+string(status)).body), &list); err != nil {
			t.Fatal(err)
		}
		if len(list.Items) != n {
			t.Errorf("%s: %d lines, counted %d", status, len(list.Items), n)
		}
	}
	if total != counts.Total || total == 0 {
		t.Errorf("%d by status, %d in all", total, counts.Total)
	}
}

// TestHostileLedger has a report promise markup: it comes out as text.
func TestHostileLedger(t *testing.T) {
	s := ownSite(t)
	dir := t.TempDir()
	name := filepath.Join(dir, "x<img src=x>.txt")
	text := "某某县<img src=x onerror=alert(1)>局2022年工作总结和2023年工作计划\n\n一、2022年工作总结\n\n全年完成投资5亿元。\n\n" +
		"二、2023年工作计划\n\n全年完成投资6亿元<script>alert(2)</script>，新建学校3所\"><svg onload=alert(3)>。\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.fill(filepath.Join(dir, "*.txt")); err != nil {
		t.Fatal(err)
	}
	id := promiseNamed(t, s, func(report.Commitment) bool { return true })
	evil := url.Values{"do": {"comment"}, "who": {"<b>x</b>"}, "value": {"<script>alert(4)</script>"}, "why": {"\"><i>"}}
	if r := s.post(t, "/ledger/"+id, evil.Encode()); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d: %s", r.StatusCode, r.body)
	}
	for _, page := range []string{"/", "/ledger", "/ledger/" + id, "/ledger/review", "/ledger?text=%22%3E%3Cscript%3E",
		"/ledger/" + id + "?find=%3Cscript%3E&said=%3Cscript%3E"} {
		r := s.get(t, page, "Cookie", authorCookie+"="+url.QueryEscape("<b>x</b>"))
		if r.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", page, r.StatusCode)
		}
		r.lacks(t, "<script>alert", "<img src=x", "<svg onload", "<b>x</b>", "\"><i>", "find\" value=\"<script>")
	}
}
