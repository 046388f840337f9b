package main

import (
	"time"

	"taizhang/pipeline"
)

// limits are the bounds on what one document may cost.
func (s *settings) limits() pipeline.Limits {
	l := pipeline.DefaultLimits()
	l.Bytes = s.GetInt64("limit-bytes")
	l.TextBytes = s.GetInt64("limit-text-bytes")
	l.Lines = s.GetInt("limit-lines")
	l.Values = s.GetInt("limit-values")
	l.Unzipped = s.GetInt64("limit-unzipped-bytes")
	l.Pages = s.GetInt("limit-pages")
	l.Depth = s.GetInt("limit-depth")
	l.Time = time.Duration(s.GetInt("limit-seconds")) * time.Second
	l.OCRTime = time.Duration(s.GetInt("limit-ocr-seconds")) * time.Second
	l.Pixels = s.GetInt("limit-pixels")
	l.Memory = s.GetInt64("limit-program-bytes")
	l.Members = s.GetInt("limit-members")
	l.Archive = s.GetInt64("limit-archive-bytes")
	l.Ratio = s.GetInt("limit-ratio")
	return l
}
