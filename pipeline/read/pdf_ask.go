package read

import (
	"context"
	"errors"
	"fmt"
	"runtime"
)

// pdfQuestion asks pdfium for the pages of a file, or for the pictures of some.
type pdfQuestion struct {
	Data     []byte
	Password string
	Pages    int            // more are refused
	Pictures []pictureAsked // if any, these are drawn and nothing is read
	Portrait *pictureAsked  // or this, with the places of its characters
	Pixels   int            // of a portrait, at most
}

// pictureAsked is a page to be drawn, by its index, at dots an inch.
type pictureAsked struct{ Page, DPI int }

// pdfAnswer is a page as it was read, or the picture of one.
type pdfAnswer struct {
	page    pdfPage
	picture []byte // PGM; nil if the page cannot be drawn
	// portrait is what the page looks like, where that was asked.
	portrait *PagePicture
}

// answer answers a question in this process.
func (p *pdfiumPool) answer(ctx context.Context, q pdfQuestion, tell func(pdfAnswer) error) error {
	switch {
	case q.Portrait != nil:
		return p.portray(ctx, q, tell)
	case len(q.Pictures) > 0:
		return p.draw(ctx, q, tell)
	}
	return p.pages(ctx, q, tell)
}

// pdfAsker puts questions to processes that can be killed, or, without a
// command, to the engines of this process.
type pdfAsker struct {
	engines   pdfiumPool
	processes processPool
	slots     chan struct{} // one for each question at work
}

func newPDFAsker(command []string, cache string) *pdfAsker {
	return &pdfAsker{
		engines:   pdfiumPool{dir: cache},
		processes: processPool{command: command},
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
}

// ask puts a question and hears the answers, one after the other.
func (a *pdfAsker) ask(ctx context.Context, q pdfQuestion, hear func(pdfAnswer) error) error {
	select {
	case a.slots <- struct{}{}:
		defer func() { <-a.slots }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if len(a.processes.command) == 0 {
		return a.engines.answer(ctx, q, hear)
	}
	var refused error
	err := a.processes.with(ctx, func(p *process) error {
		var err error
		refused, err = p.question(pdfAsked{q, a.engines.dir, timeLeft(ctx)}, hear)
		return err
	})
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("PDF reader gave up: %w", err)
	}
	if err != nil {
		return ctx.Err()
	}
	return refused
}

// readPdfium reads all pages with pdfium.
func (d *document) readPdfium(ctx context.Context) (pages []pdfPage, err error) {
	err = d.pdf.ask(ctx, d.question(), func(a pdfAnswer) error {
		pages = append(pages, a.page)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

func (d *document) question() pdfQuestion {
	q := pdfQuestion{Data: d.data, Password: d.options.Password, Pages: d.options.Limits.Pages}
	if d.rebuilt != nil {
		q.Data = d.rebuilt
	}
	return q
}

func (a *pdfAsker) close() error { return errors.Join(a.engines.close(), a.processes.close()) }
