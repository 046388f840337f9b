package web

import (
	"net/url"
	"strconv"
)

// reportAt returns the address of a place in the page of a report: of the part
// of a long report that holds a byte of the body, and of an anchor there.
func reportAt(id string, start int, anchor string) string {
	return "/reports/" + url.PathEscape(id) + "?at=" + strconv.Itoa(start) + "#" + anchor
}
