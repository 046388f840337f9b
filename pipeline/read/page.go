package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"taizhang/report"
)

// PagePicture is what a page looks like, and where its characters stand on it.
type PagePicture struct {
	PNG           []byte
	Width, Height float64 // of the page, in points: what boxes are measured in
	Characters    []Character
}

// Character is a character that shows on a page.
type Character struct {
	Rune rune
	Box  report.Box // in points from the top left corner
}

// ErrNoPicture is the error of a document whose format has no pages to draw,
// and of a page that is not there.
var ErrNoPicture = errors.New("there is no picture of this page")

// Picture draws a page of a document, numbered from 1, at so many dots an inch,
// or at fewer where the limits do not allow as many pixels. The error wraps
// ErrNoPicture, or is a *report.Refusal.
func (r *Reader) Picture(ctx context.Context, data []byte, page, dpi int) (PagePicture, error) {
	ctx, cancel := context.WithTimeout(ctx, r.options.Limits.Time)
	defer cancel()
	d := &document{data: data, Reader: r, out: &builder{}}
	var out PagePicture
	err := guarded("page", func() (err error) {
		switch {
		case checkSize(d, r.options.Limits) != nil || page < 1:
			return ErrNoPicture
		case isPDF(d):
			out, err = d.drawPDF(ctx, page-1, dpi)
		case isPicture(d):
			out, err = d.redraw(page-1, dpi)
		default:
			return ErrNoPicture
		}
		return err
	})
	if err != nil {
		return PagePicture{}, fmt.Errorf("page %d: %w", page, err)
	}
	return out, nil
}

// drawPDF draws a page of a PDF, numbered from 0.
func (d *document) drawPDF(ctx context.Context, index, dpi int) (PagePicture, error) {
	out, err := d.portray(ctx, index, dpi)
	if errors.Is(err, errFormat) {
		if data, ok := rebuildPDF(d.data); ok {
			d.rebuilt = data
			out, err = d.portray(ctx, index, dpi)
		}
	}
	return out, err
}

func (d *document) portray(ctx context.Context, index, dpi int) (out PagePicture, err error) {
	q := d.question()
	q.Portrait, q.Pixels = &pictureAsked{index, dpi}, d.options.Limits.Pixels
	err = d.pdf.ask(ctx, q, func(a pdfAnswer) error {
		if a.portrait != nil {
			out = *a.portrait
		}
		return nil
	})
	return out, err
}

// portray draws a page with the places of its characters.
func (p *pdfiumPool) portray(ctx context.Context, q pdfQuestion, tell func(pdfAnswer) error) error {
	return p.open(ctx, q, func(instance *sandbox, file references.FPDF_DOCUMENT) error {
		count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: file})
		switch {
		case err != nil:
			return err
		case q.Portrait.Page >= count.PageCount:
			return ErrNoPicture
		}
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: file, Index: q.Portrait.Page}}
		out, err := drawPage(instance, page, q)
		if err != nil {
			return err
		}
		// What cannot be read of the characters leaves their boxes to be guessed.
		out.Characters, err = charactersOf(instance, file, q.Portrait.Page)
		if err != nil && !isPdfium(err) {
			return err
		}
		return tell(pdfAnswer{portrait: &out})
	})
}

// drawPage renders a page in its colours.
func drawPage(instance *sandbox, page requests.Page, q pdfQuestion) (out PagePicture, err error) {
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return out, err
	}
	out.Width, out.Height = size.Width, size.Height
	dots := float64(q.Portrait.DPI)
	if area := out.Width * out.Height / (pointsInch * pointsInch); area > 0 {
		dots = min(dots, math.Sqrt(float64(q.Pixels)/area))
	}
	if dots < 1 {
		return out, ErrNoPicture
	}
	rendered, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: int(dots)})
	if err != nil {
		return out, err
	}
	defer rendered.Cleanup()
	out.PNG, err = encodePNG(rendered.Result.RenderedImage)
	return out, err
}

// charactersOf reads where the characters of a page stand.
func charactersOf(instance *sandbox, file references.FPDF_DOCUMENT, index int) ([]Character, error) {
	var out []Character
	err := onPage(instance, file, index, func(r *pageReader) error {
		if _, err := r.widen(); err != nil {
			return err
		}
		return r.withText(func() error {
			glyphs, err := r.glyphs()
			for _, g := range glyphs {
				if !g.blank() {
					out = append(out, Character{g.r, g.box})
				}
			}
			return err
		})
	})
	return out, err
}

// thinned returns every so many-th pixel of a picture, both ways.
func thinned(p image.Image, step int) image.Image {
	from := p.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, (from.Dx()+step-1)/step, (from.Dy()+step-1)/step))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, p.At(from.Min.X+x*step, from.Min.Y+y*step))
		}
	}
	return out
}

// encodePNG writes a picture as PNG, in grey where it has no colours: a third of
// the size.
func encodePNG(p image.Image) ([]byte, error) {
	if rgba, ok := p.(*image.RGBA); ok {
		p = greyed(rgba)
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, p)
	return out.Bytes(), err
}

// greyed returns a picture in grey if it is all grey, else as it is.
func greyed(p *image.RGBA) image.Image {
	grey := image.NewGray(p.Rect)
	for y := range p.Rect.Dy() {
		from, to := p.Pix[y*p.Stride:], grey.Pix[y*grey.Stride:]
		for x := range p.Rect.Dx() {
			pixel := from[4*x : 4*x+4]
			if pixel[0] != pixel[1] || pixel[1] != pixel[2] {
				return p
			}
			to[x] = pixel[0]
		}
	}
	return grey
}
