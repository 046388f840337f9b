package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// memoryPages is the most memory of one pdfium, in WebAssembly pages of 64 KB.
const memoryPages = 6144

// pdfiumPool is pdfium in its sandbox: WebAssembly without files, network or
// clock. It is compiled when the first PDF comes (2.5 s, or 0.1 s from the
// cache folder), and its engines are kept from file to file.
type pdfiumPool struct {
	dir string // of compiled code; "" compiles anew every time
	// alone: the process can be killed, so the engines need not be stoppable.
	// Those that are look at every turn of a loop whether to stop, and take two
	// and a half times as long.
	alone bool
	mu    sync.Mutex
	cache wazero.CompilationCache
	idle  []*engine
}

// engine is one pdfium. It has a pool of its own because only the context of a
// whole pool can stop it cleanly.
type engine struct {
	pool   pdfium.Pool
	stop   context.CancelFunc
	direct *direct
}

// borrow returns an instance and what gives it back. When ctx ends first, the
// instance is stopped in whatever it does, and thrown away.
func (p *pdfiumPool) borrow(ctx context.Context) (*sandbox, func(sound bool), error) {
	e, err := p.engine()
	if err != nil {
		return nil, nil, err
	}
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		e.end()
		return nil, nil, fmt.Errorf("start the PDF reader: %w", err)
	}
	watch := context.AfterFunc(ctx, e.stop)
	return &sandbox{instance, e.direct}, func(sound bool) {
		if !watch() || !sound || instance.Close() != nil {
			e.end()
		} else {
			p.mu.Lock()
			p.idle = append(p.idle, e)
			p.mu.Unlock()
		}
	}, nil
}

// engine returns an idle engine or starts one.
func (p *pdfiumPool) engine() (*engine, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n > 0 {
		e := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return e, nil
	}
	ctx, stop := context.WithCancel(context.Background())
	ctx, direct := withDirect(ctx)
	pool, err := webassembly.Init(webassembly.Config{
		Context:      ctx,
		MaxIdle:      1,
		MaxTotal:     1,
		ReuseWorkers: true,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCompilationCache(p.compiled()).
			WithCloseOnContextDone(!p.alone).
			WithMemoryLimitPages(memoryPages),
		FSConfig: wazero.NewFSConfig(), // the default is the whole disk
		Stdout:   io.Discard,
		Stderr:   io.Discard,
	})
	if err != nil {
		stop()
		return nil, fmt.Errorf("load the PDF reader: %w", err)
	}
	return &engine{pool, stop, direct}, nil
}

// compiled returns the compiled code, kept on disk where that is possible.
func (p *pdfiumPool) compiled() wazero.CompilationCache {
	if p.cache != nil {
		return p.cache
	}
	p.cache = wazero.NewCompilationCache()
	if p.dir != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(p.dir); err == nil {
			p.cache = cache
		}
	}
	return p.cache
}

// end stops an engine. What it says of its end does not matter: it may have
// been stopped in the middle.
func (e *engine) end() {
	e.stop()
	_ = e.pool.Close()
}

// endIdle ends the engines that are not at work.
func (p *pdfiumPool) endIdle() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var errs error
	for _, e := range p.idle {
		errs = errors.Join(errs, e.pool.Close())
		e.stop()
	}
	p.idle = nil
	return errs
}

func (p *pdfiumPool) close() error {
	errs := p.endIdle()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cache != nil {
		errs = errors.Join(errs, p.cache.Close(context.Background()))
		p.cache = nil
	}
	return errs
}
