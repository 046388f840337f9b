package web

import (
	"testing"
)

func TestReportInTheBrowser(t *testing.T) {
	s := sampleSite(t)
	path := "/reports/" + reportNamed(t, s, "禾岭县", 2024)
	looked(openBrowser(t, s), []look{
		{"report", path},
		{"report-facts", path + "/facts"},
		{"report-fact-plain", path + "/facts/" + factNamed(t, s, reportNamed(t, s, "禾岭县", 2024), "206.5亿元")},
		{"report-years", path + "/years"},
	})
}

func TestDrawnReportInTheBrowser(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "临江区", 2023)
	path := "/reports/" + id
	looked(openBrowser(t, s), []look{
		{"report-fact", path + "/facts/" + factNamed(t, s, id, "48个")},
		{"report-page", path + "/pages/1"},
		{"report-repairs", path + "/repairs"},
		{"report-record", path + "/record"},
	})
}

// look is a page that is looked at, under a name for its pictures.
type look struct{ name, path string }

// looked opens pages wide and light, narrow and dark.
func looked(b *browser, pages []look) {
	b.t.Helper()
	for _, p := range pages {
		for _, as := range []struct {
			name, scheme string
			width        int64
		}{{"1280-light", light, wide}, {"390-dark", dark, narrow}} {
			b.open(p.path, as.width, as.scheme)
			b.holdsWidth()
			b.isAccessible()
			b.picture(p.name + "-" + as.name)
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
