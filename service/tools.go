package service

import (
	"context"

	"taizhang/pipeline"
)

// Tools says which programs for further documents are there.
func (s *Service) Tools(ctx context.Context) ([]pipeline.Tool, error) {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.Tools(ctx), nil
}
