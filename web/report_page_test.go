package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestReportPage(t *testing.T) {
	s := sampleSite(t)
	id := reportNamed(t, s, "临江区", 2023)
	s.shows(t, "/reports/"+id+"/pages/1", "第 1 页，共 7 页", "铺排项目", `<rect class="frame actual"`, "/pages/2", "读出的行")
	s.shows(t, "/api/v1/reports/"+id+"/pages/1", `"drawn":true`, `"guessed":false`)
	s.shows(t, "/api/v1/reports/"+id+"/facts/"+factNamed(t, s, id, "48个")+"/frames", `"guessed":false`)
	for _, path := range []string{"/pages/0", "/pages/8", "/pages/-1", "/pages/x", "/pages/1%2F..%2F..", "/pages/8/picture",
		"/pages/99999999999999999999/picture"} {
		if r := s.get(t, "/reports/"+id+path); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", path, r.StatusCode)
		}
	}
	if r := s.get(t, "/reports/"+reportNamed(t, s, "禾岭县", 2024)+"/pages/1"); r.StatusCode != http.StatusNotFound {
		t.Errorf("a page of Markdown: status %d, want 404", r.StatusCode)
	}
}

func TestReportPicture(t *testing.T) {
	s := sampleSite(t)
	r := s.get(t, "/reports/"+reportNamed(t, s, "临江区", 2023)+"/pages/1/picture")
	if got := r.Header.Get("Content-Type"); got != "image/png" || !strings.HasPrefix(r.body, "\x89PNG") {
		t.Errorf("got %s, want a PNG", got)
	}
	if n := len(r.body); n > 400_000 {
		t.Errorf("the picture weighs %d bytes, want less than 400,000", n)
	}
}
