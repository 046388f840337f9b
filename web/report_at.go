package web

import (
	"net/url"
	"strconv"
)

// reportAt returns the address of the sentence that begins at a byte of a
// report's body: the part of a long report that has it is found by at.
func reportAt(id string, start int) string {
	n := strconv.Itoa(start)
	return "/reports/" + url.PathEscape(id) + "?at=" + n + "#s" + n
}
