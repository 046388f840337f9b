package read

import (
	"context"
	"errors"
	"fmt"

	"taizhang/report"
)

// docx is a Word document on its way: what its parts say, and where the lists
// in its text have got to.
type docx struct {
	*container
	styles  styles
	numbers *numbering
	notes   []noteRef // in the order of the text
	size    int64     // bytes of text so far
	lines   int       // paragraphs and cells so far
}

// noteRef names a footnote or endnote where the text refers to it.
type noteRef struct{ part, id string }

// readEncrypted refuses a DOCX with a password: Word puts it whole into a
// container of its old format.
func readEncrypted(context.Context, *document) error { return refusePassword() }

// readDocx reads a Word document: the text as it shows when all tracked
// changes are accepted and automatic numbers are printed. Notes follow at the
// end; headers, footers and comments are no part of the text.
func readDocx(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutParagraphs
	c, err := openContainer(ctx, d)
	if err != nil {
		return containerError("docx", err)
	}
	w := &docx{container: c}
	blocks, err := w.document()
	if err != nil {
		return containerError("docx", err)
	}
	writer{d.out, 0}.write(blocks)
	return nil
}

// document reads all parts and returns the blocks of the text and its notes.
func (w *docx) document() ([]block, error) {
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	parts, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	if w.styles, err = w.readStyles(parts["styles"]); err != nil {
		return nil, err
	}
	if w.numbers, err = w.readNumbering(parts["numbering"]); err != nil {
		return nil, err
	}
	blocks, err := w.body(main)
	if err != nil {
		return nil, err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		notes, err := w.readNotes(parts[kind+"s"], kind)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, notes...)
	}
	return blocks, nil
}

func (w *docx) mainPart() (string, error) {
	top, err := w.relations("")
	if err != nil {
		return "", err
	}
	for _, name := range []string{top["officeDocument"], "word/document.xml"} {
		if name != "" && w.has(name) {
			return name, nil
		}
	}
	return "", errors.New("it has no part with the text")
}

// body reads the blocks of the main part.
func (w *docx) body(part string) ([]block, error) {
	x, done, err := w.open(part)
	if err != nil {
		return nil, err
	}
	defer done()
	var blocks []block
	err = x.each(func(e element) error {
		if e.name != "w:document" {
			return x.skip()
		}
		return x.each(func(e element) error {
			if e.name != "w:body" {
				return x.skip()
			}
			found, err := w.blocks(x)
			blocks = append(blocks, found...)
			return err
		})
	})
	return blocks, err
}

// readNotes returns the notes of a part in the order in which the text refers
// to them.
func (w *docx) readNotes(part, kind string) ([]block, error) {
	if part == "" || !w.has(part) {
		return nil, nil
	}
	x, done, err := w.open(part)
	if err != nil {
		return nil, err
	}
	defer done()
	byID := map[string][]block{}
	order := w.notes // notes may refer to notes no more
	err = x.each(func(e element) error {
		return x.each(func(e element) error {
			if e.name != "w:"+kind {
				return x.skip()
			}
			found, err := w.blocks(x)
			byID[e.attr("id")] = found
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	var notes []block
	for _, ref := range order {
		if ref.part != kind {
			continue
		}
		for _, b := range byID[ref.id] {
			if b.line.Role == report.RoleBody && !b.empty() {
				b.line.Role = report.RoleNote
			}
			notes = append(notes, b)
		}
	}
	return notes, nil
}

// count counts a paragraph, or a cell, against the limit.
func (w *docx) count() error {
	if w.lines++; w.lines > w.limits.Lines {
		return refuseLines(w.limits.Lines)
	}
	return nil
}

// grow counts text against the limit.
func (w *docx) grow(n int) error {
	if w.size += int64(n); w.size > w.limits.TextBytes {
		return refuseSize(fmt.Sprintf("more than %s of text", megabytes(w.limits.TextBytes)))
	}
	return nil
}
