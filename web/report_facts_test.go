package web

import (
	"strings"
	"testing"
)

func TestReportFacts(t *testing.T) {
	s := sampleSite(t)
	path := "/reports/" + reportNamed(t, s, "禾岭县", 2024) + "/facts"
	r := s.get(t, path)
	r.shows(t, "地区生产总值", "206.5亿元", "?format=xlsx", "下一页")
	if n := len(r.body); n > 150_000 {
		t.Errorf("the page weighs %d bytes, want less than 150,000", n)
	}
	r = s.get(t, path+"?kind=award")
	r.shows(t, "绿色工厂")
	r.lacks(t, "206.5亿元")
	s.shows(t, path+"?kind=frequency&modality=ongoing", "没有符合条件的事实")
	csv := s.get(t, path+"?kind=award&format=csv")
	csv.shows(t, "绿色工厂", "年度")
	if got := csv.Header.Get("Content-Disposition"); !strings.Contains(got, "2024.csv") {
		t.Errorf("the file is called %q, want 2024.csv", got)
	}
	if n := strings.Count(s.get(t, path+"?format=jsonl").body, "\n"); n < 200 {
		t.Errorf("%d lines, want one for each fact", n)
	}
}
