package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestReports(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/reports", "第 1–10 条，共 10 条", "2021.md", "2023.docx", "政府工作报告")
	s.get(t, "/reports", inEnglish...).shows(t, "1–10 of 10", "Title or file name")
}

func TestReportsFiltered(t *testing.T) {
	s := sampleSite(t)
	q := url.Values{"org": {"青岚县教育局"}, "year": {"2022"}}
	r := s.get(t, "/reports?"+q.Encode())
	r.shows(t, "第 1–1 条，共 1 条", "<option selected>青岚县教育局", "<option selected>2022")
	if n := strings.Count(r.body, `<td class="lead"`); n != 1 {
		t.Errorf("%d reports, want 1", n)
	}
	s.shows(t, "/reports?text=no-such-file", "没有符合条件的报告")
}

func TestReportsPastTheEnd(t *testing.T) {
	sampleSite(t).shows(t, "/reports?offset=900", "没有符合条件的报告")
}

func TestReportsOfNoYear(t *testing.T) {
	r := sampleSite(t).get(t, "/reports?year=%3Cscript%3E")
	if r.StatusCode != http.StatusBadRequest || strings.Contains(r.body, "<script>") {
		t.Errorf("status %d, want 400 and nothing unescaped:\n%s", r.StatusCode, r.body)
	}
}
