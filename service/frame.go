package service

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"taizhang/pipeline"
	"taizhang/report"
)

// lineAt is a line of a source of which a stretch is looked for on its page.
type lineAt struct {
	page int
	line report.Line
	want report.Span // of Source.Raw, within the line
}

// linesAt returns the lines on which a place stands, each with its share.
func linesAt(s *report.Source, at report.Place) []lineAt {
	var out []lineAt
	for _, p := range s.Pages {
		n := len(p.Lines)
		if n == 0 || p.Lines[n-1].Span.End <= at.SourceStart || p.Lines[0].Span.Start >= at.SourceEnd {
			continue
		}
		first := sort.Search(n, func(i int) bool { return p.Lines[i].Span.End > at.SourceStart })
		for _, l := range p.Lines[first:] {
			want := report.Span{Start: max(l.Span.Start, at.SourceStart), End: min(l.Span.End, at.SourceEnd)}
			if l.Span.Start >= at.SourceEnd {
				break
			}
			if strings.TrimSpace(want.Of(s.Raw)) != "" {
				out = append(out, lineAt{p.Number, l, want})
			}
		}
	}
	return out
}

// find returns the box of the stretch among the characters of its page, or that
// of its line where they do not show it.
func (l lineAt) find(raw string, drawn []pipeline.Character) (box report.Box, exact bool) {
	words := letters(l.want.Of(raw))
	before := letters(report.Span{Start: l.line.Span.Start, End: l.want.Start}.Of(raw))
	all := inside(drawn, l.line.Box)
	nth := occurrences(append(slices.Clone(before), words...), words) - 1
	for i := 0; i+len(words) <= len(all) && len(words) > 0; i++ {
		if !begins(all[i:], words) {
			continue
		}
		if nth > 0 {
			nth--
			continue
		}
		return around(all[i : i+len(words)]), true
	}
	return l.line.Box, false
}

// letters returns the characters of a text that leave ink.
func letters(s string) []rune {
	return slices.DeleteFunc([]rune(s), unicode.IsSpace)
}

// occurrences counts how often words stand in a text.
func occurrences(text, words []rune) int {
	n := 0
	for i := 0; i+len(words) <= len(text) && len(words) > 0; i++ {
		if slices.Equal(text[i:i+len(words)], words) {
			n++
		}
	}
	return n
}

func begins(all []pipeline.Character, words []rune) bool {
	for i, r := range words {
		if all[i].Rune != r {
			return false
		}
	}
	return true
}

// slack is by how much of its size a character may stand out of its line's box.
const slack = 0.3

// inside returns the characters whose middle is in the box, line by line from
// left to right, those printed twice only once.
func inside(all []pipeline.Character, box report.Box) []pipeline.Character {
	var in []pipeline.Character
	for _, c := range all {
		x, y := c.Box.X+c.Box.Width/2, c.Box.Y+c.Box.Height/2
		dx, dy := slack*c.Box.Width, slack*c.Box.Height
		if x >= box.X-dx && x <= box.X+box.Width+dx && y >= box.Y-dy && y <= box.Y+box.Height+dy {
			in = append(in, c)
		}
	}
	middle := func(c pipeline.Character) float64 { return c.Box.Y + c.Box.Height/2 }
	slices.SortStableFunc(in, func(a, b pipeline.Character) int { return cmp.Compare(middle(a), middle(b)) })
	var out []pipeline.Character
	for len(in) > 0 {
		n := 1
		for n < len(in) && middle(in[n])-middle(in[n-1]) < in[n].Box.Height/3 {
			n++
		}
		row := in[:n]
		slices.SortStableFunc(row, func(a, b pipeline.Character) int { return cmp.Compare(a.Box.X, b.Box.X) })
		out = append(out, slices.CompactFunc(row, again)...)
		in = in[n:]
	}
	return out
}

// again tells a character printed a second time over the first.
func again(a, b pipeline.Character) bool {
	return a.Rune == b.Rune && math.Abs(a.Box.X-b.Box.X) < slack*a.Box.Width
}

// around returns the box around characters.
func around(all []pipeline.Character) report.Box {
	left, top, right, foot := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range all {
		left, top = min(left, c.Box.X), min(top, c.Box.Y)
		right, foot = max(right, c.Box.X+c.Box.Width), max(foot, c.Box.Y+c.Box.Height)
	}
	return report.Box{X: left, Y: top, Width: right - left, Height: foot - top}
}
