package library

import (
	"context"
	"errors"
	"slices"
)

// commitAll indexes what is done, in portions, until there is no more. After an
// error it only lets the others end.
func (b *batch) commitAll(stop context.CancelCauseFunc, done <-chan *document) {
	portions := make(chan *portion)
	go func() {
		defer close(portions)
		syncPortions(done, portions)
	}()
	var failed error
	for p := range portions {
		if failed == nil {
			failed = b.commit(p)
		}
		if failed != nil {
			stop(failed)
			for _, d := range p.all {
				d.discard()
			}
		}
	}
}

// commit makes documents part of the library, all or none.
func (b *batch) commit(p *portion) error {
	if len(p.made) > 0 {
		put := b.library.takeIn
		if b.again != nil {
			put = b.library.replace
		}
		if err := put(p); err != nil {
			return err
		}
	}
	for _, d := range p.all {
		b.finish(d.number, d.result)
	}
	return nil
}

// takeIn makes stored documents part of the library.
func (l *Library) takeIn(p *portion) error {
	made := p.made
	l.changing.Lock()
	defer l.changing.Unlock()
	if err := renameAll(p.files, p.synced); err != nil {
		return err
	}
	if err := l.sync(originalsDir, reportsDir); err != nil {
		return err
	}
	if err := l.appendCards(p.cards); err != nil {
		return err
	}
	come := map[string]*document{}
	var gone []string
	for _, d := range made {
		left, err := l.fileDocument(d, come)
		if err != nil {
			return err
		}
		if left != "" && come[left] == nil {
			gone = append(gone, left)
		}
		delete(come, left)
	}
	stale, err := l.moveDecisions(made)
	if err != nil {
		return err
	}
	return errors.Join(l.show(made, come, gone), l.settleLocked(stale))
}

// moveDecisions moves decisions with new versions. It returns the reports in the
// index that look otherwise by that.
func (l *Library) moveDecisions(made []*document) (map[string]bool, error) {
	isVersion := func(d *document) bool { return d.result.Version != nil }
	if !slices.ContainsFunc(made, isVersion) {
		return nil, nil
	}
	all, err := l.Decisions()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	stale := map[string]bool{}
	for _, d := range made {
		if g := l.catalogue.groups[d.report.ID]; isVersion(d) && g.counts.ID != d.report.ID &&
			len(l.applied.Load().About(d.hash)) > 0 { // decided on before it came
			stale[g.counts.ID] = true
		}
	}
	l.apply(all, false)
	return stale, nil
}

// settleLocked is settle for reports of which readers may see the old state until
// now.
func (l *Library) settleLocked(stale map[string]bool) error {
	if len(stale) == 0 {
		return nil
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for id := range stale {
		l.forget(id)
	}
	return l.settle(stale)
}

// fileDocument puts a document into the catalogue, and among those to come if it
// counts. It returns the id of the version that counted before, if it counts no
// more.
func (l *Library) fileDocument(d *document, come map[string]*document) (left string, err error) {
	if _, ok := l.catalogue.cards[d.report.ID]; ok { // it was damaged and is made again
		l.catalogue.store(d.card)
		l.catalogue.regroup(l.applied.Load())
		if l.catalogue.visible(d.report.ID) {
			come[d.report.ID] = d
		}
		return "", nil
	}
	g := l.catalogue.add(d.card)
	if g == nil {
		return "", nil
	}
	before := l.catalogue.counted(g, d.report.ID)
	if g.counts.ID != d.report.ID {
		return "", l.noteVersion(d, g.counts.ID, come)
	}
	come[d.report.ID] = d
	if before == "" {
		return "", nil
	}
	return before, l.noteVersion(d, before, come)
}

// show makes the index hold what comes and not what goes.
func (l *Library) show(made []*document, come map[string]*document, gone []string) error {
	prepared, err := l.preparedNow(made, func(d *document) bool { return come[d.report.ID] == d })
	if err != nil {
		return err
	}
	if len(gone) > 0 {
		l.mutex.Lock()
		defer l.mutex.Unlock()
	}
	for _, id := range gone {
		if err := l.index.Remove(id); err != nil {
			return err
		}
	}
	if len(prepared) == 0 {
		return nil
	}
	return l.index.Add(prepared)
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
