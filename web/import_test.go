package web

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"taizhang/service"
)

const oneSample = "../samples/qinglan-education-bureau/2021.txt"

func sample(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(oneSample)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestImportForm(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/import", `enctype="multipart/form-data"`, "需要看一看", "政府工作报告", "合计 4 MB")
	s.get(t, "/import", inEnglish...).shows(t, "To be looked at", "At most 500 files")
}

func TestImportByForm(t *testing.T) {
	s := ownSite(t)
	body, kind := uploaded(t, map[string][]byte{"../../2021<b>.txt": sample(t)})
	r := s.post(t, "/import", body.String(), "Content-Type", kind)
	r.shows(t, "导入结果", "入库 1，部分入库 0", "青岚县教育局", "2021&lt;b&gt;.txt")
	r.lacks(t, "<b>.txt", "../../")
	if n := len(s.service.Reports(service.ReportsRequest{})); n != 1 {
		t.Errorf("%d reports in the library, want 1", n)
	}
	body, kind = uploaded(t, map[string][]byte{"again.txt": sample(t)})
	s.post(t, "/import", body.String(), "Content-Type", kind).shows(t, "跳过 1")
	body, kind = uploaded(t, map[string][]byte{"broken.pdf": []byte("%PDF-1.4 nothing else")})
	s.post(t, "/import", body.String(), "Content-Type", kind).shows(t, "拒收 1", "broken.pdf")
}

func TestImportTooLarge(t *testing.T) {
	body, kind := uploaded(t, map[string][]byte{"large.txt": bytes.Repeat([]byte("数"), 2<<20)})
	r := ownSite(t).post(t, "/import", body.String(), "Content-Type", kind)
	if r.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d, want 413", r.StatusCode)
	}
}

// TestImportKnown gives a report the office and year that it does not name.
func TestImportKnown(t *testing.T) {
	s := ownSite(t)
	body, kind := uploaded(t, map[string][]byte{"notes.txt": []byte("工作情况\n\n完成道路改造3公里，新增学位2700个。\n")})
	s.post(t, "/import", body.String(), "Content-Type", kind).shows(t, "有不清楚的地方", "notes.txt")
	id := s.service.Reports(service.ReportsRequest{})[0].ID
	form := url.Values{"report": {id}, "org": {"云溪市临江区交通局"}, "year": {"2023"}, "kind": {"工作总结"}, "who": {"周"}}
	if r := s.post(t, "/import/known", form.Encode()); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("status %d, want 303:\n%s", r.StatusCode, r.body)
	}
	if e := s.service.Reports(service.ReportsRequest{})[0]; e.Org != "云溪市临江区交通局" || e.Year != 2023 {
		t.Errorf("filed under %q, %d", e.Org, e.Year)
	}
	s.shows(t, "/import", "没有需要看的")
}

// TestImportInTheBrowser chooses a file, then drops one.
func TestImportInTheBrowser(t *testing.T) {
	s := ownSite(t)
	b := openBrowser(t, s)
	file, err := filepath.Abs(oneSample)
	if err != nil {
		t.Fatal(err)
	}
	b.open("/import", wide, light)
	b.run(
		chromedp.SetUploadFiles("#files", []string{file}),
		chromedp.Click("form.upload button.primary"),
		chromedp.WaitVisible(".results tr.imported"),
	)
	if got := script[string](b, `document.querySelector(".results tbody").textContent`); !strings.Contains(got, "青岚县教育局") {
		t.Errorf("the results are %q", got)
	}
	b.isAccessible()
	b.picture("import-done")
	b.run(chromedp.Evaluate(`(() => {
		const data = new DataTransfer();
		data.items.add(new File(["云溪市临江区水务局2022年工作总结\n\n全年建成泵站12座。\n"], "dropped.txt"));
		document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
	})()`, nil), chromedp.WaitVisible(`//td[contains(., "dropped.txt")]`, chromedp.BySearch))
	if n := len(s.service.Reports(service.ReportsRequest{})); n != 2 {
		t.Errorf("%d reports in the library, want 2", n)
	}
}
