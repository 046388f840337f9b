package web

import (
	"net/url"
	"slices"
)

// reportPattern is the row of routes.go of a report's own page.
const reportPattern = "GET /reports/{id}"

// reportURL returns the address of a place in the page of a report; anchor may
// be empty. It is empty where there is no such page.
func (s *server) reportURL(id, anchor string) string {
	if !slices.ContainsFunc(s.pages, func(p page) bool { return p.pattern == reportPattern }) {
		return ""
	}
	u := "/reports/" + url.PathEscape(id)
	if anchor != "" {
		u += "#" + anchor
	}
	return u
}
