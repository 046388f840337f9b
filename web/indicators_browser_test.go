package web

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestChartInTheBrowser looks at a chart on a telephone: it fits, bars have a
// size and differ by more than colour, and it is drawn as PNG.
func TestChartInTheBrowser(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	b.open(through("学位"), narrow, light)
	b.holdsWidth()
	b.isAccessible()
	bars := script[[]string](b, `[...document.querySelectorAll(".chart .bar")].filter(e => e.getBBox().height > 3).map(e =>
		e.getAttribute("class").split(" ").pop() + " " + getComputedStyle(e).fill.replace(/^.*#/, "#").replace(/"?\)$/, ""))`)
	fills := map[string]string{}
	for _, bar := range bars {
		style, fill, _ := strings.Cut(bar, " ")
		fills[style] = fill
	}
	if len(bars) < 10 || fills["target"] != "#chart-target" || fills["actual"] == "" {
		t.Errorf("%d bars filled with %v, want a pattern for what was promised", len(bars), fills)
	}
	size := script[int](b, `drawn(document.querySelector("[data-picture-from]").dataset.pictureFrom).then(p => p.size)`)
	if size < 5000 {
		t.Errorf("a picture of %d bytes", size)
	}
	b.picture("chart-390")
}

// TestChartWithoutJavaScript chooses an office with scripts switched off.
func TestChartWithoutJavaScript(t *testing.T) {
	b := openBrowser(t, sampleSite(t))
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.open(through("学位"), wide, light)
	b.follow(chromedp.Click(".offices label:nth-of-type(2) input"), chromedp.Click(".offices button"))
	b.run(chromedp.WaitNotPresent(".panels figure:nth-of-type(3)"), chromedp.WaitVisible(".panels figure:nth-of-type(2)"))
	if links := script[int](b, `document.querySelectorAll("[data-picture-from] button").length`); links != 0 {
		t.Error("a button that needs JavaScript is there without it")
	}
}
