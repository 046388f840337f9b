package read

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/gif" // for image.DecodeConfig, as are the others
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"taizhang/report"
)

// sheetWidth is the width of a sheet of A4 in inches: what a picture of a page
// is taken for.
const sheetWidth = 8.27

// readPicture reads the pictures of pages in a file by OCR.
func readPicture(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutVisual
	sizes, err := pictureSizes(d.data, d.options.Limits.Pages)
	if err != nil {
		return err
	}
	for _, s := range sizes {
		if err := d.checkPixels(s); err != nil {
			return err
		}
	}
	if !d.recallOCR(ctx) {
		return d.refuseNeedsOCR("the file is a picture")
	}
	d.later = func(ctx context.Context) error { return d.lookAtPictures(ctx, sizes) }
	return nil
}

// pictureSizes returns the sizes of the pictures in a file, in pixels.
func pictureSizes(data []byte, most int) ([]image.Point, error) {
	if isTIFF(data) {
		return tiffSizes(data, most)
	}
	shape, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || shape.Width <= 0 || shape.Height <= 0 {
		return nil, damaged("picture", err)
	}
	return []image.Point{{X: shape.Width, Y: shape.Height}}, nil
}

func (d *document) checkPixels(size image.Point) error {
	if most := d.options.Limits.Pixels; size.X > most/size.Y {
		return refuseSize(fmt.Sprintf("%d by %d pixels, more than %d in all", size.X, size.Y, most))
	}
	return nil
}

// lookAtPictures reads the pictures of a file, each a page.
func (d *document) lookAtPictures(ctx context.Context, sizes []image.Point) error {
	limited, cancel := d.timeForOCR(ctx, len(sizes))
	defer cancel()
	pages, verdicts := make([]pdfPage, len(sizes)), make([]verdict, len(sizes))
	which := make([]int, len(sizes))
	done := d.counter(len(sizes))
	d.sideBySide(len(sizes), func(i int) {
		dpi := pictureDPI(sizes[i].X)
		width, height := inPoints(sizes[i], dpi)
		page := pdfPage{number: i + 1, width: width, height: height}
		of := ocrPicture{number: i, data: d.data, page: i, dpi: dpi}
		which[i] = i
		pages[i], verdicts[i] = d.lookAtPage(limited, page, of)
		done()
	})
	d.storeOCR()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	d.tellOCR(which, verdicts)
	return d.writePages(pages, verdicts)
}

// pictureDPI is how many dots an inch a picture of so many dots across has,
// taken for a sheet.
func pictureDPI(width int) float64 { return min(max(float64(width)/sheetWidth, leastDPI), mostDPI) }

func inPoints(size image.Point, dpi float64) (width, height float64) {
	return float64(size.X) * pointsInch / dpi, float64(size.Y) * pointsInch / dpi
}

// redraw draws a page of a document that is itself a picture, from 0.
func (d *document) redraw(page, dpi int) (out PagePicture, err error) {
	sizes, err := pictureSizes(d.data, d.options.Limits.Pages)
	if err != nil || page >= len(sizes) || d.checkPixels(sizes[page]) != nil {
		return out, ErrNoPicture
	}
	drawn, err := decodePicture(d.data, page)
	if err != nil {
		return out, ErrNoPicture
	}
	dots := pictureDPI(sizes[page].X)
	out.Width, out.Height = inPoints(sizes[page], dots)
	out.PNG, err = encodePNG(thinned(drawn, max(int(dots)/max(dpi, 1), 1)))
	return out, err
}

func decodePicture(data []byte, page int) (image.Image, error) {
	if isTIFF(data) {
		alone, err := tiffPage(data, page)
		if err != nil {
			return nil, err
		}
		return tiff.Decode(bytes.NewReader(alone))
	}
	drawn, _, err := image.Decode(bytes.NewReader(data))
	return drawn, err
}
