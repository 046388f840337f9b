package web

import (
	"net/http"
	"testing"

	"taizhang/service"
)

// reportNamed returns the id of the report of an office and year.
func reportNamed(t *testing.T, s *site, org string, year int) string {
	t.Helper()
	found := s.service.Reports(service.ReportsRequest{Org: org, Year: year})
	if len(found) != 1 {
		t.Fatalf("%d reports of %s %d, want one", len(found), org, year)
	}
	return found[0].ID
}

func TestReport(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "禾岭县", 2024)
	r := s.get(t, "/reports/"+id)
	r.shows(t, "<h1 lang=\"zh\">政府工作报告", "禾岭县人民政府", "回顾 2024 年", "一、2024年工作回顾", `<h3 id="h2">`, `href="#h2"`, `class="notes"`)
	if n := len(r.body); n > 150_000 {
		t.Errorf("the page weighs %d bytes, want less than 150,000", n)
	}
	s.get(t, "/reports/"+id, inEnglish...).shows(t, "reviews 2024", "Contents")
}

func TestReportFiltered(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "禾岭县", 2024)
	r := s.get(t, "/reports/"+id+"?kind=amount&modality=target")
	r.shows(t, `class="amount target"`)
	r.lacks(t, `class="amount actual"`, `class="count target"`)
	if r := s.get(t, "/reports/"+id+"?kind=%3Cscript%3E"); r.StatusCode != http.StatusBadRequest {
		t.Errorf("status %d, want 400", r.StatusCode)
	}
}

func TestReportMissing(t *testing.T) {
	s := sampleSite(t)
	for _, path := range []string{"/reports/0123456789ab", "/reports/..%2f..%2fetc", "/reports/%3Cscript%3E"} {
		r := s.get(t, path)
		r.lacks(t, "<script>")
		if r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, r.StatusCode)
		}
	}
}
