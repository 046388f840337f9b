package export

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// Ledger returns promises as a sheet, one a row, with the best answer quoted.
func Ledger(lines []report.Commitment, lang Lang) Sheet {
	s := Sheet{Name: "ledger", Head: lang.labels("Year", "Office", "Promise", "Target", "Due", "Status", "Light",
		"Answer", "Answered in", "Why", "Owner", "Strength", "Section", "Plan", "Fact")}
	for _, c := range lines {
		var answer, in, why string
		if len(c.Answers) > 0 {
			best := c.Answers[0]
			answer, in, why = best.Sentence, year(best.Year), fmt.Sprintf("%s（%.2f）", best.Why, best.Score)
		}
		s.Rows = append(s.Rows, []string{
			year(c.Year), c.Org, c.Text, targets(c), c.Due.String(), lang.Label(string(c.Status)), lang.Label(string(c.Light)),
			answer, in, why, c.Owner, lang.Label(string(c.Strength)), strings.Join(c.Section, " / "), c.Sentence, c.ID})
	}
	return s
}

// BriefLedger returns promises as a sheet for a screen: promise, target, due
// day, status, and the sentence that shows it.
func BriefLedger(lines []report.Commitment, lang Lang) Sheet {
	s := Sheet{Name: "ledger", Head: lang.labels("Year", "Office", "Promise", "Target", "Due", "Status", "Light", "Answer")}
	for _, c := range lines {
		answer := ""
		if len(c.Answers) > 0 {
			answer = c.Answers[0].Sentence
		}
		s.Rows = append(s.Rows, []string{year(c.Year), c.Org, c.Text, targets(c), c.Due.String(),
			lang.Label(string(c.Status)), lang.Label(string(c.Light)), answer})
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
