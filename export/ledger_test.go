package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"taizhang/report"
	"taizhang/series"
	"taizhang/track"
)

func answered() report.Commitment {
	c := ledgerLine()
	c.Indicator, c.Status, c.Light = "学位", report.Missed, report.LightOverdue
	c.Answers = []report.Answer{{Year: 2024, Sentence: "滨江小学未能按期竣工。", Verdict: report.Contradicts, Score: 0.9, Why: "原文说“未能”"}}
	c.Decided = []report.Decision{{Kind: report.DecisionOwner, Who: "周青", When: time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC), Value: "基建科"}}
	return c
}

func madeSeries(t *testing.T) []series.Series {
	point := func(n string) *series.Point {
		d := decimal(t, n)
		return &series.Point{Value: report.Value{Min: d, Max: d, Unit: "个", Bound: report.Exact}}
	}
	return []series.Series{{Org: "临江局", Indicator: "学位", Rows: []series.YearRow{
		{Org: "临江局", Year: 2023, Unit: "个", Actual: point("1800")},
		{Org: "临江局", Year: 2024, Unit: "个", Target: point("2000"), Actual: point("1900")},
	}}}
}

func TestColumns(t *testing.T) {
	columns, err := ParseColumns([]string{"任务=text", "due", "牵头单位=owner"}, Chinese)
	if err != nil {
		t.Fatal(err)
	}
	s := LedgerForm{Columns: columns, Lang: Chinese}.Sheet([]report.Commitment{answered()})
	if got := strings.Join(s.Head, ","); got != "任务,期限,牵头单位" {
		t.Errorf("head %s", got)
	}
	if _, err := ParseColumns([]string{"任务=words"}, Chinese); err == nil || !strings.Contains(err.Error(), "owner") {
		t.Errorf("error %v", err)
	}
}

func TestLightsOfAnOffice(t *testing.T) {
	form := LedgerForm{Lang: Chinese, Lights: []track.LightScheme{{Org: "临江",
		Names: map[report.Light]string{report.LightOverdue: "红灯"}, Colours: map[report.Light]string{report.LightOverdue: "FF0000"}}}}
	columns, _ := ParseColumns([]string{"light", "text"}, Chinese)
	form.Columns = columns
	s := form.Sheet([]report.Commitment{answered()})
	if s.Rows[0][0] != "红灯" || s.Fills[[2]int{0, 0}] != "FF0000" {
		t.Errorf("%v %v", s.Rows, s.Fills)
	}
}

// TestBookOpens holds the workbook against a reader of its own and, where it is
// there, LibreOffice, which refuses what it would have to repair.
func TestBookOpens(t *testing.T) {
	file := filepath.Join(t.TempDir(), "book.xlsx")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := (LedgerForm{Lang: Chinese}).Book(out, []report.Commitment{answered(), ledgerLine()}, madeSeries(t)); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := strings.Join(book.GetSheetList(), " "); got != "台账 依据 逐年序列" {
		t.Errorf("sheets %s", got)
	}
	if v, _ := book.GetCellValue("逐年序列", "D4"); v != "1900" {
		t.Errorf("the chart's number is %q", v)
	}
	if panes, err := book.GetPanes("台账"); err != nil || !panes.Freeze {
		t.Errorf("panes %v, %v", panes, err)
	}
	printed(t, file)
}

// printed has LibreOffice make a PDF of the workbook.
func printed(t *testing.T, file string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not there: apt-get install libreoffice-calc-nogui")
	}
	real, _ := filepath.EvalSymlinks(office)
	if _, err := os.Stat(filepath.Join(filepath.Dir(real), "libsclo.so")); err != nil {
		t.Skip("soffice cannot open workbooks: apt-get install libreoffice-calc-nogui")
	}
	dir := t.TempDir()
	said, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", "pdf", "--outdir", dir, file).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "book.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) || !bytes.Contains(said, []byte("calc_pdf_Export")) {
		t.Errorf("no PDF: %v\n%s", err, said)
	}
}

func TestPageIsComplete(t *testing.T) {
	c := answered()
	c.Text = "<script>滨江</script>小学竣工"
	var out bytes.Buffer
	if err := (LedgerForm{Lang: Chinese}).Page(&out, []report.Commitment{c}, report.NewDate(2025, 3, 1)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A4 landscape", "table-header-group", "滨江小学未能按期竣工。", "#F4978E", "&lt;script&gt;", "2025-03-01"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("page lacks %q", want)
		}
	}
	if strings.Contains(out.String(), "<script") || strings.Contains(out.String(), "http") {
		t.Error("page has a script, or something from elsewhere")
	}
}

func TestCalendarLines(t *testing.T) {
	c := ledgerLine()
	c.Sentence = strings.Repeat("滨江小学，6月底竣工；", 20)
	var out bytes.Buffer
	form := CalendarForm{Stamp: report.NewDate(2024, 1, 1), Reminder: []int{30, 3, 30}}
	if err := form.Write(&out, []report.Commitment{c}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\r\n")
	for _, l := range lines {
		if len(l) > 75 || strings.Contains(l, "\n") {
			t.Errorf("line of %d bytes: %q", len(l), l)
		}
	}
	if n := strings.Count(out.String(), "BEGIN:VALARM"); n != 2 || !strings.Contains(out.String(), "TRIGGER:-P30D") {
		t.Errorf("%d alarms", n)
	}
}
