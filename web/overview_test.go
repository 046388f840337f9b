package web

import "testing"

func TestOverview(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/", "库中 10 份报告", "2021–2025", "青岚县教育局", "禾岭县人民政府", "最近入库", "2023.pdf",
		`<a href="/" aria-current="page">总览</a>`)
	s.get(t, "/", inEnglish...).shows(t, `<html lang="en">`, "Last imported", "Reports by office and year")
}

func TestOverviewOfEmptyLibrary(t *testing.T) {
	r := ownSite(t).get(t, "/")
	r.shows(t, "库里还没有报告")
	r.lacks(t, "<table", "最近入库")
}
