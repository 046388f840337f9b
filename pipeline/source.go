package pipeline

import (
	"context"
	"fmt"

	"taizhang/pipeline/read"
	"taizhang/report"
)

// PagePicture is what a page looks like; see read.PagePicture.
type PagePicture = read.PagePicture

// Character is a character that shows on a page; see read.Character.
type Character = read.Character

// ErrNoPicture is the error of a page that cannot be drawn; see
// read.ErrNoPicture.
var ErrNoPicture = read.ErrNoPicture

// Source reads a document and nothing more: its text as it stood. A report that
// was extracted from the same bytes leads back into it. The error is a
// *report.Refusal where the document cannot be read.
func (p *Pipeline) Source(ctx context.Context, name string, data []byte) (report.Source, error) {
	source, err := p.reader.Read(ctx, name, data)
	if err != nil {
		return report.Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	return source, nil
}

// PagePicture draws a page of a document, numbered from 1, at so many dots an
// inch; see read.Reader.Picture.
func (p *Pipeline) PagePicture(ctx context.Context, data []byte, page, dpi int) (PagePicture, error) {
	return p.reader.Picture(ctx, data, page, dpi)
}
