package web

import (
	"net/http"
	"net/url"
	"strconv"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// rulesPage lists the rules by topic and lets a sentence be tried.
type rulesPage struct {
	Try      service.ExplainRequest
	Planned  bool // the sentence tried stands in the plan part
	Tried    []tried
	Topics   []topic
	Rules    int
	Problems []report.Problem // of own rule files, and of examples that do not hold
	Tested   bool
	Own      ownRules
	Propose  pipeline.RuleRequest // as it stands in an empty form
	Said     string               // what was just done; empty: nothing
}

// EditURL returns where the file of an own rule is edited, at its line.
func (rulesPage) EditURL(r pipeline.RuleEntry) string {
	return rulesFileURL(r.Folder, r.File) + "#L" + strconv.Itoa(r.Line)
}

// OverrideURL returns where a rule is copied into an own file.
func (rulesPage) OverrideURL(r pipeline.RuleEntry) string {
	return addressed(rulesEditPath, url.Values{"override": {r.ID}})
}

// tried is a sentence with what was found in it.
type tried struct {
	pipeline.Explanation
	Pieces []piece
	Hits   []pipeline.Try // the patterns that matched
	Misses []pipeline.Try
}

// piece is a stretch of a sentence; Slot says what it is, empty: nothing.
type piece struct {
	Text string
	Slot string // 【金额】
}

// topic is the rules of one file.
type topic struct {
	Title      string
	Rules      []pipeline.RuleEntry
	Indicators []pipeline.IndicatorEntry
}

// rules shows the rules in force. ?try= explains a sentence, ?test= runs all
// examples.
func (s *server) rules(_ http.ResponseWriter, r *http.Request) (any, error) {
	p := paramsOf(r)
	page := rulesPage{Try: service.ExplainRequest{Text: p.text("try"), Part: report.Review, Year: p.number("year"),
		Rule: p.text("rule")}, Planned: p.flag("plan"), Tested: p.flag("test"), Said: p.choice("said", "", doDrop)}
	if err := p.strictly(); err != nil {
		return nil, err
	}
	if page.Planned {
		page.Try.Part = report.Plan
	}
	if page.Try.Year == 0 {
		page.Try.Year = s.service.Today().Year - 1
	}
	var err error
	if page.Own, err = s.ownRules(); err != nil {
		return nil, err
	}
	list := s.service.Rules()
	page.Problems = s.service.RuleProblems()
	page.Topics, page.Rules = topicsOf(list), len(list.Rules)
	if page.Tested {
		page.Problems = append(page.Problems, s.service.TestRules()...)
	}
	if page.Try.Text == "" {
		return page, nil
	}
	all, err := s.service.Explain(page.Try)
	for _, e := range all {
		page.Tried = append(page.Tried, newTried(e))
	}
	return page, err
}

// topicsOf sorts a listing by topic, in the order of the files.
func topicsOf(list pipeline.Listing) []topic {
	var out []topic
	at := map[string]int{}
	of := func(title string) *topic {
		i, ok := at[title]
		if !ok {
			i = len(out)
			at[title], out = i, append(out, topic{Title: title})
		}
		return &out[i]
	}
	for _, r := range list.Rules {
		t := of(r.Topic)
		t.Rules = append(t.Rules, r)
	}
	for _, i := range list.Indicators {
		t := of(i.Topic)
		t.Indicators = append(t.Indicators, i)
	}
	return out
}

func newTried(e pipeline.Explanation) tried {
	t := tried{Explanation: e, Pieces: piecesOf(e)}
	for _, one := range e.Tries {
		if one.Matched != "" {
			t.Hits = append(t.Hits, one)
		} else {
			t.Misses = append(t.Misses, one)
		}
	}
	return t
}
