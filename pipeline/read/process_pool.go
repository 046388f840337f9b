package read

import (
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os/exec"
	"runtime"
	"sync"
)

// processPool keeps processes that answer questions, in gob on their standard
// input and output, from file to file.
type processPool struct {
	command []string
	mu      sync.Mutex
	idle    []*process
	closed  bool
}

// process is one of them.
type process struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	ask *gob.Encoder
	say *gob.Decoder
}

// with has talk speak with a process and keeps that for the next file. When talk
// fails or ctx ends first, the process is killed.
func (w *processPool) with(ctx context.Context, talk func(*process) error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p, err := w.borrow()
	if err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = p.cmd.Process.Kill() })
	err = talk(p)
	if !stop() || err != nil {
		p.end()
		return errors.Join(ctx.Err(), err)
	}
	w.giveBack(p)
	return nil
}

func (w *processPool) borrow() (*process, error) {
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
	return &process{cmd, in, gob.NewEncoder(in), gob.NewDecoder(out)}, nil
}

func (w *processPool) giveBack(p *process) {
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
func (p *process) end() {
	_ = p.in.Close()
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait() // says that it was killed
}

func (w *processPool) close() error {
	w.mu.Lock()
	idle := w.idle
	w.idle, w.closed = nil, true
	w.mu.Unlock()
	for _, p := range idle {
		p.end()
	}
	return nil
}
