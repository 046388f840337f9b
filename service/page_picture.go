package service

import (
	"context"
	"errors"
	"fmt"

	"taizhang/pipeline"
	"taizhang/report"
)

// pictureDPI is how fine pages are drawn: sharp at the width of a text column.
const pictureDPI = 120

// pictureBytes is how much memory pictures kept at hand may take.
const pictureBytes = 48 << 20

// PagePicture returns what a page of a report's original looks like. It is
// shared and must not be changed. The error wraps pipeline.ErrNoPicture where
// the format has no pages to draw, and library.ErrNoReport.
func (s *Service) PagePicture(ctx context.Context, id string, page int) (*pipeline.PagePicture, error) {
	r, err := s.library.Report(id)
	if err != nil {
		return nil, err
	}
	return s.pictures.get(fmt.Sprint(r.Hash, " ", page), func() (*pipeline.PagePicture, int, error) {
		data, err := s.library.Original(r.Hash)
		if err != nil {
			return nil, 0, err
		}
		p, giveBack := s.borrow()
		defer giveBack()
		picture, err := p.PagePicture(context.WithoutCancel(ctx), data, page, pictureDPI)
		return &picture, len(picture.PNG) + 48*len(picture.Characters), err
	})
}

// Frame is where words stand on a page.
type Frame struct {
	Page    int        `json:"page"`
	Box     report.Box `json:"box"`     // in points from the top left corner
	Guessed bool       `json:"guessed"` // it is that of the whole line
}

// PageShape is a page that has a picture, and what stands out on it.
type PageShape struct {
	Number int     `json:"number"`
	Width  float64 `json:"width"` // in points
	Height float64 `json:"height"`
	Frames []Frame `json:"frames"`
}

// Frames returns the pages on which a place of a report stands, each with its
// picture's size and the words framed; none where the format has no pages to
// draw.
func (s *Service) Frames(ctx context.Context, id string, at report.Place) ([]PageShape, error) {
	r, err := s.library.Report(id)
	if err != nil {
		return nil, err
	}
	if !isDrawn(r.Format) {
		return nil, nil
	}
	text, err := s.withSource(ctx, r)
	if err != nil {
		return nil, err
	}
	var out []PageShape
	for _, l := range linesAt(text.Source, at) {
		picture, err := s.PagePicture(ctx, id, l.page)
		if errors.Is(err, pipeline.ErrNoPicture) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].Number != l.page {
			out = append(out, PageShape{Number: l.page, Width: picture.Width, Height: picture.Height, Frames: []Frame{}})
		}
		box, exact := l.find(text.Source.Raw, picture.Characters)
		last := &out[len(out)-1]
		last.Frames = append(last.Frames, Frame{l.page, box, !exact})
	}
	return out, nil
}

// isDrawn tells whether pages of a format can be drawn.
func isDrawn(format string) bool { return format == "pdf" || format == "picture" }
