package web

import (
	"net/url"
	"strconv"

	"taizhang/index"
)

// pager leads through the pages of a long list; templates/parts/pager.html
// shows it.
type pager struct {
	From, To, Of   int
	Earlier, Later string // addresses; empty: there is none
}

func newPager(u *url.URL, p index.Page, of int) pager {
	g := pager{From: min(p.Offset+1, of), To: min(p.Offset+p.Limit, of), Of: of}
	if p.Offset > 0 {
		g.Earlier = withParam(u, "offset", strconv.Itoa(max(0, p.Offset-p.Limit)))
	}
	if g.To < of {
		g.Later = withParam(u, "offset", strconv.Itoa(g.To))
	}
	return g
}

// leadTo makes the links lead to a place of the page.
func (g *pager) leadTo(anchor string) {
	for _, link := range []*string{&g.Earlier, &g.Later} {
		if *link != "" {
			*link += anchor
		}
	}
}
