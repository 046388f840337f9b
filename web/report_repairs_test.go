package web

import "testing"

func TestReportRepairs(t *testing.T) {
	s := sampleSite(t)
	path := "/reports/" + reportNamed(t, s, "临江区", 2023) + "/repairs"
	s.shows(t, path, `<del class="joined">⏎</del>`, "<tr class=\"is-changed\">", "显示全部行", "第 2 页")
	s.get(t, path+"?page=2", inEnglish...).shows(t, "As read", "<option selected>2")
	s.shows(t, path+"?page=900", "这里没有改动")
	s.shows(t, "/api/v1"+path+"?page=2&limit=3", `"change":"joined"`, `"pages":[1,2,3,4,5,6,7]`)
}
