package web

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"taizhang/series"
	"taizhang/service"
)

// through returns the address of an indicator, in names further parameters in
// pairs.
func through(indicator string, in ...string) string {
	q := url.Values{"indicator": {indicator}}
	for i := 0; i < len(in); i += 2 {
		q.Add(in[i], in[i+1])
	}
	return "/series?" + q.Encode()
}

func TestIndicatorList(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/series", "固定资产投资", "个指标有数值", `href="/series?indicator=`, `<a href="/series" aria-current="page">指标</a>`)
	r := s.get(t, "/series?find="+url.QueryEscape("固投"))
	r.shows(t, "共 1 个指标", "固定资产投资", "按事项“固投”查看")
	s.shows(t, "/series?find=zzz", "没有这样的指标")
	s.get(t, "/series", inEnglish...).shows(t, "indicators have values")
}

func TestIndicator(t *testing.T) {
	s := sampleSite(t)
	r := s.get(t, through("学位"))
	r.shows(t, `<svg class="chart" role="img"`, "<desc>", "单位：个", "逐年对照", "完成计划", "全部取值", `class="bar target"`, `class="bar actual"`,
		`fill="url(#chart-target)"`)
	rows, err := s.service.Years(service.SeriesRequest{Indicator: "学位"})
	if err != nil || len(rows) == 0 {
		t.Fatal(len(rows), err)
	}
	if n := strings.Count(r.body, `<td class="number lead">`); n != len(rows) {
		t.Errorf("%d lines of years, want %d", n, len(rows))
	}
	s.get(t, through("学位"), inEnglish...).shows(t, "Year by year", "Growth, computed")
}

func TestIndicatorOffices(t *testing.T) {
	s := sampleSite(t)
	r := s.get(t, through("学位", "org", "青岚县教育局"))
	if n := strings.Count(r.body, `<svg class="chart"`); n != 1 {
		t.Errorf("%d charts of one office, want 1", n)
	}
	r = s.get(t, through("学位", "org", "青岚县教育局", "org", "禾岭县人民政府"))
	if n := strings.Count(r.body, `<svg class="chart"`); n != 2 {
		t.Errorf("%d charts of two offices, want 2", n)
	}
	s.shows(t, through("学位", "as", "lines"), `class="line actual"`)
	s.shows(t, through("没有的事"), "没有它的年度数值", "/search?query=")
}

func TestIndicatorHostile(t *testing.T) {
	s := hostileSite(t)
	for _, path := range []string{through("<script>alert(1)</script>"), "/series?find=" + url.QueryEscape(`"><script>alert(1)</script>`),
		through("学位"), through("固定资产投资", "org", "<script>")} {
		s.get(t, path).lacks(t, "<script>alert", "<img src=x")
	}
	for _, path := range []string{through("学位", "as", "<script>"), through("学位", "format", "exe"), through("学位", "of", "x")} {
		if r := s.get(t, path); r.StatusCode != http.StatusBadRequest || strings.Contains(r.body, "<script>") {
			t.Errorf("%s: status %d, want 400 with nothing unescaped", path, r.StatusCode)
		}
	}
	if r := s.get(t, through("学位", "format", "svg", "of", "99")); r.StatusCode != http.StatusNotFound {
		t.Errorf("a chart that is none: status %d, want 404", r.StatusCode)
	}
}

func TestIndicatorDownloads(t *testing.T) {
	s := sampleSite(t)
	picture := s.get(t, through("学位", "format", "svg"))
	picture.shows(t, "<style>", "学位", "青岚县教育局", `width=`)
	for d := xml.NewDecoder(strings.NewReader(picture.body)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if kind := picture.Header.Get("Content-Type"); kind != svgType {
		t.Errorf("type %s, want %s", kind, svgType)
	}
	if table := s.get(t, through("学位", "format", "csv")); !strings.HasPrefix(table.body, "\ufeff单位,年度,") {
		t.Errorf("%.80s", table.body)
	}
	if lines := s.get(t, through("学位", "format", "jsonl")); !strings.HasPrefix(lines.body, `{"org":`) {
		t.Errorf("%.80s", lines.body)
	}
	if book := s.get(t, through("学位", "format", "xlsx")); !strings.HasPrefix(book.body, "PK") {
		t.Errorf("no workbook: %.40q", book.body)
	}
}

func TestAPIIndicators(t *testing.T) {
	s := sampleSite(t)
	all := answer[listing[service.Indicator]](t, s.get(t, "/api/v1/indicators?limit=1000"))
	some := answer[listing[service.Indicator]](t, s.get(t, "/api/v1/indicators?text="+url.QueryEscape("固投")))
	if len(some.Items) != 1 || some.Items[0].Name != "固定资产投资" || len(all.Items) < 10 {
		t.Errorf("%d indicators, by another name %+v", len(all.Items), some.Items)
	}
	for _, i := range all.Items {
		points, err := s.service.Series(service.SeriesRequest{Indicator: i.Name})
		if err != nil || len(points) < i.Values {
			t.Errorf("%s: %d values listed, %d there (%v)", i.Name, i.Values, len(points), err)
		}
	}
	rows := answer[listing[series.YearRow]](t, s.get(t, "/api/v1/series/years?indicator="+url.QueryEscape("学位")))
	if len(rows.Items) < 3 {
		t.Errorf("%d years", len(rows.Items))
	}
}
