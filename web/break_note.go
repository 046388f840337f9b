package web

import "taizhang/series"

// breakNote explains a place where the reports do not agree.
type breakNote struct {
	Number int
	series.Break
	FirstURL, AgainURL string // of the places in the reports
}

func newBreakNote(number int, b series.Break) breakNote {
	return breakNote{number, b, saidURL(b.First), saidURL(b.Again)}
}

// saidURL returns the address of what was said; empty where nothing was.
func saidURL(s series.Said) string {
	switch {
	case s.Report == "":
		return ""
	case s.Fact == "":
		return reportAt(s.Report, s.Place.Start, sentenceAnchor(s.Place.Start))
	}
	return reportAt(s.Report, s.Place.Start, factAnchor(s.Fact))
}
