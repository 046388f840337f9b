package track

import (
	"testing"

	"taizhang/report"
)

func FuzzClause(f *testing.F) {
	f.Add("完成投资5亿元，增长8%。", "8%", "投资")
	f.Fuzz(func(t *testing.T, sentence, text, subject string) {
		f := report.Fact{Sentence: sentence, Text: text, Subject: subject, Modality: report.Target, Part: report.Plan}
		for _, p := range newVocabulary(testWords).promises(report.Report{Facts: []report.Fact{f, f}}) {
			if p.Text == "" && sentence != "" {
				t.Errorf("no words of %q", sentence)
			}
		}
	})
}
