package read

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"taizhang/report"
)

// pdfAsked is a question as it is sent to a process.
type pdfAsked struct {
	Question pdfQuestion
	Cache    string        // where the compiled reader is kept
	Time     time.Duration // of processor, after which the process ends
}

// pdfSaid is what is sent back: pages or pictures, and at last how it ended.
type pdfSaid struct {
	Page     *pageSent
	Picture  []byte
	Portrait *PagePicture
	Last     bool
	Fault    int // index in pdfFaults, if the file is at fault
	Error    string
}

// pdfFaults are the errors that a file is treated by.
var pdfFaults = [...]error{errors.New("PDF reader"), errPassword, errTooMany, errFormat, errPageless, ErrNoPicture}

const (
	serverGarbage = 150 // percent of growth between collections: little is collected, each time
	serverLooks   = 192 << 20
	serverKeeps   = 96 << 20 // bytes of memory over which an engine is not kept for the next file
)

// ServePDF reads the PDF files sent on in and answers on out, until in ends. It
// is meant for a process of its own, which is killed when it takes too long.
func ServePDF(in io.Reader, out io.Writer) error {
	debug.SetGCPercent(serverGarbage)
	answers, questions := gob.NewEncoder(out), gob.NewDecoder(in)
	pool := pdfiumPool{alone: true}
	for {
		var q pdfAsked
		if err := questions.Decode(&q); errors.Is(err, io.EOF) {
			return pool.close()
		} else if err != nil {
			return fmt.Errorf("read a question: %w", err)
		}
		pool.dir = q.Cache
		boundProcessor(q.Time)
		err := pool.answer(context.Background(), q.Question, func(a pdfAnswer) error {
			return answers.Encode(sent(a))
		})
		if err := answers.Encode(lastSaid(err)); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
		q = pdfAsked{}
		pool.shrink()
	}
}

// shrink ends engines that a large file has blown up: they never get smaller.
func (p *pdfiumPool) shrink() {
	if heapSize() < serverLooks {
		return
	}
	if runtime.GC(); heapSize() > serverKeeps {
		_ = p.endIdle() // they are thrown away
		debug.FreeOSMemory()
	}
}

func heapSize() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func lastSaid(err error) pdfSaid {
	said := pdfSaid{Last: true}
	if err == nil {
		return said
	}
	said.Error = err.Error()
	for i, fault := range pdfFaults {
		if errors.Is(err, fault) {
			said.Fault = i
		}
	}
	return said
}

// question sends a question and hears the answers. refused is what is wrong
// with the file, err what is wrong with the process.
func (p *process) question(q pdfAsked, hear func(pdfAnswer) error) (refused, err error) {
	if err := p.ask.Encode(q); err != nil {
		return nil, err
	}
	for {
		var said pdfSaid
		if err := p.say.Decode(&said); err != nil {
			return nil, err
		}
		switch {
		case said.Last && said.Error == "":
			return nil, nil
		case said.Last:
			return saidError{said.Error, pdfFaults[said.Fault%len(pdfFaults)]}, nil
		}
		if err := hear(said.answer()); err != nil {
			return nil, err
		}
	}
}

// saidError is an error that came from another process.
type saidError struct {
	text string
	kind error
}

func (e saidError) Error() string { return e.text }

func (e saidError) Unwrap() error { return e.kind }

// pageSent is a page on its way between processes.
type pageSent struct {
	Number        int
	Width, Height float64
	Lines         []lineSent
	Counts        [7]int
	Flags         [4]bool
	Error         string
}

type lineSent struct {
	Text  string
	Cells []string
	Row   bool // of a table
	Table int
	Line  report.Line
}

// tallies are the parts of what is known of a page's text.
func (t *pageText) tallies() ([7]*int, [4]*bool) {
	return [7]*int{&t.total, &t.lost, &t.known, &t.han, &t.simple, &t.trad, &t.objects},
		[4]*bool{&t.picture, &t.invisible, &t.silent, &t.embedded}
}

func sent(a pdfAnswer) pdfSaid {
	if a.page.number == 0 {
		return pdfSaid{Picture: a.picture, Portrait: a.portrait}
	}
	p := &pageSent{Number: a.page.number, Width: a.page.width, Height: a.page.height}
	if a.page.err != nil {
		p.Error = a.page.err.Error()
	}
	counts, flags := a.page.text.tallies()
	for i, n := range counts {
		p.Counts[i] = *n
	}
	for i, f := range flags {
		p.Flags[i] = *f
	}
	for _, l := range a.page.lines {
		p.Lines = append(p.Lines, lineSent{l.text, l.cells, l.cells != nil, l.table, l.line})
	}
	return pdfSaid{Page: p}
}

func (s pdfSaid) answer() pdfAnswer {
	if s.Page == nil {
		return pdfAnswer{picture: s.Picture, portrait: s.Portrait}
	}
	page := pdfPage{number: s.Page.Number, width: s.Page.Width, height: s.Page.Height}
	if s.Page.Error != "" {
		page.err = errors.New(s.Page.Error)
	}
	counts, flags := page.text.tallies()
	for i, n := range counts {
		*n = s.Page.Counts[i]
	}
	for i, f := range flags {
		*f = s.Page.Flags[i]
	}
	for _, l := range s.Page.Lines {
		if l.Row && l.Cells == nil {
			l.Cells = []string{}
		}
		page.lines = append(page.lines, visualLine{text: l.Text, cells: l.Cells, table: l.Table, line: l.Line})
	}
	return pdfAnswer{page: page}
}

// timeLeft returns the time until ctx ends, or a long time.
func timeLeft(ctx context.Context) time.Duration {
	if end, ok := ctx.Deadline(); ok {
		return time.Until(end)
	}
	return time.Hour
}
