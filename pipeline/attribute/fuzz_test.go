package attribute

import (
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/report"
)

// FuzzDocument lays any words and any mentions over a text: nothing may panic,
// every mention has an attribution, and subjects keep their bounds.
func FuzzDocument(f *testing.F) {
	a := attributor(f)
	f.Add("新增床位60个、车位39个，比上年增长5%（含公办20个）。", []byte{12, 3, 9, 2, 5, 1, 3, 0})
	f.Add("A、B和C分别增长1%、2%和3%，占45%的计划6月底", []byte{1, 1, 1, 1, 6, 12, 2, 1, 2, 1})
	f.Fuzz(func(t *testing.T, body string, cuts []byte) {
		if !utf8.ValidString(body) || len(body) > 2000 {
			t.Skip()
		}
		d := anyDocument(body, cuts)
		seen := map[int]bool{}
		for _, x := range a.Document(d) {
			seen[x.Mention] = true
			if n := utf8.RuneCountInString(x.Subject); n > longestSubject ||
				strings.ContainsAny(x.Subject, "。；，") {
				t.Errorf("subject %q", x.Subject)
			}
		}
		if len(seen) != len(d.Sentences[0].Mentions) {
			t.Errorf("%d mentions, %d attributed", len(d.Sentences[0].Mentions), len(seen))
		}
	})
}

// anyDocument is one sentence, cut into tokens of the lengths given, every
// other of them a mention of some type.
func anyDocument(body string, cuts []byte) report.Document {
	types := []report.MentionType{report.MentionCount, report.MentionRatio, report.MentionMoney,
		report.MentionMeasure, report.MentionRank, report.MentionTime, report.MentionEvery,
		report.MentionDuration, report.MentionQuote, report.MentionNonFact}
	s := report.Sentence{Span: report.Span{End: len(body)}}
	at := 0
	for i := 0; at < len(body); i++ {
		n := 1
		if len(cuts) > 0 {
			n = int(cuts[i%len(cuts)])%7 + 1
		}
		end := at
		for ; n > 0 && end < len(body); n-- {
			_, size := utf8.DecodeRuneInString(body[end:])
			end += size
		}
		p := report.Span{Start: at, End: end}
		s.Tokens = append(s.Tokens, report.Token{Span: p})
		if i%3 == 1 {
			m := report.Mention{Type: types[(i/3+n)%len(types)], Span: p, Core: p,
				Value: report.Value{Unit: "个"}}
			m.Period, m.Due = report.YearPeriod(2025), report.NewDate(2025, 6, 30)
			m.Grain, m.ByWhen = "month", i%2 == 0
			s.Mentions = append(s.Mentions, m)
		}
		at = end
	}
	outline := report.Outline{Sections: []report.Section{{Part: report.Plan, Anchor: report.Anchor{
		Reviewed: 2024, Planned: 2025, Year: 2025, ThisYear: 2025}}}}
	return report.Document{Text: report.Text{Body: body}, Outline: outline,
		Sentences: []report.Sentence{s}}
}
