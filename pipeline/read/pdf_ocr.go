package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"sync"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"taizhang/report"
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
			pages[i], verdicts[i] = d.lookAtDrawn(ctx, pages[i], ocrPicture{number: i, data: a.picture, dpi: float64(dpi)})
			done()
		})
		return nil
	})
}

// lookAtDrawn reads the picture of a page, without data if it could not be drawn.
func (d *document) lookAtDrawn(ctx context.Context, p pdfPage, drawn ocrPicture) (pdfPage, verdict) {
	if drawn.data == nil {
		return p, unreadScan("the page cannot be rendered")
	}
	return d.lookAtPage(ctx, p, drawn)
}

// look reads the pictures of pages where that is wanted and possible, and
// writes all pages. It comes after the reading proper, with time of its own:
// seconds a page.
func (d *document) look(ctx context.Context, pages []pdfPage, verdicts []verdict) error {
	which := d.toLook(pages, verdicts)
	left := d.recallPages(ctx, which, pages, verdicts)
	if len(left) == 0 || d.noOCR != nil {
		d.tellOCR(which, verdicts)
		return d.writePages(pages, verdicts)
	}
	limited, cancel := d.timeForOCR(ctx, len(left))
	defer cancel()
	err := d.lookAt(limited, left, pages, verdicts)
	d.storeOCR()
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

// recallPages puts what is kept of pages in the place of their text. It returns
// the pages of which nothing is.
func (d *document) recallPages(
	ctx context.Context, which []int, pages []pdfPage, verdicts []verdict,
) (left []int) {
	if len(which) == 0 || !d.recallOCR(ctx) {
		return nil
	}
	for _, i := range which {
		if v, ok := d.recall(&pages[i], ocrPicture{number: i, dpi: float64(d.dots(pages[i]))}); ok {
			verdicts[i] = v
		} else {
			left = append(left, i)
		}
	}
	return left
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
