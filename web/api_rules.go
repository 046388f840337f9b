package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// apiRules lists the rules in force: text, which name, id, topic or pattern
// holds; and the indicators.
func (s *server) apiRules(_ http.ResponseWriter, r *http.Request) (out listing[pipeline.RuleEntry], err error) {
	p := paramsOf(r)
	text, page := p.text("text"), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	var found []pipeline.RuleEntry
	for _, rule := range s.service.Rules().Rules {
		if holdsText(text, append([]string{rule.Title, rule.ID, rule.Topic}, rule.Patterns...)...) {
			found = append(found, rule)
		}
	}
	return pageOf(r, page, found), nil
}

// apiRuleIndicators lists the indicators that rules know: text.
func (s *server) apiRuleIndicators(_ http.ResponseWriter, r *http.Request) (out listing[pipeline.IndicatorEntry], err error) {
	p := paramsOf(r)
	text, page := p.text("text"), p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	var found []pipeline.IndicatorEntry
	for _, i := range s.service.Rules().Indicators {
		if holdsText(text, append([]string{i.Name, i.Topic}, i.Aliases...)...) {
			found = append(found, i)
		}
	}
	return pageOf(r, page, found), nil
}

// holdsText tells whether one of some texts holds a text.
func holdsText(text string, in ...string) bool {
	return slices.ContainsFunc(in, func(s string) bool { return strings.Contains(s, text) })
}

// apiRulesExplain says of each sentence of a text why it gives the facts it
// gives: text, plan, year, rule.
func (s *server) apiRulesExplain(_ http.ResponseWriter, r *http.Request) (out listing[pipeline.Explanation], err error) {
	p := paramsOf(r)
	q := s.triedRequest(p, "text")
	if q.Text == "" {
		p.fail("text", errors.New("want a sentence"))
	}
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	all, err := s.service.Explain(q)
	return pageOf(r, page, all), err
}

// apiRulesTest runs the examples of all rules and lists those that do not hold,
// behind the problems of the files.
func (s *server) apiRulesTest(_ http.ResponseWriter, r *http.Request) (out listing[report.Problem], err error) {
	p := paramsOf(r)
	page := p.part()
	if err := p.strictly(); err != nil {
		return out, err
	}
	return pageOf(r, page, slices.Concat(s.service.RuleProblems(), s.service.TestRules())), nil
}

// triedRequest reads which text is tried: under the name given, year, rule and
// plan, that it stands in the plan part.
func (s *server) triedRequest(p *params, text string) service.ExplainRequest {
	q := service.ExplainRequest{Text: p.text(text), Part: report.Review, Year: p.number("year"), Rule: p.text("rule")}
	if p.flag("plan") {
		q.Part = report.Plan
	}
	if q.Year == 0 {
		q.Year = s.service.Today().Year - 1
	}
	return q
}
