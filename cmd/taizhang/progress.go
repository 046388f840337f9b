package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"taizhang/service"
)

// progress shows how far the work on many files has come: a bar with rate and time left on
// a terminal, a line a file elsewhere, nothing when quiet.
type progress struct {
	out  io.Writer
	bar  *progressbar.ProgressBar
	seen int
	of   int
}

// newProgress shows the progress of what through the given number of files.
func newProgress(out io.Writer, quiet bool, what string, of int) *progress {
	p := &progress{out: out, of: of}
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
	p.seen++
	if p.bar != nil {
		_ = p.bar.Add(1)
		return
	}
	fmt.Fprintf(p.out, "[%d/%d] %s %s\n", p.seen, p.of, status, file)
}

func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
