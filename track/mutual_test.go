package track

import (
	"testing"

	"taizhang/report"
)

// TestAnswerInOtherWords holds which clauses, of those that no name leads to,
// answer a work whose first word they have.
func TestAnswerInOtherWords(t *testing.T) {
	plan := "云雀二期年内竣工。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "云雀二期", Action: "竣工", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 12, 31), Period: report.YearPeriod(2022), Sentence: plan, Text: "年内"}
	for review, want := range map[string]report.Status{
		"云雀饮料厂、松涛食品厂等五个项目竣工。": report.Done,
		"滨河饮料厂、松涛食品厂等五个项目竣工。": report.Unreported,
		"滨河饮料厂二期竣工。":          report.Unreported,
		"云雀饮料厂一期竣工。":          report.Unreported,
	} {
		if got := lineOf(t, plan, review, promise); got.Status != want {
			t.Errorf("%s: %s, want %s: %+v", review, got.Status, want, got.Answers)
		}
	}
}
