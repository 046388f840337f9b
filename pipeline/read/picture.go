package read

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/jpeg" // for image.DecodeConfig
	_ "image/png"

	"taizhang/report"
)

// sheetWidth is the width of a sheet of A4 in inches: what a picture of a page
// is taken for.
const sheetWidth = 8.27

// readPicture reads the picture of a page by OCR.
func readPicture(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutVisual
	shape, _, err := image.DecodeConfig(bytes.NewReader(d.data))
	if err != nil || shape.Width <= 0 || shape.Height <= 0 {
		return damaged("picture", err)
	}
	if most := d.options.Limits.Pixels; shape.Width > most/shape.Height {
		return refuseSize(fmt.Sprintf("%d by %d pixels, more than %d in all", shape.Width, shape.Height, most))
	}
	if d.ocr.ready(ctx) != nil {
		return d.refuseNeedsOCR("the file is a picture")
	}
	d.later = func(ctx context.Context) error {
		dpi := pictureDPI(shape.Width)
		page := pdfPage{
			number: 1, width: float64(shape.Width) * pointsInch / dpi, height: float64(shape.Height) * pointsInch / dpi,
		}
		page, v := d.lookAtPage(ctx, page, d.data, dpi)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.tellOCR([]int{0}, []verdict{v})
		return d.writePages([]pdfPage{page}, []verdict{v})
	}
	return nil
}

// pictureDPI is how many dots an inch a picture of so many dots across has,
// taken for a sheet.
func pictureDPI(width int) float64 { return min(max(float64(width)/sheetWidth, leastDPI), 600) }
