package web

import "testing"

func TestAbout(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/about", "10 份报告", "条规则", "go1.")
	s.get(t, "/about", inEnglish...).shows(t, "10 reports", "Licence")
}
