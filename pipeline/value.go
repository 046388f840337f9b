package pipeline

import (
	"strings"

	"taizhang/report"
)

// Value reads a quantity as people write it, with or without a unit: 五亿元,
// 3.5公里, 30亩, 97%. It tells whether the text is one and nothing else.
func (p *Pipeline) Value(text string) (report.Value, bool) {
	text = strings.TrimSpace(text)
	if v, ok := p.value(text); ok {
		return v, true
	}
	// A number without a unit counts nothing by itself; with the most general
	// of units it does.
	v, ok := p.value(text + generalUnit)
	if ok {
		v.Unit, v.Base = "", nil
	}
	return v, ok && !strings.HasSuffix(text, generalUnit)
}

const generalUnit = "个"

func (p *Pipeline) value(text string) (report.Value, bool) {
	whole := report.Span{Start: 0, End: len(text)}
	for _, m := range p.recogniser.Mentions(text, report.Sentence{Span: whole}, report.Anchor{}) {
		switch m.Type {
		case report.MentionMoney, report.MentionRatio, report.MentionCount, report.MentionMeasure:
			if m.Span == whole {
				return m.Value, true
			}
		}
	}
	return report.Value{}, false
}
