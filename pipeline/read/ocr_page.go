package read

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"taizhang/report"
)

const (
	leastSure  = 50 // mean confidence of a line from which on OCR is believed, of 100
	leastLook  = 4  // characters that a page must have to count as read
	leastDPI   = 72
	mostDPI    = 600 // that tesseract is told; of a picture more are taken as they are
	pointsInch = 72.0
)

// timeForOCR bounds the reading of so many pictures.
func (d *document) timeForOCR(ctx context.Context, n int) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, d.options.Limits.Time+time.Duration(n)*d.options.Limits.OCRTime)
}

// sideBySide does so many pieces of work, as many at once as OCR has workers.
func (d *document) sideBySide(n int, work func(i int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(n, d.ocr.Workers) {
		workers.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
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

// lookAtPage reads the picture of a page, or takes what is kept of it.
func (d *document) lookAtPage(ctx context.Context, p pdfPage, of ocrPicture) (pdfPage, verdict) {
	if v, ok := d.recall(&p, of); ok {
		return p, v
	}
	if d.noOCR != nil {
		return p, unreadScan("a picture that was not read")
	}
	limit := d.options.Limits.OCRTime
	table, err := d.ocr.look(ctx, of, limit)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return p, unreadScan(fmt.Sprintf("OCR took longer than %v", limit))
	case err != nil:
		return p, unreadScan("OCR gave up: " + err.Error())
	}
	d.kept.add(of.number, int(of.dpi), table)
	return p, p.see(table, of.scale())
}

// recall puts what is kept of a page's picture on it.
func (d *document) recall(p *pdfPage, of ocrPicture) (verdict, bool) {
	table, ok := d.kept.table(of.number, int(of.dpi))
	if !ok {
		return verdict{}, false
	}
	return p.see(table, of.scale()), true
}

// see puts the words of tesseract's table on a page, unless they are no text.
func (p *pdfPage) see(table string, at ocrScale) verdict {
	read := readOCRTable(table, at)
	switch {
	case read.text.total < leastLook && read.dropped > 0:
		return unreadScan("OCR is not sure enough of what it read")
	case read.text.total < leastLook:
		return unreadScan("OCR found no text in the picture")
	}
	if why := read.text.implausible(); why != "" {
		return unreadScan("what OCR read is no text")
	}
	p.lines, p.text = read.lines, read.text
	why := fmt.Sprintf("read by OCR, confidence %d of 100", read.confidence)
	if read.dropped > 0 {
		why += fmt.Sprintf("; %d lines left out, of which it was not sure", read.dropped)
	}
	return verdict{quality: report.OCR, reason: why}
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
