package service

import (
	"context"

	"taizhang/pipeline"
	"taizhang/report"
)

// Impact extracts every original again under the rules in force and compares
// the facts with those the library holds. Nothing is written. progress, which
// may be nil, is told each report as it is done.
func (s *Service) Impact(
	ctx context.Context, progress func(r pipeline.ReportImpact),
) ([]pipeline.ReportImpact, error) {
	p, giveBack := s.borrow()
	defer giveBack()
	return p.Impact(ctx, s.stored(), s.settings.Workers, progress)
}

// stored returns the reports of the library with their originals.
func (s *Service) stored() []pipeline.Stored {
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
		})
	}
	return out
}
