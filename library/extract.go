package library

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"taizhang/report"
)

// extractOne extracts a document, stores it and cuts it for the index. The
// error is of the library, or of the context; what is wrong with the document
// is in its result.
func (b *batch) extractOne(ctx context.Context, d *document) error {
	start := time.Now()
	r, err := Safely(ctx, b.extract, filepath.Base(d.path), d.data)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err == nil {
		err = identify(&r, d)
		r.Given = givenIn(r.Outline)
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

// Safely extracts a document and turns a panic into a refusal.
func Safely(
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

// givenIn returns what a person said of a document when it was extracted.
func givenIn(o report.Outline) report.Given {
	var g report.Given
	for _, e := range o.Evidence {
		switch {
		case e.From != "argument":
		case e.Field == "org":
			g.Org = e.Value
		case e.Field == "kind":
			g.Kind = e.Value
		case e.Field == "reviewed":
			g.Year, _ = strconv.Atoi(e.Value)
		}
	}
	return g
}

// store stages original and report, and makes the report ready for the index.
func (b *batch) store(d *document) error {
	l := b.library
	packed, err := l.codec.pack(d.report)
	if err != nil {
		return err
	}
	if err := d.stage(l.folder, l.original(d.hash), d.data); err != nil {
		return err
	}
	if err := d.stage(l.folder, l.report(d.report.ID), packed); err != nil {
		return err
	}
	d.card, d.applied = cardOf(d.report), l.applied.Load()
	d.prepared, err = l.index.Prepare(d.applied.Report(d.report))
	return err
}

// stage writes one of the document's files, to be placed when it is committed.
func (d *document) stage(f folder, path string, data []byte) error {
	s, err := f.stage(path, data)
	if err == nil {
		d.staged = append(d.staged, s)
	}
	return err
}

// discard removes what was staged.
func (d *document) discard() {
	for _, s := range d.staged {
		s.discard()
	}
}
