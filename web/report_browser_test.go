package web

import (
	"testing"
)

// TestReportPagesInTheBrowser opens every page of a report wide and light,
// narrow and dark.
func TestReportPagesInTheBrowser(t *testing.T) {
	s := sampleSite(t)
	b := openBrowser(t, s)
	drawn, long := reportNamed(t, s, "临江区", 2023), reportNamed(t, s, "禾岭县", 2024)
	for _, p := range []struct{ name, path string }{
		{"report", "/reports/" + long},
		{"report-facts", "/reports/" + long + "/facts"},
		{"report-fact", "/reports/" + drawn + "/facts/" + factNamed(t, s, drawn, "48个")},
		{"report-fact-plain", "/reports/" + long + "/facts/" + factNamed(t, s, long, "206.5亿元")},
		{"report-page", "/reports/" + drawn + "/pages/1"},
		{"report-repairs", "/reports/" + drawn + "/repairs"},
		{"report-years", "/reports/" + long + "/years"},
		{"report-record", "/reports/" + drawn + "/record"},
	} {
		for _, look := range []struct {
			name, scheme string
			width        int64
		}{{"1280-light", light, wide}, {"390-dark", dark, narrow}} {
			b.open(p.path, look.width, look.scheme)
			b.holdsWidth()
			b.isAccessible()
			b.picture(p.name + "-" + look.name)
		}
	}
}

// factNamed returns the id of the first fact of a report with the words.
func factNamed(t *testing.T, s *site, id, words string) string {
	t.Helper()
	r, err := s.service.Report(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Facts {
		if f.Text == words {
			return f.ID
		}
	}
	t.Fatalf("no fact %s in report %s", words, id)
	return ""
}
