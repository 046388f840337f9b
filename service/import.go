package service

import (
	"context"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// ImportRequest says what is to be taken into the library.
type ImportRequest struct {
	Files []library.Input // see Inputs
	Hints pipeline.Hints  // hold for all files

	// Waiting, which may be nil, is told of the work this import waits for.
	Waiting func(Work)
	// Page, which may be nil, is told of pages that take long, by several
	// goroutines.
	Page func(name string, done, of int)
}

// ImportProgress tells how far an import has come.
type ImportProgress struct {
	Done   int            `json:"done"`
	Of     int            `json:"of"`
	Result library.Result `json:"result"` // of the file just done
}

// Import takes files into the library, one transaction a file. progress, which
// may be nil, is called after each file, by one goroutine at a time. An import
// that ctx breaks off is resumed by the same request; the summary holds what
// was done so far.
func (s *Service) Import(
	ctx context.Context, q ImportRequest, progress func(ImportProgress),
) (library.Summary, error) {
	end, err := s.turn(ctx, "import", q.Waiting)
	if err != nil {
		return library.Summary{}, err
	}
	defer end()
	defer s.timed("import")()
	if err := s.reloadRules(); err != nil {
		return library.Summary{}, err
	}
	p, giveBack := s.borrow()
	defer giveBack()
	defer s.reading.tell(q.Page)()
	extract := func(ctx context.Context, name string, data []byte) (report.Report, error) {
		return p.File(ctx, name, data, q.Hints)
	}
	done := 0
	return s.library.Import(ctx, q.Files, extract, func(r library.Result) {
		done++
		s.settings.Observer.file(r)
		if progress != nil {
			progress(ImportProgress{done, len(q.Files), r})
		}
	})
}
