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
	"slices"
	"strings"
	"sync"

	"taizhang/index"
	"taizhang/report"
)

// current returns the name of the generation in use.
func (f folder) current() (string, error) {
	data, err := os.ReadFile(f.path(indexDir, currentFile))
	if errors.Is(err, os.ErrNotExist) {
		return "", index.ErrOutdated
	}
	if err != nil {
		return "", fmt.Errorf("open index: %w", err)
	}
	return strings.TrimSpace(string(data)), nil
}

func (l *Library) openIndex() (*index.Index, error) {
	name, err := l.current()
	if err != nil {
		return nil, err
	}
	if l.wordsOf(name) != wordsMark(l.options.Words) {
		return nil, fmt.Errorf("%w (it was cut by other words)", index.ErrOutdated)
	}
	return index.Open(l.path(indexDir, name), l.options.Cutter, l.options.ReadOnly)
}

// wordsMark tells lists of own words apart; it is empty for none.
func wordsMark(words []string) string {
	if len(words) == 0 {
		return ""
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(words)))
	sum := sha256.Sum256([]byte(strings.Join(sorted, "\n")))
	return hex.EncodeToString(sum[:])[:16]
}

// wordsOf returns the mark of the own words a generation was cut by.
func (f folder) wordsOf(generation string) string {
	data, err := os.ReadFile(f.path(indexDir, generation, wordsFile))
	if err != nil {
		return "" // it was cut by none
	}
	return strings.TrimSpace(string(data))
}

// removeOldGenerations removes all generations but the one in use.
func (l *Library) removeOldGenerations() error {
	name, err := l.current()
	if err != nil {
		return err
	}
	all, err := l.names(indexDir, "")
	for _, n := range all {
		if n != name && n != currentFile {
			err = errors.Join(err, os.RemoveAll(l.path(indexDir, n)))
		}
	}
	return err
}

// Rebuild makes the index again from the stored reports: beside the old one,
// which serves readers until the new one is whole, and goes on to if ctx ends.
// progress, which may be nil, is told how many of how many reports are done.
func (l *Library) Rebuild(ctx context.Context, progress func(done, of int)) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.changing.Lock()
	defer l.changing.Unlock()
	return l.rebuild(ctx, progress)
}

// Recut makes the index again with another cutter, which knows the given words
// of the office's own; the old one serves readers until then. After an error
// all is as before.
func (l *Library) Recut(c index.Cutter, words []string) error {
	l.writing.Lock()
	defer l.writing.Unlock()
	l.changing.Lock()
	defer l.changing.Unlock()
	before := l.options
	l.options.Cutter, l.options.Words = c, words
	err := l.rebuild(context.Background(), nil)
	if err != nil {
		l.options.Cutter, l.options.Words = before.Cutter, before.Words
	}
	return err
}

// rebuild is Rebuild for those who hold writing and changing.
func (l *Library) rebuild(ctx context.Context, progress func(done, of int)) error {
	all, err := l.Decisions()
	if err != nil {
		return err
	}
	if err := l.regroup(); err != nil {
		return err
	}
	var ids []string
	for _, id := range l.catalogue.order {
		if l.catalogue.visible(id) {
			ids = append(ids, id)
		}
	}
	dir, err := os.MkdirTemp(l.path(indexDir), "generation-")
	if err != nil {
		return fmt.Errorf("rebuild index: %w", err)
	}
	next, err := index.Create(dir, l.options.Cutter)
	if err != nil {
		return err
	}
	if err := l.indexStored(ctx, next, ids, progress); err != nil {
		return errors.Join(err, next.Close(), os.RemoveAll(dir))
	}
	name := filepath.Base(dir)
	if err = errors.Join(l.noteAppliedIn(name, all), l.use(name)); err != nil {
		return errors.Join(err, next.Close(), os.RemoveAll(dir))
	}
	l.mutex.Lock()
	old := l.index
	l.index = next
	l.mutex.Unlock()
	if old != nil {
		err = old.Close()
	}
	return errors.Join(err, l.notePending(nil), l.removeOldGenerations())
}

// use makes a whole generation the one in use.
func (l *Library) use(name string) error {
	if mark := wordsMark(l.options.Words); mark != "" {
		if err := l.write(l.path(indexDir, name, wordsFile), []byte(mark+"\n")); err != nil {
			return err
		}
		if err := l.sync(filepath.Join(indexDir, name)); err != nil {
			return err
		}
	}
	return errors.Join(l.write(l.path(indexDir, currentFile), []byte(name+"\n")), l.sync(indexDir))
}

// reportsAtOnce is how many reports one write to the index takes in.
const reportsAtOnce = portionReports

// indexStored adds stored reports to an index. A damaged one is left out; the
// doctor names it.
func (l *Library) indexStored(
	ctx context.Context, to *index.Index, ids []string, progress func(done, of int),
) error {
	done := 0
	for group := range slices.Chunk(ids, reportsAtOnce) {
		all := l.prepareStored(ctx, to, group)
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("rebuild index: broken off after %d of %d reports, the old one is still in use: %w",
				done, len(ids), err)
		}
		if err := to.Add(all); err != nil {
			return err
		}
		if done += len(group); progress != nil {
			progress(done, len(ids))
		}
	}
	return nil
}

// prepareStored reads and cuts stored reports, several at once. They stay in their
// order: neighbours share most of their terms.
func (l *Library) prepareStored(ctx context.Context, to *index.Index, ids []string) []index.Prepared {
	all := make([]*index.Prepared, len(ids))
	var workers sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, id := range ids {
		if ctx.Err() != nil {
			break
		}
		free <- struct{}{}
		workers.Go(func() {
			defer func() { <-free }()
			r, err := l.read(id)
			if err != nil {
				return
			}
			if p, err := l.prepare(to, r); err == nil {
				all[i] = &p
			}
		})
	}
	workers.Wait()
	var out []index.Prepared
	for _, p := range all {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}

// reconcile makes the index agree with what is stored and decided after a
// crash: facts without report go, what is to be seen comes in.
func (l *Library) reconcile(all []report.Decision) error {
	if _, err := l.index.Sweep(); err != nil {
		return err
	}
	applied := l.decisionsApplied(all)
	stale, err := l.touched(all, all[applied:])
	if err != nil {
		return err
	}
	pending, err := l.pending()
	if err != nil {
		return err
	}
	for _, id := range pending {
		stale[id] = true
	}
	if err := l.settle(stale); err != nil {
		return err
	}
	if applied != len(all) {
		err = l.noteApplied(all)
	}
	return errors.Join(err, l.notePending(nil))
}

// regroup reads the cards of all stored reports again.
func (l *Library) regroup() error {
	ids, err := l.names(reportsDir, reportSuffix)
	if err != nil {
		return err
	}
	cards, err := l.completeCards(ids)
	if err != nil {
		return err
	}
	l.catalogue = newCatalogue(cards, l.applied.Load())
	all, err := l.Decisions()
	if err == nil {
		l.apply(all, false)
	}
	return err
}
