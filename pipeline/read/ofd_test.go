package read

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"taizhang/report"
)

// ofdFile is an OFD file in the making: the objects on its pages.
type ofdFile struct {
	pages    []string
	template string            // objects that stand on every page
	extra    map[string]string // further parts, or others in place of those made here
	common   string            // further elements that all pages share
}

const ofdSpace = `xmlns:ofd="http://www.ofdspec.org/2016"`

func (f ofdFile) bytes(t testing.TB) []byte {
	t.Helper()
	root := func(name, inner string) string {
		return `<?xml version="1.0" encoding="UTF-8"?><ofd:` + name + " " + ofdSpace + ">" + inner + "</ofd:" + name + ">"
	}
	common := "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
	parts := map[string]string{"OFD.xml": root("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>")}
	common += f.common
	use := ""
	if f.template != "" {
		common += `<ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/>`
		use = `<ofd:Template TemplateID="9" ZOrder="Background"/>`
		parts["Doc_0/Tpls/T.xml"] = root("Page", "<ofd:Content><ofd:Layer>"+f.template+"</ofd:Layer></ofd:Content>")
	}
	list := ""
	for i, page := range f.pages {
		list += fmt.Sprintf(`<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, i+20, i)
		parts[fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i)] =
			root("Page", use+"<ofd:Content><ofd:Layer>"+page+"</ofd:Layer></ofd:Content>")
	}
	parts["Doc_0/Document.xml"] = root("Document", common+"</ofd:CommonData><ofd:Pages>"+list+"</ofd:Pages>")
	for name, text := range f.extra {
		parts[name] = text
	}
	return zipped(t, parts)
}

// set is a TextObject of 5 mm characters whose first stands at x, y.
func set(x, y float64, text string) string {
	return setWith(x, y, `DeltaX="g `+fmt.Sprint(len([]rune(text)))+` 5"`, "", text)
}

func setWith(x, y float64, deltas, attrs, text string) string {
	return fmt.Sprintf(`<ofd:TextObject ID="3" Boundary="%g %g 100 10" Font="1" Size="5" %s>`+
		`<ofd:TextCode X="0" Y="5" %s>%s</ofd:TextCode></ofd:TextObject>`, x, y, attrs, deltas, text)
}

func TestOFD(t *testing.T) {
	level := func(x, y, w float64) string {
		return fmt.Sprintf(`<ofd:PathObject Boundary="%g %g %g 1"><ofd:AbbreviatedData>M 0 0 L %g 0</ofd:AbbreviatedData></ofd:PathObject>`, x, y, w, w)
	}
	upright := func(x, y, h float64) string {
		return fmt.Sprintf(`<ofd:PathObject Boundary="%g %g 1 %g"><ofd:AbbreviatedData>S 0 0 L 0 %g</ofd:AbbreviatedData></ofd:PathObject>`, x, y, h, h)
	}
	grid := level(20, 20, 120) + level(20, 30, 120) + level(20, 40, 120) + upright(20, 20, 20) + upright(80, 20, 20) + upright(140, 20, 20)
	tests := []struct{ name, page, want string }{
		{"lines by place, not by order", set(20, 60, "第二行") + set(20, 40, "第一行"), "第一行|第二行"},
		{"a line in pieces", set(35, 40, "3亿元") + set(20, 40, "总投资"), "总投资3亿元"},
		{"digits close together", setWith(20, 40, `DeltaX="5 5 2.5 2.5 2.5 2.5 5"`, "", "投资2700个"), "投资2700个"},
		{"wide setting", setWith(20, 40, `DeltaX="g 2 9"`, "", "报 告"), "报 告"},
		{"no steps", setWith(20, 40, "", "", "投资2700个"), "投资2700个"},
		{"steps that end early", setWith(20, 40, `DeltaX="5"`, "", "投资三亿元"), "投资三亿元"},
		{"narrowed characters", setWith(20, 40, `DeltaX="g 4 2.5"`, `HScale="0.5"`, "投资三亿元"), "投资三亿元"},
		{"points in a matrix", strings.Replace(set(20, 40, "投资三亿元"), `Size="5"`, `Size="14" CTM="0.3528 0 0 0.3528 0 0"`, 1), "投资三亿元"},
		{"turned by a matrix", strings.Replace(set(20, 40, "投资三亿元"), `Size="5"`, `Size="5" CTM="0 1 -1 0 0 0"`, 1), "投资三亿元"},
		{"from top to bottom", setWith(20, 40, `DeltaY="g 5 5"`, "", "投资三亿元整"), "投资三亿元整"},
		{"askew is a watermark", set(20, 40, "正文") + strings.Replace(set(20, 80, "内部"), `Size="5"`, `Size="5" CTM="0.7 0.7 -0.7 0.7 0 0"`, 1), "正文"},
		{"blocks in blocks", "<ofd:PageBlock><ofd:PageBlock>" + set(20, 40, "投资") + "</ofd:PageBlock></ofd:PageBlock>", "投资"},
		{"not shown", set(20, 40, "投资") + strings.Replace(set(20, 80, "旧"), "<ofd:TextObject", `<ofd:TextObject Visible="false"`, 1), "投资"},
		{"printed twice for bold", set(20, 40, "投资") + set(20.1, 40, "投资"), "投资"},
		{"weight", setWith(20, 40, "", `Weight="800"`, "投资"), "bold 投资"},
		{"a table by its rules", set(22, 22, "指标") + set(82, 22, "完成") + set(22, 32, "投资") + set(82, 32, "3亿元") + grid, "row1 指标\t完成|row1 投资\t3亿元"},
		{"references and line ends", setWith(20, 40, "", "", "\nA&amp;B\n"), "A&B"},
	}
	for _, test := range tests {
		source := mustRead(t, "a.ofd", ofdFile{pages: []string{test.page}}.bytes(t))
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
		if source.Layout != report.LayoutVisual || source.Format != "ofd" {
			t.Errorf("%s: %s, %s", test.name, source.Format, source.Layout)
		}
	}
}

func TestOFDPages(t *testing.T) {
	number := func(n string) string { return set(100, 280, n) }
	source := mustRead(t, "a.ofd", ofdFile{
		pages:    []string{set(20, 40, "投资三亿元") + number("— 1 —"), set(20, 40, "竣工项目") + number("— 2 —"), ""},
		template: set(20, 10, "临江区教育局文件"),
		extra:    map[string]string{"Doc_0/Pages/Page_2/Content.xml": "<broken"},
	}.bytes(t))
	want := "临江区教育局文件|投资三亿元|— 1 —|临江区教育局文件|竣工项目|— 2 —"
	if got := strings.Join(described(source), "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for i, quality := range []report.Quality{report.Good, report.Good, report.Unreadable} {
		if p := source.Pages[i]; p.Number != i+1 || p.Quality != quality {
			t.Errorf("page %d: number %d, %s: %s", i+1, p.Number, p.Quality, p.Reason)
		}
	}
	line := source.Pages[0].Lines[1]
	for name, got := range map[string][2]float64{
		"x": {line.Box.X, 20 * pointsPerMM}, "foot": {line.Box.Y + line.Box.Height, 45.6 * pointsPerMM},
		"size": {line.Size, 5 * pointsPerMM}, "width": {line.Box.Width, 25 * pointsPerMM},
		"page": {source.Pages[0].Width, 210 * pointsPerMM},
	} {
		if abs(got[0]-got[1]) > 0.01 {
			t.Errorf("%s: %.2f, want %.2f", name, got[0], got[1])
		}
	}
}

func TestHostileOFD(t *testing.T) {
	good := ofdFile{pages: []string{set(20, 40, "全年完成投资三亿元")}}
	replaced := func(part, text string) []byte {
		return ofdFile{pages: good.pages, extra: map[string]string{part: text}}.bytes(t)
	}
	image := `<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/>`
	many := strings.Repeat(`<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>`, 30_000)
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"cut off", good.bytes(t)[:500], report.RefusedDamaged},
		{"no document", replaced("OFD.xml", "<OFD/>"), report.RefusedDamaged},
		{"encrypted", replaced("OFD.xml", "<OFD><Encryptions>Encryptions.xml</Encryptions></OFD>"), report.RefusedPassword},
		{"no pages", replaced("Doc_0/Document.xml", "<Document/>"), report.RefusedDamaged},
		{"too many pages", replaced("Doc_0/Document.xml", "<Document "+ofdSpace+"><Pages>"+strings.ReplaceAll(many, "ofd:", "")+"</Pages></Document>"), report.RefusedTooLarge},
		{"its only page damaged", replaced("Doc_0/Pages/Page_0/Content.xml", "<Page"), report.RefusedUnreadable},
		{"nested", ofdFile{pages: []string{strings.Repeat("<ofd:PageBlock>", 2000) + strings.Repeat("</ofd:PageBlock>", 2000)}}.bytes(t), report.RefusedUnreadable},
		{"much on a page", ofdFile{pages: []string{set(20, 40, strings.Repeat("长", mostOnPage+1))}}.bytes(t), report.RefusedTooLarge},
		{"scan", ofdFile{pages: []string{image}}.bytes(t), report.RefusedNeedsOCR},
		{"scan with a stamp", ofdFile{pages: []string{image + set(20, 40, "1")}}.bytes(t), report.RefusedNeedsOCR},
		{"blank", ofdFile{pages: []string{""}}.bytes(t), report.RefusedEmpty},
		{"glyphs without characters", ofdFile{pages: []string{set(20, 40, "\ue001\ue002\ue003")}}.bytes(t), report.RefusedUnreadable},
		{"characters of another font", ofdFile{pages: []string{set(20, 40, "嘆囈貭鍔犐犆犛黿齬麤龘")}}.bytes(t), report.RefusedUnreadable},
		{"blanks for glyphs", ofdFile{pages: []string{set(20, 40, "   ")}}.bytes(t), report.RefusedUnreadable},
	}
	for _, test := range tests {
		if got := refusedWith(t, New(Options{}), "a.ofd", test.data); got.Code != test.code {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
	}
	for name, page := range map[string]string{
		"numbers that are none": strings.ReplaceAll(set(20, 40, "投资"), "5", "NaN"),
		"huge numbers":          strings.ReplaceAll(set(20, 40, "投资"), "20", "1e300"),
		"huge repeats":          setWith(20, 40, `DeltaX="g 2000000000 5"`, "", "投资"),
		"an open repeat":        setWith(20, 40, `DeltaX="g 2"`, "", "投资"),
		"odd drawings":          set(20, 40, "投资") + `<ofd:PathObject Boundary="a b"><ofd:AbbreviatedData>M 1 L C B 1 2 3 A</ofd:AbbreviatedData></ofd:PathObject>`,
		"absent template":       set(20, 40, "投资") + `<ofd:Template TemplateID="77"/>`,
	} {
		if source := mustRead(t, "a.ofd", ofdFile{pages: []string{page}}.bytes(t)); !strings.Contains(source.Raw, "投资") {
			t.Errorf("%s: %q", name, source.Raw)
		}
	}
}

// TestOFDCorpus holds that every character of the real files comes out, in
// their order where it is that of reading.
func TestOFDCorpus(t *testing.T) {
	folder := filepath.Join(sharedFolder(t), "corpus", "ofd")
	han := regexp.MustCompile(`\p{Han}`)
	for name, want := range map[string][]string{
		"ofd-hello":     {"你好呀，OFD Reader&Writer！"},
		"ofd-n":         {"路卫发〔2011〕76号", "从2006年1月至今未到单位", "2011年3月1日\n该同志", "— 1 —\n"},
		"ofd-signout":   {"来文文号\t府办专督〔2020〕 24号\t", "收文日期\t2020年06月15日11:28:09\t"},
		"ofd-splitpara": {"中华民国十五年三月二十五日，就是国立\n北京女子师范大学", "很爱看先生的文章。”这是我知道的，凡\n", "四月一日。\n"},
	} {
		source, err := readFile(t, newReader(t), filepath.Join(folder, name+".ofd"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkSource(t, source)
		for _, w := range want {
			if !strings.Contains(source.Raw, w) {
				t.Errorf("%s: no %q in\n%s", name, w, source.Raw)
			}
		}
		if n := len(han.FindAllString(source.Raw, -1)); name == "ofd-splitpara" && n != 2094 {
			t.Errorf("%s: %d Chinese characters, want 2094", name, n)
		}
	}
}
