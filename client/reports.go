package client

import (
	"context"

	"taizhang/api"
	"taizhang/decision"
	"taizhang/index"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// Reports is service.Service.Reports.
func (c *Client) Reports(q service.ReportsRequest) ([]index.Entry, error) {
	return soon[[]index.Entry](c, api.Reports, q)
}

// Report is service.Service.Report.
func (c *Client) Report(id string) (*report.Report, error) {
	return soon[*report.Report](c, api.Report, id)
}

// Size is service.Service.Size.
func (c *Client) Size() (service.Size, error) { return soon[service.Size](c, api.Size, none{}) }

// Versions is service.Service.Versions.
func (c *Client) Versions() ([][]library.Version, error) {
	return soon[[][]library.Version](c, api.Versions, none{})
}

// Compare is service.Service.Compare.
func (c *Client) Compare(a, b string) (library.Difference, error) {
	return soon[library.Difference](c, api.Compare, api.CompareRequest{A: a, B: b})
}

// CompareYears is service.Service.CompareYears.
func (c *Client) CompareYears(q service.CompareYearsRequest) (service.YearDifference, error) {
	return soon[service.YearDifference](c, api.CompareYears, q)
}

// Removed is service.Service.Removed.
func (c *Client) Removed() ([]library.Removed, error) {
	return soon[[]library.Removed](c, api.Removed, none{})
}

// Impact is service.Service.Impact: by the rules given here, not those of the
// server, which hands out reports and originals.
func (c *Client) Impact(
	ctx context.Context, progress func(r pipeline.ReportImpact),
) ([]pipeline.ReportImpact, error) {
	options := c.settings.Options()
	var err error
	if options.Words, err = library.ConfirmedNames(c.settings.Library); err != nil {
		return nil, err
	}
	p, problems, err := pipeline.New(options)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	if c.settings.Warn != nil {
		if err := c.settings.Warn(problems); err != nil {
			return nil, err
		}
	}
	stored, err := c.stored()
	if err != nil {
		return nil, err
	}
	return p.Impact(ctx, stored, c.settings.Workers, progress)
}

func (c *Client) stored() ([]pipeline.Stored, error) {
	all, err := c.Reports(service.ReportsRequest{})
	if err != nil {
		return nil, err
	}
	made, err := c.Decisions()
	inForce := decision.InForce(made.Decisions)
	var out []pipeline.Stored
	for _, e := range all {
		out = append(out, pipeline.Stored{
			Name:     e.Name,
			Load:     func() (report.Report, error) { return soon[report.Report](c, api.Extracted, e.ID) },
			Original: func() ([]byte, error) { return soon[[]byte](c, api.Original, e.Hash) },
			Lost:     func(old, fresh *report.Report) []report.Decision { return decision.Lost(old, fresh, inForce) },
		})
	}
	return out, err
}
