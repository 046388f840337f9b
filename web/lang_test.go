package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	s := sampleSite(t)
	r := s.get(t, "/reports?year=2022&lang=en")
	cookie := r.Header.Get("Set-Cookie")
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/reports?year=2022" ||
		!strings.HasPrefix(cookie, langCookie+"=en;") {
		t.Fatalf("status %d, to %q, cookie %q: want to be led to the page without lang, and a cookie",
			r.StatusCode, r.Header.Get("Location"), cookie)
	}
	s.get(t, "/reports?year=2022", "Cookie", cookie).shows(t, `<html lang="en">`, `href="?lang=zh&amp;year=2022"`)
	s.get(t, "/", "Cookie", langCookie+"=fr").shows(t, `<html lang="zh-CN">`)
	s.get(t, "/?lang=fr").shows(t, `<html lang="zh-CN">`)
}
