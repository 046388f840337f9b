package read

import (
	"context"
	"time"
)

// witnessPool keeps the processes of the witness from file to file.
type witnessPool struct{ processPool }

// testimony is a statement that is being made.
type testimony struct {
	done      chan struct{}
	cancel    context.CancelFunc
	statement *statement // set before done is closed; nil: nothing was said
}

const (
	witnessPatience = time.Second      // what the witness may take longer than pdfium at least
	witnessTime     = 20 * time.Second // what it may take at most, when all depends on it
)

// start has the witness read a document. Without a witness it returns nil.
func (w *witnessPool) start(ctx context.Context, d *document) *testimony {
	if len(w.command) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, witnessTime)
	t := &testimony{done: make(chan struct{}), cancel: cancel}
	q := question{d.data, d.options.Password, d.options.Limits.Pages, witnessTime}
	go func() {
		defer close(t.done)
		defer cancel()
		if s, err := w.hear(ctx, q); err == nil {
			t.statement = s
		}
	}()
	return t
}

// wait returns the statement, or nil when there is none after some patience;
// the witness is then stopped.
func (t *testimony) wait(patience time.Duration) *statement {
	if t == nil {
		return nil
	}
	select {
	case <-t.done:
	case <-time.After(patience):
		t.cancel()
		<-t.done
	}
	return t.statement
}

// stop stops a witness whose statement is not wanted any more.
func (t *testimony) stop() {
	if t != nil {
		t.cancel()
		<-t.done
	}
}

// hear asks a process. One that does not answer in time is killed.
func (w *witnessPool) hear(ctx context.Context, q question) (*statement, error) {
	s := &statement{}
	err := w.with(ctx, func(p *process) error {
		if err := p.ask.Encode(q); err != nil {
			return err
		}
		return p.say.Decode(s)
	})
	return s, err
}
