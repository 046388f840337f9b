package index

import (
	"sort"
	"strings"

	"taizhang/report"
)

// Store hands out stored reports by id. Reports are not changed by those who
// get them, and may be shared.
type Store interface {
	Report(id string) (*report.Report, error)
}

// view is a stored report as queries look at it: texts folded once, words
// looked up once.
type view struct {
	report *report.Report
	entry  *Entry
	body   folded
	found  map[string][]report.Span // of folded words, in the body
	heads  map[int][]string         // folded headings above a section
}

func (x *Index) view(s Store, id string) (*view, error) {
	e, ok := x.Entry(id)
	if !ok {
		return nil, nil
	}
	r, err := s.Report(id)
	if err != nil {
		return nil, err
	}
	return &view{report: r, entry: &e,
		found: map[string][]report.Span{}, heads: map[int][]string{}}, nil
}

// occurrences returns where words stand in the body.
func (v *view) occurrences(words string) []report.Span {
	found, ok := v.found[words]
	if !ok {
		if v.body.text == "" {
			v.body = fold(v.report.Text.Body)
		}
		found = v.body.occurrences(words)
		v.found[words] = found
	}
	return found
}

// within returns those of the occurrences that begin inside p.
func (v *view) within(words string, p report.Span) []report.Span {
	found := v.occurrences(words)
	from := sort.Search(len(found), func(i int) bool { return found[i].Start >= p.Start })
	to := sort.Search(len(found), func(i int) bool { return found[i].Start >= p.End })
	return found[from:to]
}

// headings returns the folded headings above a section, and its own.
func (v *view) headings(section int) []string {
	above, ok := v.heads[section]
	if !ok {
		for _, h := range v.report.Outline.Path(section) {
			above = append(above, foldString(h))
		}
		v.heads[section] = above
	}
	return above
}

// sentence returns the passage as candidate.
func (v *view) sentence(p report.Passage) *candidate {
	return &candidate{
		entry:    v.entry,
		sentence: func(words string) bool { return len(v.within(words, p.Span)) > 0 },
		section:  func() []string { return v.headings(p.Section) },
	}
}

// passageAt returns the number of the passage that holds body offset i, or -1.
func (v *view) passageAt(i int) int {
	all := v.report.Sentences
	k := sort.Search(len(all), func(k int) bool { return all[k].Span.End > i })
	if k == len(all) || all[k].Span.Start > i {
		return -1
	}
	return k
}

// fact returns a fact with the sentence it stands in as candidate.
func (v *view) fact(f *report.Fact) *candidate {
	if k := v.passageAt(f.Place.Start); k >= 0 {
		c := v.sentence(v.report.Sentences[k])
		c.fact = f
		return c
	}
	text := foldString(f.Sentence)
	return &candidate{
		entry:    v.entry,
		fact:     f,
		sentence: func(words string) bool { return strings.Contains(text, words) },
		section: func() []string {
			var above []string
			for _, h := range f.Section {
				above = append(above, foldString(h))
			}
			return above
		},
	}
}
