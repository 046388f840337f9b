package service

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/decision"
	"taizhang/names"
	"taizhang/pipeline"
	"taizhang/report"
)

// NamesRequest says which proposals are wanted; zero fields ask for all.
type NamesRequest struct {
	Kind names.Kind
	Org  string // offices whose name contains this
}

// ParseNameKind reads a kind of name, empty for any; the error is an
// *InvalidError.
func ParseNameKind(word string) (names.Kind, error) {
	kinds := []names.Kind{"", names.Short, names.Project, names.Institution}
	if !slices.Contains(kinds, names.Kind(word)) {
		return "", invalid("kind", fmt.Errorf("kind %s: want short, project or institution", word))
	}
	return names.Kind(word), nil
}

// Names returns the names on which nobody has decided.
func (s *Service) Names(q NamesRequest) ([]names.Proposal, error) {
	proposed, err := s.proposed()
	if err != nil {
		return nil, err
	}
	decisions, err := s.library.Decisions()
	if err != nil {
		return nil, err
	}
	decided := map[string]bool{}
	for _, d := range decision.OfKind(decision.InForce(decisions), report.DecisionName) {
		decided[d.Subject], decided[d.Subject+" "+d.Full] = true, true
	}
	out := []names.Proposal{}
	for _, p := range proposed {
		key := p.Name
		if p.Kind == names.Short { // 省政府 is the short name of many
			key += " " + p.Full
		}
		if !decided[key] && strings.Contains(p.Org, q.Org) && (q.Kind == "" || p.Kind == q.Kind) {
			out = append(out, p)
		}
	}
	return out, nil
}

// proposed returns all names the reports say, decided on or not. They are shared
// and must not be changed.
func (s *Service) proposed() ([]names.Proposal, error) {
	p, giveBack := s.borrow()
	defer giveBack()
	state, err := s.library.State()
	if err != nil {
		return nil, err
	}
	return s.memos.names.get(state, fmt.Sprint(s.words), func() ([]names.Proposal, error) {
		reports, err := s.all()
		if err != nil {
			return nil, err
		}
		return names.Propose(reports, nameWords(p)), nil
	})
}

func nameWords(p *pipeline.Pipeline) names.Words {
	w := p.Words
	return names.Words{
		Cut:          p.Segmenter().Cut,
		OfficeTails:  w("机构尾"),
		ShortTails:   w("简称换尾"),
		Regions:      w("政区尾"),
		Leads:        w("简称起首"),
		Brackets:     w("简称引词"),
		Projects:     w("工程尾"),
		Institutions: w("机构场所尾"),
		Breaks:       w("名称断词"),
		Openers:      w("名称首动词"),
		Measures:     w("名前量词"),
		Generic:      w("非专名词"),
		Praise:       w("评优词"),
		Sizes:        w("规模单位"),
		Localities:   w("方位地名"),
		LocalTails:   w("地名尾"),
	}
}
