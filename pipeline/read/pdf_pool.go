package read

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// memoryPages is the most memory of one pdfium, in WebAssembly pages of 64 KB.
const memoryPages = 8192

// pdfiumPool is pdfium in its sandbox: WebAssembly without files, network or
// clock. It is compiled when the first PDF comes (2.5 s, or 0.1 s from the
// cache folder) and keeps its instances from file to file.
type pdfiumPool struct {
	dir  string // of compiled code; "" compiles anew every time
	mu   sync.Mutex
	pool pdfium.Pool
}

// borrow returns an instance and what gives it back. When ctx ends first, the
// instance is stopped in whatever it does, and thrown away.
func (p *pdfiumPool) borrow(ctx context.Context) (pdfium.Pdfium, func(sound bool), error) {
	pool, err := p.open()
	if err != nil {
		return nil, nil, err
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("start the PDF reader: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { _ = instance.Kill() })
	giveBack := func(sound bool) {
		switch {
		case !stop(): // being killed
		case sound:
			_ = instance.Close()
		default:
			_ = instance.Kill()
		}
	}
	return instance, giveBack, nil
}

func (p *pdfiumPool) open() (pdfium.Pool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pool != nil {
		return p.pool, nil
	}
	config := wazero.NewRuntimeConfig().
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(memoryPages)
	if p.dir != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(p.dir); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	workers := runtime.GOMAXPROCS(0)
	pool, err := webassembly.Init(webassembly.Config{
		Context:       context.Background(),
		MaxIdle:       workers,
		MaxTotal:      workers,
		ReuseWorkers:  true,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // the default is the whole disk
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("load the PDF reader: %w", err)
	}
	p.pool = pool
	return pool, nil
}

func (p *pdfiumPool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pool == nil {
		return nil
	}
	pool := p.pool
	p.pool = nil
	return pool.Close()
}
