package web

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"taizhang/report"
	"taizhang/service"
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

// TestLedgerFilteredOnAPhone chooses office and status at the width of a phone.
func TestLedgerFilteredOnAPhone(t *testing.T) {
	s := sampleSite(t)
	b := openBrowser(t, s)
	b.open("/ledger", narrow, light)
	b.follow(chromedp.Evaluate(`(e => { e.value = "青岚县教育局"; e.dispatchEvent(new Event("change", { bubbles: true })) })(
		document.querySelector("select[name=org]"))`, nil))
	b.holdsWidth()
	b.follow(chromedp.Click(`.narrow a[href*="status=partial"]`, chromedp.ByQuery))
	b.holdsWidth()
	b.isAccessible()
	b.picture("ledger-filtered-390-light")
	rows := script[int](b, `document.querySelectorAll(".ledger tbody tr").length`)
	lines, err := s.service.Ledger(service.LedgerRequest{Org: "青岚县教育局", Status: []report.Status{report.Partial}})
	if err != nil || rows != len(lines) || rows == 0 {
		t.Errorf("%d rows, want %d: %v", rows, len(lines), err)
	}
	b.open("/ledger?org=%E6%95%99%E8%82%B2%E5%B1%80&status=partial", wide, light)
	b.isAccessible()
	b.picture("ledger-filtered-1280-light")
}

// TestImportToConfirmedLine goes from the files to a confirmed line.
func TestImportToConfirmedLine(t *testing.T) {
	s := ownSite(t)
	b := openBrowser(t, s)
	b.open("/", wide, light)
	b.run(chromedp.WaitVisible(`main a[href="/import"]`, chromedp.ByQuery))
	if err := s.fill("../samples/qinglan-education-bureau/20*"); err != nil {
		t.Fatal(err)
	}
	b.open("/ledger?sort=urgency", wide, light)
	b.follow(chromedp.Click(".ledger a.what", chromedp.ByQuery))
	b.follow(chromedp.SendKeys("input[name=who]", "林", chromedp.ByQuery), chromedp.Click(".sign button", chromedp.ByQuery))
	b.follow(chromedp.Click("#decide .forms button.primary", chromedp.ByQuery))
	b.run(chromedp.WaitVisible(".notice", chromedp.ByQuery))
	b.isAccessible()
	counts, err := s.service.LedgerCounts(service.LedgerRequest{})
	if err != nil || counts.Review[service.ReviewDone] != 1 {
		t.Errorf("%v, want one confirmed: %v", counts.Review, err)
	}
}
