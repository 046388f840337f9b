package web

import (
	"net/http"
	"testing"
)

func TestReportYears(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "禾岭县", 2024)
	s.shows(t, "/reports/"+id+"/years", "194.2亿元", "206.5亿元", "&#43;12.3亿元", "&#43;6.3%", "个百分点", "2024 年新出现")
	other := reportNamed(t, s, "禾岭县", 2022)
	s.shows(t, "/reports/"+id+"/years?with="+other, `<option value="`+other+`" selected>`)
	if r := s.get(t, "/reports/"+id+"/years?with=none"); r.StatusCode != http.StatusNotFound {
		t.Errorf("status %d, want 404", r.StatusCode)
	}
	s.shows(t, "/api/v1/reports/"+id+"/years?with="+other, `"change":"changed"`, `"what":"地区生产总值"`)
	s.shows(t, "/api/v1/reports/"+id+"/others", other)
}
