package service

import (
	"context"
	"io"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// Rebuild makes the index again from the stored reports.
func (s *Service) Rebuild(ctx context.Context, progress func(done, of int)) error {
	done, err := s.turn(ctx, "rebuild", nil)
	if err != nil {
		return err
	}
	defer done()
	return s.library.Rebuild(ctx, progress)
}

// Size returns how many reports and facts are in the library.
func (s *Service) Size() (Size, error) {
	o := s.Overview()
	return Size{o.Reports, o.Facts}, nil
}

// Size is how much is in a library.
type Size struct {
	Reports int `json:"reports"`
	Facts   int `json:"facts"`
}

// Extracted returns a report as it was extracted, whatever people decided.
func (s *Service) Extracted(id string) (*report.Report, error) { return s.library.Extracted(id) }

// Backup writes the whole library to one file.
func (s *Service) Backup(
	ctx context.Context, w io.Writer, progress func(done, of int),
) (library.Manifest, error) {
	return s.library.Backup(ctx, w, s.settings.Clock().UTC(), progress)
}

// Versions returns the reports of which there are several versions, each with
// the one that counts first.
func (s *Service) Versions() ([][]library.Version, error) { return s.library.Versions() }

// Compare compares the facts of two stored reports.
func (s *Service) Compare(a, b string) (library.Difference, error) {
	x, err := s.library.Report(a)
	if err != nil {
		return library.Difference{}, err
	}
	y, err := s.library.Report(b)
	if err != nil {
		return library.Difference{}, err
	}
	return library.Compare(x, y), nil
}

// ReextractRequest says which reports are to be extracted again.
type ReextractRequest struct {
	All bool // all; else those that other rules or another program extracted
}

// Stale returns the ids of the reports that a request asks for.
func (s *Service) Stale(q ReextractRequest) ([]string, error) {
	if q.All {
		return s.library.Stored()
	}
	if err := s.reloadRules(); err != nil {
		return nil, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	return s.library.Stale(p.Fingerprint())
}

// Reextract extracts stored documents again; see library.Reextract. progress,
// which may be nil, is called after each, by one goroutine at a time.
func (s *Service) Reextract(ctx context.Context, ids []string, progress func(ImportProgress)) (library.Summary, error) {
	end, err := s.turn(ctx, "reextract", nil)
	if err != nil {
		return library.Summary{}, err
	}
	defer end()
	if err := s.reloadRules(); err != nil {
		return library.Summary{}, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	extract := func(ctx context.Context, name string, data []byte, g report.Given) (report.Report, error) {
		return p.File(ctx, name, data, pipeline.Hints{Org: g.Org, Kind: g.Kind, Year: g.Year})
	}
	done := 0
	return s.library.Reextract(ctx, ids, extract, func(r library.Result) {
		done++
		s.settings.Observer.file(r)
		if progress != nil {
			progress(ImportProgress{done, len(ids), r})
		}
	})
}
