package library

import (
	"errors"
	"sync"
	"time"
)

// What is extracted is written to the index in portions: as many reports, or as
// long after the portion before, as this. Small ones are dear: each becomes a
// segment, and segments are merged.
const (
	portionReports = 200
	portionWait    = 3 * time.Second
)

// waitingReports is how many extracted reports may wait while a portion is written,
// so that extracting goes on meanwhile.
const waitingReports = portionReports * 3 / 4

// portion is documents that become part of the library together.
type portion struct {
	all    []*document
	made   []*document // those with a report
	files  []*staged   // of made
	cards  []card
	synced error // of files, when all are

	begun int // how many files are being synced, or are
	syncs sync.WaitGroup
	mutex sync.Mutex // guards synced until then
}

// syncReports is after how many documents their files are synced: not all of them
// when the portion is full, for then the last one of an import would wait longest.
const syncReports = 50

// syncPortions gathers documents and makes their files last, while those before
// are being indexed: one waits for the disk, the other for the processors.
func syncPortions(done <-chan *document, portions chan<- *portion) {
	p := &portion{}
	late := time.NewTicker(portionWait)
	defer late.Stop()
	flush := func() {
		p.syncMore()
		p.syncs.Wait()
		portions <- p
		p = &portion{}
		late.Reset(portionWait)
	}
	for {
		select {
		case d, more := <-done:
			if !more {
				flush()
				return
			}
			if p.add(d); len(p.all) >= portionReports {
				flush()
			}
		case <-late.C:
			flush()
		}
	}
}

func (p *portion) add(d *document) {
	p.all = append(p.all, d)
	if d.report == nil {
		return
	}
	p.made, p.files, p.cards = append(p.made, d), append(p.files, d.staged...), append(p.cards, d.card)
	if len(p.made)%syncReports == 0 {
		p.syncMore()
	}
}

// syncMore begins to sync the files that came since it was called last.
func (p *portion) syncMore() {
	files := p.files[p.begun:]
	p.begun = len(p.files)
	p.syncs.Go(func() {
		if err := syncAll(files); err != nil {
			p.mutex.Lock()
			defer p.mutex.Unlock()
			p.synced = errors.Join(p.synced, err)
		}
	})
}
