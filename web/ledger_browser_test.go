package web

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// signs makes the browser that of a person.
func (b *browser) signs(who string) {
	b.t.Helper()
	b.run(network.SetCookie(authorCookie, who).WithURL(b.address).WithPath("/"))
}

// TestLedgerPagesInTheBrowser looks at the pages that are not in the navigation.
func TestLedgerPagesInTheBrowser(t *testing.T) {
	s := sampleSite(t)
	b := openBrowser(t, s)
	one := promiseURL(promiseNamed(t, s, answeredInChain), "")
	for _, width := range []int64{wide, narrow} {
		for _, scheme := range []string{light, dark} {
			for name, path := range map[string]string{
				"ledger": "/ledger?org=%E6%95%99%E8%82%B2%E5%B1%80&sort=urgency", "promise": one + "?find=%E6%8A%95%E8%B5%84",
				"review": "/ledger/review", "overview": "/"} {
				b.signs("lin")
				b.open(path, width, scheme)
				b.run(chromedp.WaitReady("main"))
				b.holdsWidth()
				b.isAccessible()
				b.picture(fmt.Sprintf("l-%s-%d-%s", name, width, scheme))
			}
		}
	}
}
