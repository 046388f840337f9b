package web

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	devtools "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"taizhang/report"
	"taizhang/service"
)

// tallest is how much of a page a screen shows, in pixels.
const tallest = 1300

// TestScreens makes the pictures of docs/screens (make screens): every page in
// both languages, some on a phone and in the dark. Without TAIZHANG_SCREENS,
// which names the folder, it does nothing.
func TestScreens(t *testing.T) {
	if os.Getenv("TAIZHANG_SCREENS") == "" {
		t.Skip("TAIZHANG_SCREENS names no folder")
	}
	s := sampleSite(t)
	drawn, typed := reportNamed(t, s, "临江区", 2023), reportNamed(t, s, "禾岭县", 2024)
	pages := []look{
		{"overview", "/"},
		{"search", asking("新增学位", "facets", "true")},
		{"search-facts", asking("类型:金额 值:>5亿", "in", inFacts)},
		{"reports", "/reports"},
		{"report", "/reports/" + typed},
		{"report-facts", "/reports/" + typed + "/facts"},
		{"report-fact", "/reports/" + drawn + "/facts/" + factNamed(t, s, drawn, "48个")},
		{"report-page", "/reports/" + drawn + "/pages/1"},
		{"report-repairs", "/reports/" + drawn + "/repairs"},
		{"report-years", "/reports/" + typed + "/years"},
		{"report-record", "/reports/" + typed + "/record"},
		{"indicators", "/series"},
		{"indicator", through("学位")},
		{"ledger", "/ledger"},
		{"promise", answeredPromise(t, s)},
		{"review", "/ledger/review"},
		{"rules", "/rules?try=" + url.QueryEscape("全年新增学位2700个，完成固定资产投资5.2亿元。")},
		{"rules-edit", rulesEditPath},
		{"import", "/import"},
		{"about", "/about"},
		{"problem", "/nothing"},
	}
	b := openBrowser(t, s)
	for _, lang := range []lang{chinese, english} {
		b.open("/about?lang="+string(lang), wide, light)
		for _, p := range pages {
			b.open(p.path, wide, light)
			b.screen(p.name + "-" + string(lang))
		}
	}
	b.open("/about?lang=zh", wide, light)
	for _, p := range pages {
		if slices.Contains([]string{"overview", "ledger", "promise", "report", "indicator"}, p.name) {
			b.open(p.path, narrow, light)
			b.screen(p.name + "-phone")
		}
		if slices.Contains([]string{"overview", "ledger"}, p.name) {
			b.open(p.path, wide, dark)
			b.screen(p.name + "-dark")
		}
	}
	guarded, _ := guardedSite(t)
	inBothLanguages(t, guarded, look{"login", "/login"})
	inBothLanguages(t, settable(t, ownSite(t)), look{"settings", "/settings"})
}

// inBothLanguages makes the pictures of a page of a site of its own.
func inBothLanguages(t *testing.T, s *site, p look) {
	t.Helper()
	b := openBrowser(t, s)
	for _, lang := range []lang{chinese, english} {
		b.open(p.path+"?lang="+string(lang), wide, light)
		b.screen(p.name + "-" + string(lang))
	}
}

// answeredPromise returns the address of a promise that later reports answer.
func answeredPromise(t *testing.T, s *site) string {
	t.Helper()
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(lines, func(l report.Commitment) bool { return len(l.Answers) > 1 && l.Status == report.Done })
	if i < 0 {
		t.Fatal("no promise has two answers")
	}
	return promiseURL(lines[i].ID, "")
}

// screen writes the top of the page into the folder of screens, as a picture of
// few colours.
func (b *browser) screen(name string) {
	b.t.Helper()
	height := min(tallest, script[int64](b, "document.documentElement.scrollHeight"))
	var data []byte
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		data, err = devtools.CaptureScreenshot().WithCaptureBeyondViewport(true).
			WithClip(&devtools.Viewport{Width: float64(b.width), Height: float64(height), Scale: 1}).Do(ctx)
		return err
	}))
	full, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		b.t.Fatal(err)
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, fewColours(full)); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(os.Getenv("TAIZHANG_SCREENS"), name+".png"), out.Bytes(), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// fewColours returns a picture in the 40 colours that are most frequent in it,
// which for pages of text is hardly to be seen and a third of the size.
func fewColours(full image.Image) *image.Paletted {
	const kept = 40
	counts := map[color.RGBA]int{}
	each := func(do func(x, y int, c color.RGBA)) {
		for y := full.Bounds().Min.Y; y < full.Bounds().Max.Y; y++ {
			for x := full.Bounds().Min.X; x < full.Bounds().Max.X; x++ {
				r, g, b, _ := full.At(x, y).RGBA()
				do(x, y, color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255})
			}
		}
	}
	each(func(_, _ int, c color.RGBA) { counts[c]++ })
	var all []color.RGBA
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return int(a.R) - int(b.R)
	})
	var palette color.Palette
	for _, c := range all {
		if len(palette) < kept && !slices.ContainsFunc(palette, func(p color.Color) bool { return near(p.(color.RGBA), c) }) {
			palette = append(palette, c)
		}
	}
	out := image.NewPaletted(full.Bounds(), palette)
	index := map[color.RGBA]uint8{}
	each(func(x, y int, c color.RGBA) {
		i, ok := index[c]
		if !ok {
			i = uint8(palette.Index(c))
			index[c] = i
		}
		out.SetColorIndex(x, y, i)
	})
	return out
}

// near tells whether two colours look alike.
func near(a, b color.RGBA) bool {
	d := func(x, y uint8) int { return max(int(x), int(y)) - min(int(x), int(y)) }
	return d(a.R, b.R)+d(a.G, b.G)+d(a.B, b.B) < 8
}
