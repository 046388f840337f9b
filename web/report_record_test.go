package web

import (
	"net/http"
	"net/url"
	"testing"
)

func TestReportRecord(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "临江区", 2023)
	s.shows(t, "/reports/"+id+"/record", "云溪市临江区重点建设项目服务中心", "区项目中心", "取自标题", "计划年度", "2023.pdf", "还没有人更正过")
	s.get(t, "/reports/"+id+"/record", inEnglish...).shows(t, "Planned year", "from the title")
	s.shows(t, "/api/v1/reports/"+id+"/record", `"org_short":"区项目中心"`, `"history":[]`)
	r := s.get(t, "/reports/"+id+"/original")
	if got := r.Header.Get("Content-Disposition"); got != "attachment; filename=2023.pdf" || r.body[:4] != "%PDF" {
		t.Errorf("got %q and %q, want the PDF as 2023.pdf", got, r.body[:4])
	}
}

// TestRecordCorrected files a report under another year; it is extracted again.
func TestRecordCorrected(t *testing.T) {
	s := ownSite(t, "../samples/qinglan-education-bureau/2022.txt")
	id := reportNamed(t, s, "青岚县教育局", 2022)
	path := "/reports/" + id + "/record"
	form := url.Values{"do": {"correct"}, "who": {"周敏"}, "why": {"封面有误"}, "year": {"2019"}, "org": {"青岚县教育局"}}
	if r := s.post(t, path, form.Encode()); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d, want 303:\n%s", r.StatusCode, r.body)
	}
	s.shows(t, path, "2019", "更正报告", "封面有误", "周敏")
	if got := reportNamed(t, s, "青岚县教育局", 2019); got != id {
		t.Errorf("report %s is of 2019, want %s", got, id)
	}
	form.Set("year", "soon")
	if r := s.post(t, path, form.Encode()); r.StatusCode != http.StatusBadRequest {
		t.Errorf("a year in words: status %d, want 400", r.StatusCode)
	}
}
