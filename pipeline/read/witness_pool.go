package read

import (
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os/exec"
	"runtime"
	"sync"
	"time"
)

// witnessPool keeps the processes of the witness from file to file.
type witnessPool struct {
	command []string
	mu      sync.Mutex
	idle    []*witnessProcess
	closed  bool
}

// witnessProcess is one running witness.
type witnessProcess struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	ask *gob.Encoder
	say *gob.Decoder
}

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

// hear asks a process and gives it back when it has answered. A process that
// does not answer in time is killed.
func (w *witnessPool) hear(ctx context.Context, q question) (*statement, error) {
	p, err := w.borrow()
	if err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = p.cmd.Process.Kill() })
	s := &statement{}
	err = p.ask.Encode(q)
	if err == nil {
		err = p.say.Decode(s)
	}
	if !stop() || err != nil {
		p.end()
		return nil, errors.Join(ctx.Err(), err)
	}
	w.giveBack(p)
	return s, nil
}

func (w *witnessPool) borrow() (*witnessProcess, error) {
	w.mu.Lock()
	if n := len(w.idle); n > 0 {
		p := w.idle[n-1]
		w.idle = w.idle[:n-1]
		w.mu.Unlock()
		return p, nil
	}
	w.mu.Unlock()
	cmd := exec.Command(w.command[0], w.command[1:]...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &witnessProcess{cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)}, nil
}

func (w *witnessPool) giveBack(p *witnessProcess) {
	w.mu.Lock()
	keep := !w.closed && len(w.idle) < runtime.GOMAXPROCS(0)
	if keep {
		w.idle = append(w.idle, p)
	}
	w.mu.Unlock()
	if !keep {
		p.end()
	}
}

// end kills the process and waits for its end.
func (p *witnessProcess) end() {
	_ = p.in.Close()
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait() // says that it was killed
}

func (w *witnessPool) close() error {
	w.mu.Lock()
	idle := w.idle
	w.idle, w.closed = nil, true
	w.mu.Unlock()
	for _, p := range idle {
		p.end()
	}
	return nil
}
