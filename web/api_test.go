package web

import (
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
	"taizhang/series"
	"taizhang/service"
)

// answer reads the JSON of an endpoint.
func answer[T any](t *testing.T, r reply) T {
	t.Helper()
	var v T
	d := json.NewDecoder(strings.NewReader(r.body))
	if err := d.Decode(&v); err != nil || r.StatusCode != 200 {
		t.Fatalf("status %d, %v: %s", r.StatusCode, err, r.body)
	}
	return v
}

func TestAPIReportsPaged(t *testing.T) {
	s := sampleSite(t)
	seen := map[string]bool{}
	for next := "/api/v1/reports?limit=3"; next != ""; {
		l := answer[listing[index.Entry]](t, s.get(t, next))
		if l.Total.Count != 10 || len(l.Items) > 3 {
			t.Fatalf("total %d, %d on the page, want 10 and at most 3", l.Total.Count, len(l.Items))
		}
		for _, e := range l.Items {
			seen[e.ID] = true
		}
		next = l.Next
	}
	if len(seen) != 10 {
		t.Errorf("%d reports on all pages, want 10", len(seen))
	}
}

// TestAPISaysWhatTheServiceSays compares answers with the same question put
// to the service.
func TestAPISaysWhatTheServiceSays(t *testing.T) {
	s := sampleSite(t)
	found := answer[service.Found](t, s.get(t, "/api/v1/search?query=%E5%AD%A6%E4%BD%8D&limit=5"))
	if len(found.Passages) != 5 || len(found.Facts) == 0 {
		t.Errorf("%d passages, %d facts: want 5 and some", len(found.Passages), len(found.Facts))
	}
	facts := answer[listing[report.Fact]](t, s.get(t, "/api/v1/facts?query=year:2022&limit=1000"))
	if len(facts.Items) == 0 || len(facts.Items) != facts.Total.Count {
		t.Errorf("%d facts of %d", len(facts.Items), facts.Total.Count)
	}
	lines, err := s.service.Ledger(service.LedgerRequest{Year: 2023, Status: []report.Status{report.Done}})
	if err != nil || len(lines) == 0 {
		t.Fatal(len(lines), err)
	}
	ledger := answer[listing[report.Commitment]](t, s.get(t, "/api/v1/ledger?year=2023&status=done&limit=1000"))
	if len(ledger.Items) != len(lines) || ledger.Items[0].ID != lines[0].ID {
		t.Errorf("%d promises, want %d", len(ledger.Items), len(lines))
	}
}

func TestAPIProblems(t *testing.T) {
	s := sampleSite(t)
	for path, want := range map[string]problem{
		"/api/v1/nothing":              {Status: 404, Code: "not_found"},
		"/api/v1/reports?yaer=2022":    {Status: 400, Code: "invalid", Field: "yaer"},
		"/api/v1/reports?year=x":       {Status: 400, Code: "invalid", Field: "year"},
		"/api/v1/reports?limit=5000":   {Status: 400, Code: "invalid", Field: "limit"},
		"/api/v1/search?query=(a":      {Status: 400, Code: "invalid", Field: "query"},
		"/api/v1/facts?sort=size":      {Status: 400, Code: "invalid", Field: "sort"},
		"/api/v1/ledger?status=broken": {Status: 400, Code: "invalid", Field: "status"},
		"/api/v1/ledger?today=soon":    {Status: 400, Code: "invalid", Field: "today"},
		"/api/v1/series":               {Status: 400, Code: "invalid", Field: "indicator"},
		"/api/v1/checks?failed=maybe":  {Status: 400, Code: "invalid", Field: "failed"},
		"/api/v1/reports/abcabc":       {Status: 404, Code: "not_found"},
		"/api/v1/reports/..%2flock":    {Status: 404, Code: "not_found"},
	} {
		r := s.get(t, path)
		var p problem
		if err := json.Unmarshal([]byte(r.body), &p); err != nil ||
			r.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %v, %s, %s", path, err, r.Header.Get("Content-Type"), r.body)
		}
		if r.StatusCode != want.Status || p.Status != want.Status || p.Code != want.Code || p.Field != want.Field {
			t.Errorf("%s: status %d, %+v, want %+v", path, r.StatusCode, p, want)
		}
	}
}

func TestAPISeriesChecksAndReport(t *testing.T) {
	s := sampleSite(t)
	report1 := answer[listing[index.Entry]](t, s.get(t, "/api/v1/reports?limit=1")).Items[0]
	whole := answer[report.Report](t, s.get(t, "/api/v1/reports/"+report1.ID))
	if whole.ID != report1.ID || len(whole.Facts) != report1.Facts || whole.Text.Body == "" {
		t.Errorf("report %s: %d facts, want %d", whole.ID, len(whole.Facts), report1.Facts)
	}
	points := answer[listing[series.Point]](t, s.get(t, "/api/v1/series?indicator="+url.QueryEscape("固定资产投资")))
	if len(points.Items) < 2 {
		t.Errorf("%d values of an indicator, want some", len(points.Items))
	}
	checks := answer[listing[series.Finding]](t, s.get(t, "/api/v1/checks?limit=1000"))
	failed := answer[listing[series.Finding]](t, s.get(t, "/api/v1/checks?failed=true&limit=1000"))
	if len(checks.Items) == 0 || len(failed.Items) >= len(checks.Items) {
		t.Errorf("%d checks, %d failed", len(checks.Items), len(failed.Items))
	}
}

func TestAPIImport(t *testing.T) {
	s := ownSite(t)
	data, err := os.ReadFile("../samples/linjiang-project-centre/2021.md")
	if err != nil {
		t.Fatal(err)
	}
	body, kind := uploaded(t, map[string][]byte{"../../2021.md": data, "noise.bin": {0, 1, 2}})
	sum := answer[library.Summary](t, s.do(t, "POST", importPath, body, "Content-Type", kind))
	if sum.Imported != 1 || sum.Refused != 1 || len(s.service.Reports(service.ReportsRequest{})) != 1 {
		t.Errorf("%+v: want one imported, one refused", sum)
	}
	for _, r := range sum.Results {
		if strings.Contains(r.Path, "/") {
			t.Errorf("path %q of an upload was kept", r.Path)
		}
	}
	body, kind = uploaded(t, map[string][]byte{"large.txt": make([]byte, 5<<20)})
	if r := s.do(t, "POST", importPath, body, "Content-Type", kind); r.StatusCode != 413 {
		t.Errorf("too large an upload: status %d, want 413: %s", r.StatusCode, r.body)
	}
}
