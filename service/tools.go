package service

import (
	"context"

	"taizhang/pipeline"
)

// Tools says which programs for further documents are there.
func (s *Service) Tools(ctx context.Context) []pipeline.Tool { return s.pipeline.Tools(ctx) }
