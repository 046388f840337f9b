package service

import (
	"context"
	"errors"
	"fmt"

	"taizhang/report"
)

// ErrReadOtherwise is the error of a report whose original is read otherwise now
// than when it was extracted; extracting it again mends that.
var ErrReadOtherwise = errors.New("the original is read otherwise now than when it was extracted; taizhang reextract mends that")

// sourceBytes is about how much memory sources kept at hand may take.
const sourceBytes = 48 << 20

// withSource returns the text of a stored report with its source, which is read
// again from the original and kept at hand.
func (s *Service) withSource(ctx context.Context, r *report.Report) (report.Text, error) {
	source, err := s.sources.get(r.Hash, func() (*report.Source, int, error) {
		source, err := s.readSource(context.WithoutCancel(ctx), r)
		return source, weightOf(source), err
	})
	if err != nil {
		return report.Text{}, err
	}
	text := r.Text
	text.Source = source
	if !agrees(text) {
		return report.Text{}, fmt.Errorf("report %s: %w", r.ID, ErrReadOtherwise)
	}
	return text, nil
}

func (s *Service) readSource(ctx context.Context, r *report.Report) (*report.Source, error) {
	data, err := s.library.Original(r.Hash)
	if err != nil {
		return nil, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	source, err := p.Source(ctx, r.Name, data)
	return &source, err
}

func weightOf(s *report.Source) int {
	if s == nil {
		return 0
	}
	n := len(s.Raw)
	for _, p := range s.Pages {
		n += 160 * len(p.Lines)
	}
	return n
}

// agrees tells whether a body was made of its source as it is now.
func agrees(t report.Text) bool {
	raw := t.Source.Raw
	for _, r := range t.Runs {
		if r.Source+r.SourceLen > len(raw) || r.Body+r.Len > len(t.Body) {
			return false
		}
	}
	return len(t.Pages) == len(t.Source.Pages)
}
