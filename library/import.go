package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"taizhang/index"
	"taizhang/report"
)

// Input is a file to import. Read is nil for a file on disk; a member of an
// archive brings its own.
type Input struct {
	Path string
	Read func() ([]byte, error)
}

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
	prepared index.Prepared
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
	err := b.run(ctx)
	return b.summary(), err
}

// batch is one import under way.
type batch struct {
	library  *Library
	files    []Input
	extract  Extract
	onResult func(Result)
	results  []*Result      // by number of the file; nil: not done
	first    map[string]int // number of the file that brought a content first
	twins    map[int]int    // number of a file to that of the first with its content
}

// run reads files in order, extracts them in parallel, and writes what is done
// from one goroutine. The first error of the library's own stops all of them.
func (b *batch) run(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	read, done := make(chan *document), make(chan *document)
	var workers sync.WaitGroup
	workers.Go(func() {
		defer close(read)
		b.readAll(ctx, read, done)
	})
	for range b.workers() {
		workers.Go(func() {
			for d := range read {
				if err := b.extractOne(ctx, d); err != nil {
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
	b.settleTwins()
	return nil
}

// send hands a document on unless the import is to stop.
func send(ctx context.Context, to chan<- *document, d *document) {
	select {
	case to <- d:
	case <-ctx.Done():
	}
}

func (b *batch) workers() int {
	if b.library.options.Workers > 0 {
		return b.library.options.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// readAll hands out what is new; what is known or cannot be read is done.
func (b *batch) readAll(ctx context.Context, read, done chan<- *document) {
	for i, file := range b.files {
		if ctx.Err() != nil {
			return
		}
		d := &document{number: i, path: file.Path}
		data, err := b.library.readInput(file)
		if err != nil {
			d.result = refused(file.Path, err)
			send(ctx, done, d)
			continue
		}
		d.data, d.hash = data, hashOf(data)
		switch first, twin := b.first[d.hash]; {
		case b.isKnown(d):
			send(ctx, done, d)
		case twin:
			b.twins[i] = first
		default:
			b.first[d.hash] = i
			send(ctx, read, d)
		}
	}
}

// isKnown tells whether the library has the content already, and says so in
// the document's result.
func (b *batch) isKnown(d *document) bool {
	e, ok := b.library.index.Entry(idOf(d.hash))
	if ok && e.Hash == d.hash {
		d.result = duplicate(d.path, "the library has this content already, from "+e.Name)
		d.result.Report, d.result.Org, d.result.Year, d.result.Facts = e.ID, e.Org, e.Year, e.Facts
	}
	return ok && e.Hash == d.hash
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

// readInput reads a document's bytes. The error is a *report.Refusal.
func (l *Library) readInput(file Input) ([]byte, error) {
	if file.Read != nil {
		data, err := file.Read()
		if err == nil && int64(len(data)) > l.options.MaxBytes {
			err = tooLarge(int64(len(data)), l.options.MaxBytes)
		}
		return data, err
	}
	info, err := os.Stat(file.Path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &report.Refusal{Code: report.RefusedMissing,
			Why: "there is no such file", Hint: "check the path"}
	case err == nil && !info.Mode().IsRegular():
		return nil, &report.Refusal{Code: report.RefusedUnsupported,
			Why: "this is no ordinary file", Hint: "name the documents themselves"}
	case err == nil && info.Size() > l.options.MaxBytes:
		return nil, tooLarge(info.Size(), l.options.MaxBytes)
	}
	data, err := os.ReadFile(file.Path)
	if err != nil {
		return nil, &report.Refusal{Code: report.RefusedMissing, Why: "the file cannot be read",
			Hint: "check its permissions", Err: err}
	}
	return data, nil
}

func tooLarge(size, limit int64) *report.Refusal {
	return &report.Refusal{Code: report.RefusedTooLarge,
		Why:  fmt.Sprintf("the file has %d bytes, the limit is %d", size, limit),
		Hint: "split it, or raise the limit in the settings"}
}

// extractOne extracts a document, stores it and cuts it for the index. The
// error is of the library, or of the context; what is wrong with the document
// is in its result.
func (b *batch) extractOne(ctx context.Context, d *document) error {
	start := time.Now()
	r, err := safely(ctx, b.extract, filepath.Base(d.path), d.data)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err == nil {
		err = identify(&r, d)
	}
	if err != nil {
		d.result = refused(d.path, err)
	} else {
		d.report, d.result = &r, taken(d.path, &r)
		if err := b.store(d); err != nil {
			return err
		}
	}
	d.data = nil
	d.result.Seconds = time.Since(start).Seconds()
	return nil
}

// safely extracts a document and turns a panic into a refusal.
func safely(
	ctx context.Context, extract Extract, name string, data []byte,
) (r report.Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &report.Refusal{Code: CodeCrashed, Why: "the program failed on this document",
				Err:  fmt.Errorf("%v at %s", p, faultyLine()),
				Hint: "please report it to the authors"}
		}
	}()
	return extract(ctx, name, data)
}

// faultyLine returns file and line of the code that panicked.
func faultyLine() string {
	at := make([]uintptr, 32)
	frames := runtime.CallersFrames(at[:runtime.Callers(3, at)])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}

// identify checks that the report is the document's.
func identify(r *report.Report, d *document) error {
	if r.Hash != d.hash || r.ID != idOf(d.hash) {
		return fmt.Errorf("the extracted report has id %q and hash %q, want those of %s",
			r.ID, r.Hash, d.hash)
	}
	return nil
}

// store writes original and report; they count when they are indexed.
func (b *batch) store(d *document) error {
	l := b.library
	packed, err := l.codec.pack(d.report)
	if err != nil {
		return err
	}
	if err := l.write(l.original(d.hash), d.data); err != nil {
		return err
	}
	if err := l.write(l.report(d.report.ID), packed); err != nil {
		return err
	}
	d.prepared, err = l.index.Prepare(d.report)
	return err
}
