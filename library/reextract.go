package library

import (
	"context"
	"errors"
	"time"

	"taizhang/index"
	"taizhang/report"
)

// ExtractAgain turns a stored document into a report once more. given is what
// people said and decided of it, which wins over what it says of itself.
type ExtractAgain func(ctx context.Context, name string, data []byte, given report.Given) (report.Report, error)

// Stale returns the ids of the reports that were extracted by another program or
// other rules than the fingerprint's, or before people decided on their office,
// kind or year; removed ones are not among them.
func (l *Library) Stale(fingerprint string) ([]string, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	var out []string
	for _, id := range l.catalogue.order {
		k := l.catalogue.cards[id]
		if l.catalogue.groups[id] != nil && (k.Fingerprint != fingerprint || l.isReworded(k)) {
			out = append(out, id)
		}
	}
	return out, nil
}

// Reworded returns the ids of the reports that were extracted before people
// decided on their office, kind or year, or took that back.
func (l *Library) Reworded() ([]string, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	var out []string
	for _, id := range l.catalogue.order {
		if k := l.catalogue.cards[id]; l.catalogue.groups[id] != nil && l.isReworded(k) {
			out = append(out, id)
		}
	}
	return out, nil
}

func (l *Library) isReworded(k *card) bool {
	return l.applied.Load().Given(k.Hash, k.Given) != k.Extracted
}

// Stored returns the ids of all reports but removed ones, in the order of
// import.
func (l *Library) Stored() ([]string, error) {
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := l.loadCatalogue(); err != nil {
		return nil, err
	}
	var out []string
	for _, id := range l.catalogue.order {
		if l.catalogue.groups[id] != nil {
			out = append(out, id)
		}
	}
	return out, nil
}

// Reextract extracts stored documents again. Each new report takes the place of
// the old one, which readers see until then; a document that is refused now
// keeps its old report. Broken off, it goes on with what is stale still.
// onResult, which may be nil, is called by one goroutine at a time.
func (l *Library) Reextract(
	ctx context.Context, ids []string, extract ExtractAgain, onResult func(Result),
) (Summary, error) {
	if l.options.ReadOnly {
		return Summary{}, errors.New("reextract: the library is open for reading only")
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	b := &batch{library: l, again: extract, onResult: onResult, results: make([]*Result, len(ids))}
	err := b.repeat(ctx, ids)
	l.changing.Lock()
	defer l.changing.Unlock()
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.catalogue.regroup(l.applied.Load())
	return b.summary(), errors.Join(err, l.settle(nil))
}

// repeat extracts stored documents in parallel and writes what is done in groups.
func (b *batch) repeat(ctx context.Context, ids []string) error {
	feed := func(ctx context.Context, todo, _ chan<- *document) error {
		for i, id := range ids {
			send(ctx, todo, &document{number: i, path: id})
		}
		return nil
	}
	return b.inParallel(ctx, feed, b.repeatOne)
}

// repeatOne extracts one stored document again and stages its report.
func (b *batch) repeatOne(ctx context.Context, d *document) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	l := b.library
	start := time.Now()
	old, err := l.read(d.path)
	if err == nil {
		d.path, d.hash = old.Name, old.Hash
		d.data, err = l.Original(old.Hash)
	}
	if err != nil {
		d.result = refused(d.path, err)
		return nil
	}
	d.applied = l.applied.Load()
	atImport := l.givenAtImport(old)
	given := d.applied.Given(old.Hash, atImport)
	r, err := Safely(ctx, func(ctx context.Context, name string, data []byte) (report.Report, error) {
		return b.again(ctx, name, data, given)
	}, old.Name, d.data)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err == nil {
		err = identify(&r, d)
	}
	if d.data = nil; err != nil {
		d.result = refused(d.path, err)
		return nil
	}
	r.Given = atImport
	err = b.stage(d, &r, given)
	d.result = taken(d.path, &r)
	d.result.Seconds = time.Since(start).Seconds()
	return err
}

// givenAtImport returns what was said of a document when it was imported.
func (l *Library) givenAtImport(r *report.Report) report.Given {
	l.changing.Lock()
	defer l.changing.Unlock()
	if k, ok := l.catalogue.cards[r.ID]; ok {
		return k.Given
	}
	return r.Given
}

// stage writes a new report beside the old one.
func (b *batch) stage(d *document, r *report.Report, given report.Given) error {
	packed, err := b.library.codec.pack(r)
	if err != nil {
		return err
	}
	if err := d.stage(b.library.folder, b.library.report(r.ID), packed); err != nil {
		return err
	}
	d.report, d.card = r, cardOf(r)
	d.card.Extracted = given
	d.prepared, err = b.library.index.Prepare(d.applied.Report(r))
	return err
}

// replace puts new reports in the place of the old ones. After a crash in the
// middle of it the next opening brings the index up to what is stored.
func (l *Library) replace(p *portion) error {
	made := p.made
	l.changing.Lock()
	defer l.changing.Unlock()
	var ids []string
	for _, d := range made {
		ids = append(ids, d.report.ID)
	}
	if err := l.notePending(ids); err != nil {
		return err
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if err := renameAll(p.files, p.synced); err != nil {
		return err
	}
	for _, d := range made {
		l.catalogue.store(d.card)
		l.forget(d.report.ID)
	}
	if err := errors.Join(l.sync(reportsDir), l.appendCards(p.cards)); err != nil {
		return err
	}
	prepared, err := l.preparedNow(made, func(d *document) bool { return l.catalogue.visible(d.report.ID) })
	if err != nil {
		return err
	}
	return errors.Join(l.index.Add(prepared), l.notePending(nil))
}

// preparedNow returns the wanted documents as they are to be indexed, also where
// somebody decided since they were prepared.
func (l *Library) preparedNow(made []*document, wanted func(*document) bool) ([]index.Prepared, error) {
	var out []index.Prepared
	for _, d := range made {
		if !wanted(d) {
			continue
		}
		if d.applied != l.applied.Load() {
			var err error
			if d.prepared, err = l.prepare(l.index, d.report); err != nil {
				return nil, err
			}
		}
		out = append(out, d.prepared)
	}
	return out, nil
}
