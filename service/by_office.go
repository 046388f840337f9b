package service

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// byOffice keeps what was worked out last of the reports of each office: a new
// report or decision is work for its office alone.
type byOffice[T any] struct {
	mutex    sync.Mutex
	kept     map[string]ofOffice[T]
	done, of atomic.Int64 // offices looked at, of how many, while it is worked out
}

// ofOffice is what was made of the reports of one office.
type ofOffice[T any] struct {
	of    string // what it was worked out of
	value T
}

// all returns the values of all offices in their order; with is what they depend
// on beside reports and decisions. Offices that changed are worked out, several
// at a time, until ctx ends.
func (b *byOffice[T]) all(ctx context.Context, w officeWork, with string, workOut func(office string) (T, error)) ([]T, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.done.Store(0)
	b.of.Store(int64(len(w.offices)))
	made := make([]ofOffice[T], len(w.offices))
	errs := make([]error, len(w.offices))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var working sync.WaitGroup
	for i, office := range w.offices {
		of := w.keyOf(office, with)
		if kept, ok := b.kept[office]; ok && kept.of == of {
			made[i] = kept
			b.done.Add(1)
			continue
		}
		free <- struct{}{}
		if errs[i] = ctx.Err(); errs[i] != nil {
			break
		}
		working.Go(func() {
			defer func() { b.done.Add(1); <-free }()
			made[i].of = of
			made[i].value, errs[i] = workOut(office)
		})
	}
	working.Wait()
	return b.keep(w.offices, made, errs)
}

// keep keeps what was made, also where some could not be: the next who asks has
// that much less to wait for.
func (b *byOffice[T]) keep(offices []string, made []ofOffice[T], errs []error) ([]T, error) {
	var out []T
	var failed error
	kept := make(map[string]ofOffice[T], len(offices))
	for i, office := range offices {
		if failed == nil {
			failed = errs[i]
		}
		if errs[i] == nil && made[i].of != "" {
			kept[office] = made[i]
			out = append(out, made[i].value)
		}
	}
	b.kept = kept
	if failed != nil {
		return nil, failed
	}
	return out, nil
}
