package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// introduced reads brackets such as （以下简称“区重建中心”）. What is made of the
// office's own name becomes one of its short forms; of other names the words
// before the bracket are the full form.
func (m *miner) introduced(r *report.Report, own *shortForms) []Proposal {
	var out []Proposal
	for _, p := range r.Sentences {
		sentence := p.Span.Of(r.Text.Body)
		for _, lead := range m.words.Brackets {
			i := strings.Index(sentence, "（"+lead)
			if i < 0 {
				continue
			}
			at := i + len("（"+lead)
			name, ok := bracketed(sentence[at:])
			if !ok {
				continue
			}
			if isWithin(name, own.full) {
				own.want(name, "文中注明“以下简称”")
				break
			}
			if full := m.nameBefore(sentence[:i]); isWithin(name, full) && full != name {
				out = append(out, m.introduction(r, p, full, name))
			}
			break
		}
	}
	return slices.DeleteFunc(out, func(p Proposal) bool { return p.Kind == "" })
}

// introduction is the proposal of a name that a bracket introduces.
func (m *miner) introduction(r *report.Report, p report.Passage, full, name string) Proposal {
	var s mentioned
	sentence := p.Span.Of(r.Text.Body)
	start := p.Span.Start + strings.LastIndex(sentence, name)
	s.add(r, sentence, report.Span{Start: start, End: start + len(name)})
	s.count = strings.Count(r.Text.Body, name)
	out := s.proposal(r.Outline.Org)
	out.Name, out.Full, out.Score, out.Why = name, full, shortScore, "文中注明“以下简称”"
	switch {
	case hasAnySuffix(full, m.words.OfficeTails):
		out.Kind = Short
	case hasAnySuffix(full, m.words.Projects):
		out.Kind = Project
	case hasAnySuffix(full, m.words.Institutions):
		out.Kind = Institution
	}
	return out
}

// bracketed returns the name a bracket holds, without quotes.
func bracketed(rest string) (string, bool) {
	name, _, ok := strings.Cut(rest, "）")
	name = strings.Trim(name, "“”\"：:为 ")
	n := utf8.RuneCountInString(name)
	return name, ok && n >= 2 && n <= shortMost && !strings.ContainsAny(name, "，。、；《》“”")
}
