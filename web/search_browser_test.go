package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestSearchInTheBrowser types a query, takes a name that is offered by keys,
// narrows down by a facet and opens the place in the report.
func TestSearchInTheBrowser(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	b.open("/search", wide, light)
	b.run(chromedp.Focus("#query"), chromedp.SendKeys("#query", "固定资"),
		chromedp.WaitVisible("#query-suggestions [role=option]"), chromedp.KeyEvent(kb.ArrowDown))
	if active := script[string](b, `document.getElementById("query").getAttribute("aria-activedescendant")`); active == "" {
		t.Error("no option is marked")
	}
	b.isAccessible()
	b.run(chromedp.KeyEvent(kb.Enter), chromedp.WaitNotVisible("#query-suggestions"))
	if typed := script[string](b, `document.getElementById("query").value`); typed != "固定资产投资" {
		t.Errorf("taken: %q", typed)
	}
	b.run(chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".hits mark"), chromedp.WaitVisible(".facets"))
	before := script[string](b, `document.querySelector(".tabs [aria-current] .count").textContent`)
	want := script[string](b, `document.querySelector(".facets li .count").textContent`)
	b.follow(chromedp.Click(".facets li a"))
	b.run(chromedp.WaitVisible(".facets .chosen"))
	if after := script[string](b, `document.querySelector(".tabs [aria-current] .count").textContent`); after != want || after == before {
		t.Errorf("%s sentences of %s, the facet said %s", after, before, want)
	}
	b.holdsWidth()
	if marks := script[int](b, `document.querySelectorAll(".hits mark").length`); marks == 0 {
		t.Error("nothing is marked")
	}
	b.follow(chromedp.Click(".hits .source a"))
	if at := script[string](b, `location.pathname + location.hash`); !strings.HasPrefix(at, "/reports/") || !strings.Contains(at, "#s") {
		t.Errorf("a hit leads to %s", at)
	}
}

// TestSearchWithoutJavaScript asks, switches to the facts and narrows down with
// scripts switched off.
func TestSearchWithoutJavaScript(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.open("/search", narrow, light)
	b.follow(chromedp.SendKeys("#query", "学位"), chromedp.Click(".ask button"))
	b.follow(chromedp.Click(".tabs a:last-child"))
	b.follow(chromedp.Click(".facets li a"))
	b.run(chromedp.WaitVisible(".facets .chosen"))
	var address string
	b.run(chromedp.Location(&address))
	if !strings.Contains(address, "in=facts") || !strings.Contains(address, "year%3A") {
		t.Errorf("narrowed down at %s", address)
	}
}
