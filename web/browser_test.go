package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// The widths pages are looked at, and the schemes of colours.
const (
	wide   = 1280
	narrow = 390
	light  = "light"
	dark   = "dark"
)

// browser is a Chromium with a site open.
type browser struct {
	t       *testing.T
	address string
	tab     context.Context
	width   int64
}

// browserTime is the longest a browser test may take.
const browserTime = 2 * time.Minute

// openBrowser starts a browser for a site; it ends with the test. Without a
// Chromium on this machine the test is skipped.
func openBrowser(t *testing.T, s *site) *browser {
	t.Helper()
	program := chromium(t)
	server := httptest.NewServer(s.handler)
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // no request may leave
		chromedp.Flag("lang", "zh-CN"))
	ctx, cancel := context.WithTimeout(context.Background(), browserTime)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	tab, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	watchRequests(t, tab, server.URL)
	return &browser{t: t, address: server.URL, tab: tab}
}

// watchRequests fails the test where the browser asks any other host for
// anything, whatever the pages have done.
func watchRequests(t *testing.T, tab context.Context, address string) {
	t.Helper()
	asked := 0
	chromedp.ListenTarget(tab, func(event any) {
		sent, ok := event.(*network.EventRequestWillBeSent)
		if !ok {
			return
		}
		asked++
		if to := sent.Request.URL; !strings.HasPrefix(to, address+"/") && !strings.HasPrefix(to, "data:") && !strings.HasPrefix(to, "blob:"+address) {
			t.Errorf("the page %s asks %s", sent.DocumentURL, to)
		}
	})
	if err := chromedp.Run(tab, network.Enable()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if asked == 0 && !t.Skipped() {
			t.Error("no request was seen: the watch does not work")
		}
	})
}

// chromium returns the browser's program.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("TAIZHANG_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if program, err := exec.LookPath(name); name != "" && err == nil {
			return program
		}
	}
	t.Skip("no Chromium on this machine (TAIZHANG_CHROMIUM names one)")
	return ""
}

// run does things in the browser.
func (b *browser) run(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.tab, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// follow does things that lead to another page, and waits until it is loaded.
func (b *browser) follow(actions ...chromedp.Action) {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.tab, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// open goes to a page in a window of that width, in light or dark.
func (b *browser) open(path string, width int64, scheme string) {
	b.t.Helper()
	b.width = width
	b.run(
		emulation.SetDeviceMetricsOverride(width, 900, 1, width < 600),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
		chromedp.Navigate(b.address+path),
	)
}

// script runs an expression and returns its value, or that of its promise.
func script[T any](b *browser, expression string) T {
	b.t.Helper()
	var out T
	b.run(chromedp.Evaluate(expression, &out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	return out
}

// holdsWidth checks that the page does not scroll sideways, and names what
// stands out of it if it does.
func (b *browser) holdsWidth() {
	b.t.Helper()
	if got := script[int64](b, "document.documentElement.scrollWidth"); got > b.width {
		out := script[[]string](b, `[...document.querySelectorAll("body *")].filter(e =>
			e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll")).slice(0, 5).map(e =>
			e.tagName + "." + e.className)`)
		b.t.Errorf("the page is %d wide in a window of %d: %v", got, b.width, out)
	}
}

// isAccessible checks the page with axe-core, where `make test` has installed it.
func (b *browser) isAccessible() {
	b.t.Helper()
	axe, err := os.ReadFile("testdata/node_modules/axe-core/axe.min.js")
	if err != nil {
		b.t.Log("axe-core is not there; scripts/setup.sh tests installs it")
		return
	}
	b.run(chromedp.Evaluate(string(axe), nil))
	for _, violation := range script[[]string](b, `axe.run().then(r => r.violations.map(v =>
		v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" | ")))`) {
		b.t.Errorf("%s: %s", script[string](b, "location.pathname"), violation)
	}
}

// picture writes what the page looks like, in full, to the folder that
// TAIZHANG_SCREENS names; without one it does nothing.
func (b *browser) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("TAIZHANG_SCREENS")
	if dir == "" {
		return
	}
	var data []byte
	b.run(chromedp.FullScreenshot(&data, 100))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// TestEveryPageInTheBrowser opens every page of the navigation wide and narrow,
// in light and dark.
func TestEveryPageInTheBrowser(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	for _, p := range (&server{}).allPages() {
		if p.nav == "" {
			continue
		}
		for _, width := range []int64{wide, narrow} {
			for _, scheme := range []string{light, dark} {
				b.open(p.nav, width, scheme)
				b.holdsWidth()
				b.isAccessible()
				b.picture(fmt.Sprintf("%s-%d-%s", p.name, width, scheme))
			}
		}
	}
}

// TestNoRequestLeaves opens a page of every kind; as in every
// test with a browser, any request to another host is an error.
func TestNoRequestLeaves(t *testing.T) {
	s := sampleSite(t)
	b := openBrowser(t, s)
	pages := map[string]bool{}
	s.crawl(t, 1, func(address string, r reply) {
		if strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") && r.Header.Get("Content-Disposition") == "" &&
			!pages[strings.Split(address, "?")[0]] {
			pages[strings.Split(address, "?")[0]] = true
			b.open(address, wide, light)
		}
	})
	if len(pages) < 12 {
		t.Errorf("%d pages were opened, want at least 12", len(pages))
	}
}
