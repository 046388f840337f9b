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

// TestContractedName holds which names are taken for another with characters
// left out.
func TestContractedName(t *testing.T) {
	plan := "组建国有粮食储备经营公司。"
	promise := report.Fact{Kind: report.KindTask, Subject: "国有粮食储备经营公司", Action: "组建", Modality: report.Target, Part: report.Plan,
		Period: report.YearPeriod(2022), Sentence: plan, Text: "组建国有粮食储备经营公司"}
	w := testWords
	w.Synonyms = append(w.Synonyms, []string{"组建", "挂牌"})
	for review, want := range map[string]report.Status{
		"国储公司挂牌。": report.Done,
		"城投公司挂牌。": report.Unreported,
		"国储中心挂牌。": report.Unreported,
	} {
		var o office
		o.year(2021, nil, []string{plan}, promise)
		o.year(2022, []string{"各项会议按时召开。", review, "其他事项照常办理。", "干部培训如期进行。"}, nil)
		if got := Ledger(o, w, Options{})[0]; got.Status != want {
			t.Errorf("%s: %s, want %s: %+v", review, got.Status, want, got.Answers)
		}
	}
}

// TestOwnName holds that a word out of the middle of a name names the work where
// the reviews use it by itself, and not where it is a common noun.
func TestOwnName(t *testing.T) {
	plan := "燕山云雀饮料厂迁建年内竣工。"
	promise := report.Fact{Kind: report.KindDeadline, Subject: "燕山云雀饮料厂迁建", Action: "竣工", Modality: report.Target, Part: report.Plan,
		Due: report.NewDate(2022, 12, 31), Period: report.YearPeriod(2022), Sentence: plan, Text: "年内"}
	for review, want := range map[string]report.Status{
		"云雀竣工，松涛小学开工。":          report.Done,
		"城东云雀绿道开放。云雀竣工，松涛小学开工。": report.Unreported,
	} {
		if got := lineOf(t, plan, review, promise); got.Status != want {
			t.Errorf("%s: %s, want %s: %+v", review, got.Status, want, got.Answers)
		}
	}
}
