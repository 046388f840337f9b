package pipeline

import (
	"context"

	"taizhang/pipeline/read"
)

// Tool is a program that some documents need; see read.Tool.
type Tool = read.Tool

// Tools says which programs for further documents are there.
func (p *Pipeline) Tools(ctx context.Context) []Tool { return p.reader.Tools(ctx) }
