package export

import (
	"strconv"
	"strings"

	"taizhang/report"
)

// Facts returns facts as a sheet, one a row. Column names are the language's.
func Facts(facts []report.Fact, lang Lang) Sheet {
	s := Sheet{Name: "facts", Head: lang.labels("Year", "Office", "Kind", "Indicator", "Subject", "Action", "Value",
		"Comparison", "Modality", "Period", "Due", "Page", "Words", "Sentence", "Section", "Rule", "Fact")}
	for _, f := range facts {
		s.Rows = append(s.Rows, []string{
			year(f.Year), f.Org, lang.Label(string(f.Kind)), f.Indicator, f.Subject, f.Action, Value(f.Value),
			lang.Label(string(f.Comparison)), lang.Label(string(f.Modality)), f.Period.String(), f.Due.String(),
			year(f.Place.Page), f.Text, f.Sentence, strings.Join(f.Section, " / "), f.Rule, f.ID})
	}
	return s
}

// BriefFacts returns facts as a sheet for a screen: what, how much, when, and
// the sentence.
func BriefFacts(facts []report.Fact, lang Lang) Sheet {
	s := Sheet{Name: "facts", Head: lang.labels("Year", "Office", "Kind", "Subject", "Action", "Value", "Modality", "When", "Sentence")}
	for _, f := range facts {
		what, when := f.Indicator, f.Due.String()
		if what == "" {
			what = f.Subject
		}
		if when == "" {
			when = f.Period.String()
		} else {
			when = "≤ " + when
		}
		value := Value(f.Value)
		if f.Value == nil {
			value = f.Text
		}
		s.Rows = append(s.Rows, []string{year(f.Year), f.Org, lang.Label(string(f.Kind)), what, f.Action, value,
			lang.Label(string(f.Modality)), when, f.Sentence})
	}
	return s
}

// year prints a number that is 0 where it is not known.
func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
