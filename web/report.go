package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"taizhang/decision"
	"taizhang/report"
)

// reportPage is the text of a report with its facts.
type reportPage struct {
	Head     reportHead
	Contents []contentsLine
	Blocks   []textBlock
	Above    []string // headings above the first block, where a part begins
	Part, Of int      // of the text; 1 of 1: it is whole
	Earlier  string   // addresses of the parts before and behind; empty: there is none
	Later    string
	Kinds    []chip // filters, each with how many facts it leaves
	Modes    []chip
	Marked   int // facts that the filters leave
	Filtered bool
}

// contentsLine is a line of the table of contents.
type contentsLine struct {
	Title string
	Depth int // from 1
	URL   string
	Facts int
}

// chip is a filter that is a link.
type chip struct {
	Word    string // of a record: amount, target; empty: all
	Count   int
	URL     string
	Current bool
}

// report shows the text of a report: kind and modality filter the facts, part
// or at (a byte of the text) choose what of a long report is shown.
func (s *server) report(_ http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	p := paramsOf(r)
	f := factFilter{
		kind: report.Kind(p.choice("kind", append([]string{""}, decision.Kinds()...)...)),
		mode: report.Modality(p.choice("modality", append([]string{""}, decision.Modalities()...)...)),
	}
	part, at := p.number("part"), p.number("at")
	if err := p.err(); err != nil {
		return nil, err
	}
	one, err := s.service.Report(id)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "text")
	if err != nil {
		return nil, err
	}
	blocks := textBlocks(one, f.wants)
	parts := textParts(blocks)
	if at > 0 {
		part = partAt(parts, at)
	}
	part = min(max(part, 1), max(len(parts), 1))
	out := reportPage{Head: head, Part: part, Of: max(len(parts), 1), Filtered: f != factFilter{}}
	out.Contents = contents(one, parts, part, r.URL)
	out.Kinds, out.Modes, out.Marked = f.kinds(one.Facts, r.URL), f.modes(one.Facts, r.URL), f.count(one.Facts)
	if len(parts) == 0 {
		return out, nil
	}
	out.Blocks = blocks[parts[part-1].From:parts[part-1].To]
	if part > 1 {
		out.Earlier = partURL(r.URL, part-1)
		out.Above = above(one, out.Blocks[0].span.Start)
	}
	if part < len(parts) {
		out.Later = partURL(r.URL, part+1)
	}
	return out, nil
}

func partURL(u *url.URL, part int) string {
	q := u.Query()
	q.Del("at")
	q.Set("part", strconv.Itoa(part))
	return "?" + q.Encode()
}

// above returns the headings above a byte of the body, without one that begins
// there.
func above(r *report.Report, at int) []string {
	all := r.Outline.Sections
	for i, s := range slices.Backward(all) {
		if s.Span.Start < at {
			return r.Outline.Path(i)
		}
		if s.Span.Start == at && s.Parent >= 0 {
			return r.Outline.Path(s.Parent)
		}
	}
	return nil
}

// Contents of very long reports keep to the headings that lead.
const longestContents = 120

// contents returns the table of contents: all headings, or those of the upper
// levels where there are too many.
func contents(r *report.Report, parts []textPart, part int, u *url.URL) []contentsLine {
	depth := depths(r.Outline.Sections)
	deepest := 5
	for ; deepest > 0; deepest-- {
		n := 0
		for i, s := range r.Outline.Sections {
			if s.Head.Len() > 0 && depth[i] < deepest {
				n++
			}
		}
		if n <= longestContents {
			break
		}
	}
	var out []contentsLine
	for i, s := range r.Outline.Sections {
		if s.Head.Len() == 0 || depth[i] >= max(deepest, 1) || len(out) >= 3*longestContents {
			continue
		}
		line := contentsLine{Title: s.Heading, Depth: depth[i] + 1, URL: "#" + sectionAnchor(i)}
		if there := partAt(parts, s.Head.Start); there != part {
			line.URL = partURL(u, there) + line.URL
		}
		out = append(out, line)
	}
	return out
}
