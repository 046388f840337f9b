package index

import (
	"context"
	"runtime"
	"sync"

	"taizhang/report"
)

// shown reads the stored reports of what is on a page. Reading one takes longer
// than finding what is in it, so those of a page are read several at once.
type shown struct {
	ctx     context.Context
	get     func(id string) (*report.Report, error)
	reports []*listed
	read    map[int32]*report.Report // nil: extracted again since
}

// shownAtOnce is how many reports are kept at hand while a page is made.
const shownAtOnce = 64

func newShown(
	ctx context.Context, get func(id string) (*report.Report, error), reports []*listed,
) *shown {
	return &shown{ctx, get, reports, map[int32]*report.Report{}}
}

// each calls use with each hit and its report, in order; hits whose report was
// extracted again since are left out.
func (s *shown) each(found []hit, use func(h hit, r *report.Report)) error {
	for i, h := range found {
		if _, there := s.read[h.report]; !there {
			if err := s.fetch(found[i:]); err != nil {
				return err
			}
		}
		if r := s.read[h.report]; r != nil {
			use(h, r)
		}
	}
	return nil
}

// fetch reads the reports of the next hits, in place of those at hand.
func (s *shown) fetch(found []hit) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	clear(s.read)
	var numbers []int32
	for _, h := range found {
		if len(numbers) == shownAtOnce {
			break
		}
		if _, there := s.read[h.report]; !there {
			s.read[h.report] = nil
			numbers = append(numbers, h.report)
		}
	}
	read, errs := make([]*report.Report, len(numbers)), make([]error, len(numbers))
	var workers sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, n := range numbers {
		free <- struct{}{}
		workers.Go(func() {
			defer func() { <-free }()
			read[i], errs[i] = s.reports[n].read(s.get)
		})
	}
	workers.Wait()
	for i, n := range numbers {
		if errs[i] != nil {
			return errs[i]
		}
		s.read[n] = read[i]
	}
	return nil
}

// read returns the stored report, or nil where it was extracted again since.
func (r *listed) read(get func(id string) (*report.Report, error)) (*report.Report, error) {
	stored, err := get(r.ID)
	if err != nil || stored.Fingerprint != r.Fingerprint {
		return nil, err
	}
	return stored, nil
}
