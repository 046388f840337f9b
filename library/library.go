package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/report"
)

// ErrMissing is the error of a folder in which there is no library.
var ErrMissing = errors.New("there is no library here; taizhang import makes one")

// Options say how a library is opened.
type Options struct {
	Cutter   index.Cutter      // cuts words, the same for every opening but for Words
	Words    []string          // the office's own words the cutter knows; with others the index is made again
	Create   bool              // make the library if there is none
	ReadOnly bool              // several may read at once, nobody writes meanwhile
	Wait     time.Duration     // for another process that has it open; 0: a second
	Purpose  string            // what it is opened for, told to who waits: importing
	Waiting  func(*InUseError) // told for whom it waits; nil: nobody is
	Workers  int               // documents extracted at once; 0: one a processor
	MaxBytes int64             // of one document; 0: 200 MB
}

// Library is a library, open. It is safe for use by several goroutines, but
// only one Import or Rebuild goes on at a time.
type Library struct {
	folder
	options   Options
	lock      *flock.Flock
	codec     *codec
	cache     *cache
	texts     *cache                           // of reports without their facts
	applied   atomic.Pointer[decision.Applied] // decisions in force
	searching sync.Mutex                       // while saved searches change
	writing   sync.Mutex                       // one Import, Reextract or Rebuild at a time

	changing  sync.Mutex // held while what is to be seen changes; taken after writing
	catalogue *catalogue // nil in a library open for reading, until it is asked for

	asking asking
	mutex  sync.RWMutex // held for reading while the index is used; taken last
	index  *index.Index
}

const (
	defaultWait     = time.Second
	defaultMaxBytes = 200 << 20
)

// Open opens the library in dir. What an earlier run left half done is put
// right on the way, unless it is opened for reading only; an index of another
// version is made again in any case. The error is an *InUseError where another
// process has it, ErrMissing where there is none.
func Open(dir string, o Options) (*Library, error) {
	return OpenContext(context.Background(), dir, o)
}

// OpenContext is Open whose wait for another process ends with ctx.
func OpenContext(ctx context.Context, dir string, o Options) (*Library, error) {
	if o.Wait == 0 {
		o.Wait = defaultWait
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = defaultMaxBytes
	}
	l, err := openOnce(ctx, dir, o)
	if !o.ReadOnly || !errors.Is(err, index.ErrOutdated) && !errors.Is(err, errUnready) {
		return l, err
	}
	forWriting := o
	forWriting.ReadOnly = false
	if l, err = openOnce(ctx, dir, forWriting); err != nil {
		return nil, err
	}
	if err := l.Close(); err != nil {
		return nil, err
	}
	return openOnce(ctx, dir, o)
}

func openOnce(ctx context.Context, dir string, o Options) (*Library, error) {
	l := &Library{folder: folder(dir), options: o, cache: newCache(reportBytes), texts: newCache(textBytes)}
	if err := l.open(ctx); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (l *Library) open(ctx context.Context) error {
	v, err := l.version()
	if err != nil {
		return err
	}
	if v == 0 && (!l.options.Create || l.options.ReadOnly) {
		return fmt.Errorf("%s: %w", l.folder, ErrMissing)
	}
	if v == 0 && !l.isFree() {
		return fmt.Errorf("%s: the folder holds other files; choose an empty one for a library",
			l.folder)
	}
	if v > formatVersion {
		return fmt.Errorf("%s: the library has format %d, the newest known here is %d; "+
			"use a newer program", l.folder, v, formatVersion)
	}
	if v < formatVersion && l.options.ReadOnly {
		return errUnready
	}
	if err := os.MkdirAll(string(l.folder), 0o755); err != nil {
		return fmt.Errorf("open library: %w", err)
	}
	if l.lock, err = l.acquire(ctx, l.options); err != nil {
		return err
	}
	if l.codec, err = newCodec(); err != nil {
		return err
	}
	all, err := l.Decisions()
	if err != nil {
		return err
	}
	l.apply(all, false)
	if l.options.ReadOnly {
		return l.openForReading(all)
	}
	return l.openForWriting(all)
}

// openForReading opens an index that agrees with what is stored and decided.
func (l *Library) openForReading(all []report.Decision) error {
	pending, err := l.pending()
	if err != nil {
		return err
	}
	if len(pending) > 0 || l.decisionsApplied(all) != len(all) {
		return errUnready
	}
	if err := l.followVersions(all); err != nil {
		return err
	}
	l.index, err = l.openIndex()
	return err
}

// openForWriting makes the library if need be and puts right what was left
// half done.
func (l *Library) openForWriting(all []report.Decision) error {
	if err := l.upgrade(); err != nil {
		return err
	}
	if err := l.sweep(); err != nil {
		return err
	}
	var opening sync.WaitGroup
	var err error
	opening.Go(func() { l.index, err = l.openIndex() })
	grouped := l.regroup()
	opening.Wait()
	switch {
	case grouped != nil:
		return grouped
	case errors.Is(err, index.ErrOutdated):
		return l.Rebuild(context.Background(), nil)
	case err != nil:
		return err
	}
	if err := l.removeOldGenerations(); err != nil {
		return err
	}
	if err := l.reconcile(all); err != nil {
		return err
	}
	whole, err := l.index.IsWhole()
	if err != nil || whole {
		return err
	}
	return l.Rebuild(context.Background(), nil)
}

// Close closes the library and lets others have it. Closing it twice does no
// harm.
func (l *Library) Close() error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	var errs []error
	if l.index != nil {
		errs = append(errs, l.index.Close())
	}
	if l.codec != nil {
		l.codec.close()
	}
	if l.lock != nil && l.lock.Locked() {
		errs = append(errs, os.Truncate(l.path(lockFile), 0))
	}
	if l.lock != nil {
		errs = append(errs, l.lock.Close())
	}
	l.index, l.codec, l.lock = nil, nil, nil
	return errors.Join(errs...)
}

// Reports returns what is known of every report that is to be seen, by year, organisation and id.
func (l *Library) Reports() []index.Entry {
	l.mutex.RLock()
	defer l.mutex.RUnlock()
	return l.index.Entries()
}
