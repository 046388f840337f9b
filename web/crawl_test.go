package web

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"taizhang/service"
)

// links are the addresses that a page leads to.
var links = regexp.MustCompile(`(?:href|src|action|data-stream|data-picture-from)="([^"]*)"`)

// crawl follows the links of all pages from the overview on and calls visit for
// each answer, for at most so many addresses of a route: what differs in its
// parameters alone is one.
func (s *site) crawl(t *testing.T, ofEach int, visit func(address string, r reply), headers ...string) {
	t.Helper()
	seen, visited := map[string]bool{}, map[string]int{}
	for queue := []string{"/", "/login", "/api/openapi.json"}; len(queue) > 0; queue = queue[1:] {
		address := queue[0]
		route := routeLike(address)
		if seen[address] || visited[route] >= ofEach {
			continue
		}
		seen[address] = true
		visited[route]++
		r := s.get(t, address, headers...)
		visit(address, r)
		if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
			continue
		}
		for _, found := range links.FindAllStringSubmatch(r.body, -1) {
			if next, ok := within(address, html.UnescapeString(found[1])); ok {
				queue = append(queue, next)
			}
		}
	}
}

// within returns the address a link of a page leads to; ok is false where it
// leads to another host.
func within(page, link string) (string, bool) {
	base, err := url.Parse(page)
	if err != nil {
		return "", false
	}
	u, err := base.Parse(link)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return "", false
	}
	u.Fragment = ""
	return u.String(), true
}

var (
	ids    = regexp.MustCompile(`[0-9a-f]{8,}|\d+`)
	values = regexp.MustCompile(`=[^&]*`)
)

// routeLike returns an address without ids and without the values of its
// parameters.
func routeLike(address string) string {
	path, query, _ := strings.Cut(address, "?")
	return ids.ReplaceAllString(path, "*") + "?" + values.ReplaceAllString(query, "=")
}

// TestNoPlaceOfTheDisk crawls every page in both languages, and every address of
// the API: none names a folder of this machine, and none is broken.
func TestNoPlaceOfTheDisk(t *testing.T) {
	s := sampleSite(t)
	routes := map[string]bool{}
	visit := func(address string, r reply) {
		routes[routeLike(address)] = true
		if r.StatusCode >= 500 || r.StatusCode == 404 {
			t.Errorf("%s: status %d: %.200s", address, r.StatusCode, r.body)
		}
		s.namesNoPlace(t, address, r)
		for _, found := range links.FindAllStringSubmatch(r.body, -1) {
			if _, here := within(address, html.UnescapeString(found[1])); !here && strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
				t.Errorf("%s leads to another host: %s", address, found[1])
			}
		}
	}
	s.crawl(t, 2, visit)
	s.crawl(t, 1, visit, inEnglish...)
	if len(routes) < 40 {
		t.Errorf("%d kinds of addresses are visited, want at least 40", len(routes))
	}
	id := s.service.Reports(service.ReportsRequest{})[0].ID
	for _, pattern := range patternsOf(t) {
		method, path, _ := strings.Cut(pattern, " ")
		if method == "GET" {
			path = strings.NewReplacer("{id}", id, "{number}", "1", "{$}", "").Replace(path)
			s.namesNoPlace(t, path, s.get(t, path))
			s.namesNoPlace(t, path, s.get(t, path+"?offset=x&limit=x&year=x&nothing=x"))
		}
	}
}
