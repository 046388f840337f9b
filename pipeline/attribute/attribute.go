// Package attribute says of each recognised mention what it is about: whose
// value it is, what was done, whether it is done or promised, for which time.
// It works on the clause around the mention; which attributions become facts,
// and under which name, is for match.
package attribute

import (
	"taizhang/pipeline/lexicon"
	"taizhang/report"
)

// Attributor holds the word classes of rules/lexicon. It is never changed
// after New and may be shared.
type Attributor struct{}

// New builds an attributor from the word lists of lex.
func New(lex *lexicon.Lexicon) (*Attributor, error) {
	return &Attributor{}, nil
}

// Document returns the attributions of all mentions, in text order: one or
// several a mention, or one that says why the mention is no fact.
func (a *Attributor) Document(d report.Document) []report.Attribution {
	var out []report.Attribution
	for i, s := range d.Sentences {
		for k, m := range s.Mentions {
			out = append(out, a.plain(d, s, report.Attribution{Sentence: i, Mention: k}, m))
		}
	}
	return out
}

func (a *Attributor) plain(d report.Document, s report.Sentence, out report.Attribution,
	m report.Mention) report.Attribution {
	kind, ok := kinds[m.Type]
	if !ok {
		out.Skip = "不是数量"
		return out
	}
	out.Kind, out.Value = kind, m.Value
	out.Modality = report.Actual
	if d.Part(s) == report.Plan {
		out.Modality = report.Target
	}
	out.Period = d.Anchor(s).DefaultPeriod()
	return out
}

// kinds are the kinds of facts that quantities make.
var kinds = map[report.MentionType]report.Kind{
	report.MentionMoney:   report.KindAmount,
	report.MentionRatio:   report.KindRatio,
	report.MentionCount:   report.KindCount,
	report.MentionMeasure: report.KindMeasure,
	report.MentionRank:    report.KindRank,
}
