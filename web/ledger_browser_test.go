package web

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/network"
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
	b.signs("lin")
	one := promiseURL(promiseNamed(t, s, answeredInChain), "")
	for name, path := range map[string]string{"promise": one + "?find=%E6%8A%95%E8%B5%84", "review": "/ledger/review"} {
		for _, look := range []struct {
			width  int64
			scheme string
		}{{wide, light}, {narrow, dark}} {
			b.open(path, look.width, look.scheme)
			b.holdsWidth()
			b.isAccessible()
			b.picture(fmt.Sprintf("%s-%d-%s", name, look.width, look.scheme))
		}
	}
}
