package export

import (
	"strings"

	"taizhang/report"
)

// Ledger returns promises as a sheet, one a row, with the best answer quoted.
func Ledger(lines []report.Commitment, lang Lang) Sheet { return LedgerForm{Lang: lang}.Sheet(lines) }

// BriefLedger returns promises as a sheet for a screen: promise, target, due
// day, status, and the sentence that shows it.
func BriefLedger(lines []report.Commitment, lang Lang) Sheet {
	return LedgerForm{Lang: lang}.Brief(lines)
}

// Brief is BriefLedger with what the office calls its lights.
func (f LedgerForm) Brief(lines []report.Commitment) Sheet {
	f.Columns, _ = ParseColumns([]string{"year", "org", "text", "target", "due", "status", "light", "answer"}, f.Lang)
	return f.Sheet(lines)
}

// Evidence returns the answers of promises as a sheet, one a row: both
// sentences, and why the one answers the other.
func Evidence(lines []report.Commitment, lang Lang) Sheet {
	s := Sheet{Name: "evidence", Head: lang.labels("Year", "Office", "Promise", "Plan", "Plan page", "Answered in", "Answer", "Page",
		"Result", "Verdict", "Score", "Why", "Fact")}
	for _, c := range lines {
		for _, a := range c.Answers {
			s.Rows = append(s.Rows, []string{year(c.Year), c.Org, c.Text, c.Sentence, year(c.Place.Page), year(a.Year), a.Sentence,
				year(a.Place.Page), Value(a.Value), lang.Label("verdict " + string(a.Verdict)), score(a.Score), a.Why, c.ID})
		}
	}
	return s
}

func targets(c report.Commitment) string {
	var out []string
	for _, t := range c.Targets {
		out = append(out, Value(&t.Value))
	}
	return strings.Join(out, "；")
}
