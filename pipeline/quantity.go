package pipeline

import "taizhang/report"

// Quantity reads a number with its unit as people write it, alone: 240亿元, 97%,
// 约3.5万人次. It is false where the text is anything else.
func (p *Pipeline) Quantity(text string) (report.Value, bool) {
	s := report.Sentence{Span: report.Span{End: len(text)}}
	for _, m := range p.recogniser.Mentions(text, s, report.Anchor{}) {
		switch m.Type {
		case report.MentionMoney, report.MentionRatio, report.MentionCount, report.MentionMeasure, report.MentionRank:
			if m.Span == s.Span {
				return m.Value, true
			}
		}
	}
	return report.Value{}, false
}
