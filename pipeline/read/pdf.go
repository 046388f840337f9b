package read

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"taizhang/report"
)

// pdfPage is one page as a reader saw it.
type pdfPage struct {
	number        int
	width, height float64
	lines         []visualLine
	text          pageText
	err           error // why the page could not be read
}

// visualLine is a line as it stands on the page.
type visualLine struct {
	text        string
	cells       []string // of a table row; nil otherwise
	table       int      // number of the table on its page, from 1
	first, last glyph
	line        report.Line
}

// readPDF reads a PDF with pdfium, has the witness read it too, and gives every
// page a verdict.
func readPDF(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutVisual
	witness := d.witness.start(ctx, d)
	defer witness.stop()
	begun := time.Now()
	pages, err := d.readPdfium(ctx)
	rebuilt := false
	if errors.Is(err, errFormat) {
		if pages, rebuilt = d.readRebuilt(ctx); rebuilt {
			err = nil
		}
	}
	patience := witnessPatience + time.Since(begun)
	if err != nil {
		patience = witnessTime
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errPassword):
		return refusePassword()
	case errors.Is(err, errTooMany):
		return refuseSize(err.Error())
	case err != nil:
		return d.standIn(witness.wait(patience), err)
	}
	second := witness.wait(patience)
	verdicts := make([]verdict, len(pages))
	for i := range pages {
		verdicts[i] = judge(&pages[i])
		verdicts[i] = confront(&pages[i], verdicts[i], second)
		if rebuilt && verdicts[i].quality == report.Good {
			verdicts[i].quality = report.Doubtful
			verdicts[i].reason = "the end of the file was cut off; its objects were looked for"
		}
	}
	if rebuilt {
		d.out.problem(report.Problem{Code: "file_cut_off", Message: "the end of the file was cut off; what is left was read",
			Hint: "compare with the file, or copy or download it again"})
	}
	d.later = func(ctx context.Context) error { return d.look(ctx, pages, verdicts) }
	return nil
}

var (
	errPassword = errors.New("password missing or wrong")
	errTooMany  = errors.New("too many pages")
	errPageless = errors.New("the file has no pages")
	errFormat   = errors.New("no PDF, or its table of objects is lost")
)

// readRebuilt reads a file whose table of objects is lost with a new one. Of
// a page whose content is lost, too, nothing shows, and without their fonts
// pages are garbage; so all must have text, and sound text.
func (d *document) readRebuilt(ctx context.Context) ([]pdfPage, bool) {
	data, ok := rebuildPDF(d.data)
	if !ok {
		return nil, false
	}
	d.rebuilt = data
	pages, err := d.readPdfium(ctx)
	lost := slices.ContainsFunc(pages, func(p pdfPage) bool {
		return len(p.lines) == 0 || judge(&p).quality == report.Unreadable
	})
	return pages, err == nil && !lost
}

// writePages puts pages and verdicts into the source, or refuses a file of
// which no page can be read.
func (d *document) writePages(pages []pdfPage, verdicts []verdict) error {
	readable, scans, tables := 0, 0, 0
	for i, p := range pages {
		v := verdicts[i]
		if v.scan {
			scans++
		}
		d.out.page(report.Page{
			Number: p.number, Quality: v.quality, Reason: v.reason, Width: p.width, Height: p.height,
		})
		if v.problem.Message != "" {
			v.problem.Page = p.number
			d.out.problem(v.problem)
		}
		if v.quality == report.Unreadable {
			continue
		}
		if len(p.lines) > 0 {
			readable++
		}
		tables = d.writeLines(p.lines, tables)
		if int64(d.out.raw.Len()) > d.options.Limits.TextBytes {
			return refuseSize("more than " + megabytes(d.options.Limits.TextBytes) + " of text")
		}
	}
	switch {
	case readable > 0:
		return nil
	case scans > 0:
		return d.refuseNeedsOCR(scanReason(verdicts))
	}
	for _, v := range verdicts {
		if v.quality == report.Unreadable {
			return refuseUnreadable(v.reason)
		}
	}
	return refuseEmpty(fmt.Sprintf("no text on its %d pages", len(pages)))
}

// scanReason says why the pictures of pages were not read.
func scanReason(verdicts []verdict) string {
	for _, v := range verdicts {
		if v.scan {
			return v.reason
		}
	}
	return "the pages are pictures without text"
}

// writeLines adds the lines of a page; tables is the number of tables before.
func (d *document) writeLines(lines []visualLine, tables int) int {
	most := 0
	for _, l := range lines {
		if l.cells == nil {
			d.out.line(l.text, l.line)
			continue
		}
		most = max(most, l.table)
		l.line.Table = tables + l.table
		d.out.row(l.cells, l.line)
	}
	return tables + most
}
