package read

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// ofdPicture is a picture on a page.
type ofdPicture struct {
	box ofdBox
	id  string // of its resource
}

// ofdScan is what shows of a page that is made of pictures.
type ofdScan struct {
	pictures  []ofdPicture // from top to bottom
	resources *ofdResources
	first     int // number of the first of them in the document
}

// leastPicture is the share of the page from which on a picture may be part of
// a scan: smaller ones are seals, logos and bar codes.
const leastPicture = 0.02

// imageObject notes a picture.
func (c *ofdContent) imageObject(e element) {
	b, ok := parseBox(e.attr("Boundary"))
	whole := c.box.width * c.box.height
	if !ok || b.width*b.height < leastPicture*whole {
		return
	}
	c.covered += b.width * b.height
	c.text.picture = c.covered > wholePage*whole
	c.pictures = append(c.pictures, ofdPicture{b, e.attr("ResourceID")})
}

// mostPictures bounds the pictures that OCR reads of a page.
const mostPictures = 256

// scan returns the pictures of a page, in the order in which they are read.
func (c *ofdContent) scan(resources *ofdResources) ofdScan {
	s := ofdScan{pictures: c.pictures, resources: resources, first: c.seen}
	slices.SortStableFunc(s.pictures, func(a, b ofdPicture) int {
		return cmp.Or(cmp.Compare(a.box.y, b.box.y), cmp.Compare(a.box.x, b.box.x))
	})
	c.seen += len(s.pictures)
	return s
}

// look reads the pages of which there are only pictures, where that is wanted
// and possible, and writes all pages.
func (o *ofd) look(ctx context.Context, pages []pdfPage, verdicts []verdict) error {
	d := o.out
	which := d.toLook(pages, verdicts)
	if len(which) == 0 || !d.recallOCR(ctx) {
		return d.writePages(pages, verdicts)
	}
	limited, cancel := d.timeForOCR(ctx, len(which))
	defer cancel()
	done := d.counter(len(which))
	d.sideBySide(len(which), func(n int) {
		i := which[n]
		pages[i], verdicts[i] = o.lookAtScan(limited, pages[i], o.scans[i])
		done()
	})
	d.storeOCR()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	d.tellOCR(which, verdicts)
	return d.writePages(pages, verdicts)
}

// lookAtScan reads the pictures of a page one after the other. Pictures without
// text, as blank strips, are passed over where others have some.
func (o *ofd) lookAtScan(ctx context.Context, p pdfPage, s ofdScan) (pdfPage, verdict) {
	out := pdfPage{number: p.number, width: p.width, height: p.height}
	if len(s.pictures) > mostPictures {
		return p, unreadScan(fmt.Sprintf("the page is made of %d pictures", len(s.pictures)))
	}
	var best verdict
	tables, lost := 0, 0
	for i, shown := range s.pictures {
		part, v := o.lookAtPicture(ctx, shown, s, s.first+i)
		if i == 0 || best.scan && !v.scan {
			best = v
		}
		if v.scan {
			lost++
			continue
		}
		most := tables
		for _, l := range part.lines {
			if l.cells != nil {
				l.table += tables
				most = max(most, l.table)
			}
			out.lines = append(out.lines, l)
		}
		tables = most
		out.text.plus(part.text)
	}
	if best.scan {
		return p, best
	}
	if lost > 0 {
		best.reason += fmt.Sprintf("; nothing was read of %d of its %d pictures", lost, len(s.pictures))
	}
	return out, best
}

// lookAtPicture reads a picture, the one of the given number in the document.
func (o *ofd) lookAtPicture(ctx context.Context, shown ofdPicture, s ofdScan, number int) (pdfPage, verdict) {
	data, err := o.pictureFile(s.resources, shown.id)
	if err != nil {
		return pdfPage{}, unreadScan("the picture of the page cannot be read: " + err.Error())
	}
	sizes, err := pictureSizes(data, 1)
	if err != nil {
		return pdfPage{}, unreadScan("the picture of the page is of a kind that OCR cannot read")
	}
	if err := o.out.checkPixels(sizes[0]); err != nil {
		return pdfPage{}, unreadScan(err.Error())
	}
	const inch = 25.4 // in mm
	of := ocrPicture{
		number: number, data: data, dpi: float64(sizes[0].X) * inch / shown.box.width,
		x: shown.box.x * pointsPerMM, y: shown.box.y * pointsPerMM,
	}
	return o.out.lookAtPage(ctx, pdfPage{}, of)
}

// pictureFile returns the bytes of a picture. Pages are read side by side.
func (o *ofd) pictureFile(r *ofdResources, id string) ([]byte, error) {
	o.reading.Lock()
	defer o.reading.Unlock()
	return o.bytes(o.file(r, id))
}
