package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"taizhang/report"
)

const (
	leastSure  = 50 // mean confidence of a line from which on OCR is believed, of 100
	leastLook  = 4  // characters that a page must have to count as read
	leastDPI   = 72
	pointsInch = 72.0
)

// toLook returns the indexes of the pages whose pictures are to be read.
func (d *document) toLook(pages []pdfPage, verdicts []verdict) []int {
	var out []int
	readable := false
	for i, v := range verdicts {
		if v.ocr {
			out = append(out, i)
		}
		readable = readable || v.quality != report.Unreadable && len(pages[i].lines) > 0
	}
	if d.ocr.Mode == OCROnlyNeeded && readable {
		return nil
	}
	return out
}

// lookAt reads the pictures of pages and puts what they say in the place of
// the pages' text. Pages are rendered one after the other and read side by side.
func (d *document) lookAt(ctx context.Context, which []int, pages []pdfPage, verdicts []verdict) error {
	q := d.question()
	drawn := make([]int, 0, len(which))
	for _, i := range which {
		if dpi := d.dots(pages[i]); dpi >= leastDPI {
			q.Pictures = append(q.Pictures, pictureAsked{i, dpi})
			drawn = append(drawn, i)
		} else {
			verdicts[i] = unreadScan("the page cannot be rendered")
		}
	}
	if len(drawn) == 0 {
		return nil
	}
	var readers sync.WaitGroup
	defer readers.Wait()
	done := d.counter(len(drawn))
	slots := make(chan struct{}, d.ocr.Workers) // pictures in memory
	n := 0
	return d.pdf.ask(ctx, q, func(a pdfAnswer) error {
		i, dpi := drawn[n], q.Pictures[n].DPI
		n++
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
		readers.Go(func() {
			defer func() { <-slots }()
			pages[i], verdicts[i] = d.lookAtPage(ctx, pages[i], a.picture, float64(dpi))
			done()
		})
		return nil
	})
}

// counter returns what tells the person that one more page was read.
func (d *document) counter(of int) func() {
	var mu sync.Mutex
	n := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		n++
		if d.options.OnPage != nil {
			d.options.OnPage(d.name, n, of)
		}
	}
}

// lookAtPage reads the picture of a page, nil if it could not be rendered.
func (d *document) lookAtPage(ctx context.Context, p pdfPage, picture []byte, dpi float64) (pdfPage, verdict) {
	if picture == nil {
		return p, unreadScan("the page cannot be rendered")
	}
	limit := d.options.Limits.OCRTime
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	seen, err := d.ocr.look(ctx, picture, dpi)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return p, unreadScan(fmt.Sprintf("OCR took longer than %v", limit))
	case err != nil:
		return p, unreadScan("OCR gave up: " + err.Error())
	case seen.text.total < leastLook && seen.dropped > 0:
		return p, unreadScan("OCR is not sure enough of what it read")
	case seen.text.total < leastLook:
		return p, unreadScan("OCR found no text in the picture")
	}
	if why := seen.text.implausible(); why != "" {
		return p, unreadScan("what OCR read is no text")
	}
	p.lines, p.text = seen.lines, seen.text
	why := fmt.Sprintf("read by OCR, confidence %d of 100", seen.confidence)
	if seen.dropped > 0 {
		why += fmt.Sprintf("; %d lines left out, of which it was not sure", seen.dropped)
	}
	return p, verdict{quality: report.OCR, reason: why}
}

// tellOCR lists, once for all pages, that text comes from OCR.
func (d *document) tellOCR(which []int, verdicts []verdict) {
	n := 0
	for _, i := range which {
		if verdicts[i].quality == report.OCR {
			n++
		}
	}
	if n > 0 {
		d.out.problem(report.Problem{Code: "pages_ocr", Message: fmt.Sprintf("%d pages were read by OCR", n),
			Hint: "compare their numbers with the file"})
	}
}

// unreadScan is the verdict on a picture that OCR could make nothing of.
func unreadScan(why string) verdict {
	v := unreadable(why, "look at the page; import the DOCX, or a better scan")
	v.scan, v.problem.Code = true, "page_needs_ocr"
	return v
}

// look reads the pictures of pages where that is wanted and possible, and
// writes all pages. It comes after the reading proper, with time of its own:
// seconds a page.
func (d *document) look(ctx context.Context, pages []pdfPage, verdicts []verdict) error {
	which := d.toLook(pages, verdicts)
	if len(which) == 0 {
		return d.writePages(pages, verdicts)
	}
	if missing := d.ocr.ready(ctx); missing != nil {
		return d.writePages(pages, verdicts)
	}
	limited, cancel := context.WithTimeout(ctx, d.options.Limits.Time+time.Duration(len(which))*d.options.Limits.OCRTime)
	defer cancel()
	err := d.lookAt(limited, which, pages, verdicts)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		d.out.problem(report.Problem{Code: "ocr_failed", Message: "OCR stopped: " + err.Error(),
			Hint: "look at the pages without text"})
	}
	d.tellOCR(which, verdicts)
	return d.writePages(pages, verdicts)
}

// dots returns the dots an inch at which a page is drawn: no more pixels than
// the limits allow.
func (d *document) dots(p pdfPage) int {
	dpi := float64(d.ocr.DPI)
	if area := p.width * p.height / (pointsInch * pointsInch); area > 0 {
		dpi = min(dpi, math.Sqrt(float64(d.options.Limits.Pixels)/area))
	}
	return int(dpi)
}

// draw draws pages in grey.
func (p *pdfiumPool) draw(ctx context.Context, q pdfQuestion, tell func(pdfAnswer) error) error {
	return p.open(ctx, q, func(instance *sandbox, file references.FPDF_DOCUMENT) error {
		for _, asked := range q.Pictures {
			picture, err := render(instance, file, asked)
			if err != nil && !isPdfium(err) {
				return err
			}
			if err := tell(pdfAnswer{picture: picture}); err != nil {
				return err
			}
		}
		return nil
	})
}

// render draws a page in grey, as a PGM picture.
func render(instance *sandbox, file references.FPDF_DOCUMENT, asked pictureAsked) ([]byte, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: file, Index: asked.Page}}
	out, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{
		Page: page, DPI: asked.DPI, ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return nil, err
	}
	defer out.Cleanup()
	grey, ok := out.Result.RenderedImage.(*image.Gray)
	if !ok {
		return nil, errors.New("the rendered page is not grey")
	}
	return portable(grey), nil
}

// portable returns a grey picture as a PGM file, the simplest there is.
func portable(g *image.Gray) []byte {
	size := g.Bounds().Size()
	var out bytes.Buffer
	fmt.Fprintf(&out, "P5\n%d %d\n255\n", size.X, size.Y)
	for y := range size.Y {
		out.Write(g.Pix[y*g.Stride : y*g.Stride+size.X])
	}
	return out.Bytes()
}
