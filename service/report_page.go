package service

import (
	"context"
	"errors"
	"fmt"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// PageOfReport is one page of a report's original: what it looks like and what
// was read on it.
type PageOfReport struct {
	Report  string           `json:"report"`
	Number  int              `json:"number"`
	Of      int              `json:"of"` // pages
	Quality report.Quality   `json:"quality"`
	Drawn   bool             `json:"drawn"` // it has a picture
	Width   float64          `json:"width,omitempty"`
	Height  float64          `json:"height,omitempty"`
	Lines   []string         `json:"lines"` // as read, before repair
	Facts   []FactOnPage     `json:"facts"`
	About   []report.Problem `json:"problems"`
}

// FactOnPage is a fact and where its words stand on a page.
type FactOnPage struct {
	Fact   report.Fact `json:"fact"`
	Frames []Frame     `json:"frames"`
}

// ReportPage returns a page of a report's original, by its number in the file.
func (s *Service) ReportPage(ctx context.Context, id string, number int) (PageOfReport, error) {
	r, err := s.library.Report(id)
	if err != nil {
		return PageOfReport{}, err
	}
	text, err := s.withSource(ctx, r)
	if err != nil {
		return PageOfReport{}, err
	}
	out := PageOfReport{Report: id, Number: number, Of: len(text.Source.Pages), Lines: []string{}, Facts: []FactOnPage{},
		About: problemsOn(r, number)}
	there := false
	for _, p := range text.Source.Pages {
		if p.Number == number && number > 0 {
			there, out.Quality = true, p.Quality
			for _, l := range p.Lines {
				out.Lines = append(out.Lines, l.Span.Of(text.Source.Raw))
			}
		}
	}
	if !there {
		return out, fmt.Errorf("page %d of report %s: %w", number, id, library.ErrNoReport)
	}
	var drawn []pipeline.Character
	if isDrawn(r.Format) {
		picture, err := s.PagePicture(ctx, id, number)
		if err != nil && !errors.Is(err, pipeline.ErrNoPicture) {
			return out, err
		}
		if err == nil {
			out.Drawn, out.Width, out.Height, drawn = true, picture.Width, picture.Height, picture.Characters
		}
	}
	out.Facts = append(out.Facts, factsOn(r, text, number, drawn)...)
	return out, nil
}

// factsOn returns the facts whose words stand on a page, at least in part.
func factsOn(r *report.Report, t report.Text, number int, drawn []pipeline.Character) []FactOnPage {
	var out []FactOnPage
	for _, f := range r.Facts {
		var frames []Frame
		on := false
		for _, l := range linesAt(t.Source, f.Place) {
			if l.page != number {
				continue
			}
			on = true
			if box, exact := l.find(t.Source.Raw, drawn); box.Width > 0 {
				frames = append(frames, Frame{number, box, !exact})
			}
		}
		if on {
			out = append(out, FactOnPage{f, frames})
		}
	}
	return out
}

func problemsOn(r *report.Report, page int) []report.Problem {
	out := []report.Problem{}
	for _, p := range r.Problems {
		if p.Page == page && page > 0 {
			out = append(out, p)
		}
	}
	return out
}
