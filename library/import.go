package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime"
	"sync"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
)

// Extract turns a document into a report; name is its base name. A panic in it
// is taken for a refusal.
type Extract func(ctx context.Context, name string, data []byte) (report.Report, error)

// document is a file on its way through an import.
type document struct {
	number   int // in the list of files
	path     string
	data     []byte
	hash     string
	report   *report.Report
	card     card
	prepared index.Prepared
	applied  *decision.Applied // by which it was prepared
	staged   []*staged         // its files, to be placed when it is committed
	result   Result
}

// Import takes files into the library. Each is one transaction: it is stored,
// synced and indexed, then told to onResult, which may be nil and is called by
// one goroutine at a time. Content that is there already is skipped, so an
// import that was broken off is resumed by running it again. A bad file never
// ends an import; the error is for the library itself or for ctx, and the
// summary then holds what was done so far.
func (l *Library) Import(
	ctx context.Context, files []Input, extract Extract, onResult func(Result),
) (Summary, error) {
	if l.options.ReadOnly {
		return Summary{}, errors.New("import: the library is open for reading only")
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	b := &batch{library: l, files: files, extract: extract, onResult: onResult,
		results: make([]*Result, len(files)), first: map[string]int{}, twins: map[int]int{}}
	b.stored = l.storedIDs()
	err := b.run(ctx)
	return b.summary(), err
}

// storedIDs returns the ids of all stored reports.
func (l *Library) storedIDs() map[string]bool {
	l.changing.Lock()
	defer l.changing.Unlock()
	out := make(map[string]bool, len(l.catalogue.cards))
	for id := range l.catalogue.cards {
		out[id] = true
	}
	return out
}

// batch is one import under way.
type batch struct {
	library  *Library
	files    []Input
	extract  Extract
	again    ExtractAgain // instead of extract, where stored documents are extracted again
	onResult func(Result)
	results  []*Result       // by number of the file; nil: not done
	stored   map[string]bool // ids there were before
	first    map[string]int  // number of the file that brought a content first
	twins    map[int]int     // number of a file to that of the first with its content
}

// run reads files in order, extracts them in parallel, and writes what is done
// from one goroutine. The first error of the library's own stops all of them.
func (b *batch) run(ctx context.Context) error {
	if err := b.inParallel(ctx, b.readAll, b.extractOne); err != nil {
		return err
	}
	b.settleTwins()
	return nil
}

// inParallel has documents fed by one goroutine, worked on by several, and
// written from this one in groups. feed hands what needs no work to done. The
// first error of any of them stops all.
func (b *batch) inParallel(
	ctx context.Context, feed func(ctx context.Context, todo, done chan<- *document) error,
	work func(context.Context, *document) error,
) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	todo, done := make(chan *document, b.workers()), make(chan *document, waitingReports)
	var workers sync.WaitGroup
	workers.Go(func() {
		defer close(todo)
		if err := feed(ctx, todo, done); err != nil {
			stop(err)
		}
	})
	for range b.workers() {
		workers.Go(func() {
			for d := range todo {
				b.library.asking.giveWay(ctx)
				if err := work(ctx, d); err != nil {
					d.discard()
					stop(err)
					continue
				}
				send(ctx, done, d)
			}
		})
	}
	go func() {
		workers.Wait()
		close(done)
	}()
	b.commitAll(stop, done)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}

// send hands a document on unless the import is to stop.
func send(ctx context.Context, to chan<- *document, d *document) {
	select {
	case to <- d:
	case <-ctx.Done():
		d.discard()
	}
}

func (b *batch) workers() int {
	if b.library.options.Workers > 0 {
		return b.library.options.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// readAll hands out what is new; what is known or cannot be read is done.
func (b *batch) readAll(ctx context.Context, read, done chan<- *document) error {
	for i, file := range b.files {
		if ctx.Err() != nil {
			return nil
		}
		d := &document{number: i, path: file.Path}
		data, err := file.Bytes(b.library.options.MaxBytes)
		if err != nil {
			d.result = refused(file.Path, err)
			send(ctx, done, d)
			continue
		}
		d.data, d.hash = data, hashOf(data)
		if first, twin := b.first[d.hash]; twin {
			b.twins[i] = first
			continue
		}
		known, err := b.isKnown(d)
		switch {
		case err != nil:
			return err
		case known:
			send(ctx, done, d)
		default:
			b.first[d.hash] = i
			send(ctx, read, d)
		}
	}
	return nil
}

// isKnown tells whether the library has the content already, whole, and says so
// in the document's result. What is damaged in the library is mended: a lost
// original is put back, a lost report is made again.
//
// What was not there before is told without waiting for others to be written:
// only this import brings documents, and it knows which.
func (b *batch) isKnown(d *document) (bool, error) {
	if !b.stored[idOf(d.hash)] {
		return false, nil
	}
	l := b.library
	l.changing.Lock()
	defer l.changing.Unlock()
	id := idOf(d.hash)
	stored, ok := l.catalogue.cards[id]
	if !ok || stored.Hash != d.hash {
		return false, nil
	}
	if err := l.check(id); err != nil {
		l.forget(id)
		return false, l.index.Remove(id)
	}
	if hash, err := hashOfFile(l.original(d.hash)); err != nil || hash != d.hash {
		if err := l.write(l.original(d.hash), d.data); err != nil {
			return false, err
		}
	}
	k := stored.corrected(l.applied.Load())
	d.result = duplicate(d.path, "the library has this content already, from "+k.Name)
	if l.catalogue.isRemoved(k.Hash) {
		d.result.Code, d.result.Why = CodeRemoved, "it was removed from the library, where it was "+k.Name
		d.result.Hint = "taizhang remove --undo " + id + " brings it back"
	}
	d.result.Report, d.result.Org, d.result.Year, d.result.Facts = id, k.Org, k.year(), k.Facts
	return true, nil
}

func duplicate(path, why string) Result {
	return Result{Path: path, Status: Skipped, Code: CodeDuplicate, Why: why}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// idOf returns the id of the report of a content.
func idOf(hash string) string { return hash[:12] }
