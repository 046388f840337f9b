package service

import (
	"context"

	"taizhang/decision"
	"taizhang/pipeline"
	"taizhang/report"
)

// Impact extracts every original again under the rules in force and compares
// the facts with those the library holds; it also names the decisions that would
// lose their ground. Nothing is written. progress, which
// may be nil, is told each report as it is done.
func (s *Service) Impact(
	ctx context.Context, progress func(r pipeline.ReportImpact),
) ([]pipeline.ReportImpact, error) {
	p, giveBack := s.borrow()
	defer giveBack()
	inForce, err := s.library.InForce()
	if err != nil {
		return nil, err
	}
	return p.Impact(ctx, s.stored(inForce), s.settings.Workers, progress)
}

// stored returns the reports of the library with their originals.
func (s *Service) stored(inForce []report.Decision) []pipeline.Stored {
	var out []pipeline.Stored
	for _, e := range s.library.Reports() {
		out = append(out, pipeline.Stored{
			Name: e.Name,
			Load: func() (report.Report, error) {
				r, err := s.library.Extracted(e.ID)
				if err != nil {
					return report.Report{}, err
				}
				return *r, nil
			},
			Original: func() ([]byte, error) { return s.library.Original(e.Hash) },
			Lost:     func(old, fresh *report.Report) []report.Decision { return decision.Lost(old, fresh, inForce) },
		})
	}
	return out
}
