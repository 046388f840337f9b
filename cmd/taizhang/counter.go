package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// counter shows how many of many steps are done: a bar on a terminal, nothing
// elsewhere.
type counter struct {
	out  io.Writer
	what string
	bar  *progressbar.ProgressBar
}

func newCounter(out io.Writer, quiet bool, what string) *counter {
	if f, ok := out.(*os.File); quiet || !ok || !term.IsTerminal(int(f.Fd())) {
		return &counter{}
	}
	return &counter{out: out, what: what}
}

func (c *counter) set(done, of int) {
	if c.out == nil {
		return
	}
	if c.bar == nil {
		c.bar = progressbar.NewOptions(of, progressbar.OptionSetWriter(c.out), progressbar.OptionSetDescription(c.what),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
	}
	_ = c.bar.Set(done)
}

func (c *counter) close() {
	if c.bar != nil {
		_ = c.bar.Finish()
		fmt.Fprintln(c.out)
	}
}
