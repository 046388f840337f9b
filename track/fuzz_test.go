package track

import (
	"testing"

	"taizhang/report"
)

func FuzzClause(f *testing.F) {
	f.Add("完成投资5亿元，增长8%。", "8%", "投资")
	f.Fuzz(func(t *testing.T, sentence, text, subject string) {
		clause(report.Fact{Sentence: sentence, Text: text, Subject: subject})
	})
}
