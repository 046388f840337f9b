package library

import (
	"context"
	"time"

	"taizhang/index"
)

// What is extracted is written to the index in groups: as many reports, or as
// late, as this.
const (
	groupReports = 40
	groupWait    = 300 * time.Millisecond
)

// commitAll indexes what is done, in groups, until there is no more. After an
// error it only lets the others end.
func (b *batch) commitAll(stop context.CancelCauseFunc, done <-chan *document) {
	var group []*document
	late := time.NewTicker(groupWait)
	defer late.Stop()
	var failed error
	flush := func() {
		if failed == nil {
			failed = b.commit(group)
		}
		if failed != nil {
			stop(failed)
		}
		group = nil
	}
	for {
		select {
		case d, more := <-done:
			if !more {
				flush()
				return
			}
			if group = append(group, d); len(group) >= groupReports {
				flush()
			}
		case <-late.C:
			flush()
		}
	}
}

// commit makes a group of documents part of the library, all or none.
func (b *batch) commit(group []*document) error {
	var prepared []index.Prepared
	for _, d := range group {
		if d.report != nil {
			prepared = append(prepared, d.prepared)
		}
	}
	if len(prepared) > 0 {
		if err := b.library.sync(originalsDir, reportsDir); err != nil {
			return err
		}
		if err := b.library.index.Add(prepared); err != nil {
			return err
		}
	}
	for _, d := range group {
		b.finish(d.number, d.result)
	}
	return nil
}

func (b *batch) finish(number int, r Result) {
	b.results[number] = &r
	if b.onResult != nil {
		b.onResult(r)
	}
}

// settleTwins says of files with the same content what became of the first.
func (b *batch) settleTwins() {
	for i := range b.files {
		first, twin := b.twins[i]
		if !twin {
			continue
		}
		r := *b.results[first]
		r.Path, r.Seconds, r.Problems = b.files[i].Path, 0, nil
		if r.Status != Refused {
			r.Status, r.Code, r.Hint = Skipped, CodeDuplicate, ""
			r.Why = "same content as " + b.files[first].Path
		}
		b.finish(i, r)
	}
}

func (b *batch) summary() Summary {
	var s Summary
	for _, r := range b.results {
		if r != nil {
			s.add(*r)
		}
	}
	return s
}
