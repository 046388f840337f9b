package export

import (
	"bytes"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"taizhang/report"
)

func decimal(t *testing.T, s string) report.Decimal {
	t.Helper()
	d, err := report.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestValue(t *testing.T) {
	for _, c := range []struct {
		min, max, unit string
		bound          report.Bound
		want           string
	}{
		{"680000000", "680000000", "元", report.About, "约6.8亿元"},
		{"360295000", "360295000", "元", report.Exact, "36029.5万元"},
		{"17175", "17175", "元", report.Exact, "1.7175万元"},
		{"39545", "39545", "元", report.Exact, "3.9545万元"},
		{"20", "20", "次", report.AtLeast, "≥20次"},
		{"5", "5.5", "%", report.Range, "5–5.5%"},
		{"-14.38", "-14.38", "%", report.Exact, "-14.38%"},
		{"0", "0", "", report.Exact, "0"},
	} {
		v := report.Value{Min: decimal(t, c.min), Max: decimal(t, c.max), Unit: c.unit, Bound: c.bound}
		if got := Value(&v); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.min, c.unit, got, c.want)
		}
	}
}

func ledgerLine() report.Commitment {
	return report.Commitment{ID: "c1", Org: "临江局", Year: 2024, Text: "=滨江小学竣工", Sentence: "滨江小学6月底竣工。",
		Due: report.NewDate(2024, 6, 30), Status: report.NotDue, Light: report.LightNone}
}

func TestCSVGuardsFormulas(t *testing.T) {
	var out bytes.Buffer
	if err := CSV(&out, Ledger([]report.Commitment{ledgerLine()}, Chinese)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"承诺事项", "'=滨江小学竣工", "未到期", "2024-06-30"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("CSV lacks %q:\n%s", want, out.String())
		}
	}
}

func TestXLSXOpens(t *testing.T) {
	var out bytes.Buffer
	sheet := Ledger([]report.Commitment{ledgerLine()}, English)
	if err := XLSX(&out, sheet); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("ledger")
	if err != nil || len(rows) != 2 || rows[0][3] != "Promise" || rows[1][3] != "=滨江小学竣工" {
		t.Errorf("rows %v, %v", rows, err)
	}
}

func TestCalendarHasOpenDeadlines(t *testing.T) {
	closed := ledgerLine()
	closed.ID, closed.Light = "c2", report.LightClosed
	var out bytes.Buffer
	if err := Calendar(&out, []report.Commitment{ledgerLine(), closed}, report.NewDate(2024, 1, 1)); err != nil {
		t.Fatal(err)
	}
	c, err := ics.ParseCalendar(&out)
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	if len(events) != 1 || events[0].Id() != "c1@taizhang" {
		t.Fatalf("%d events", len(events))
	}
	if alarms := events[0].Alarms(); len(alarms) != 1 {
		t.Errorf("%d alarms", len(alarms))
	}
}
