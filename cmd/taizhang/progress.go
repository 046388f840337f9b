package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"taizhang/service"
)

// progress shows how far the work on many files has come: a bar with rate and time left on
// a terminal, a line a file elsewhere, nothing when quiet.
type progress struct {
	out  io.Writer
	bar  *progressbar.ProgressBar
	what string

	mu   sync.Mutex
	seen int
	of   int
}

// newProgress shows the progress of what through the given number of files.
func newProgress(out io.Writer, quiet bool, what string, of int) *progress {
	p := &progress{out: out, what: what, of: of}
	if quiet {
		p.out = io.Discard
	}
	if f, ok := p.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("files"),
			progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
	}
	return p
}

// done counts a file of an import.
func (p *progress) done(i service.ImportProgress) { p.step(string(i.Result.Status), i.Result.Path) }

// step counts a file. A progress line that cannot be written is no reason to
// stop the work.
func (p *progress) step(status, file string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.seen++
	if p.bar != nil {
		_ = p.bar.Add(1)
		return
	}
	fmt.Fprintf(p.out, "[%d/%d] %s %s\n", p.seen, p.of, status, file)
}

// page tells of a page within a file that takes long: one read by OCR.
func (p *progress) page(file string, done, of int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.bar == nil:
		fmt.Fprintf(p.out, "%s: OCR, page %d of %d\n", file, done, of)
	case done < of:
		p.bar.Describe(fmt.Sprintf("%s (%s: OCR, page %d of %d)", p.what, file, done, of))
	default:
		p.bar.Describe(p.what)
	}
}

func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
