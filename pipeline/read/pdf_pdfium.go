package read

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// pages reads all pages of a file with an engine of its own.
func (p *pdfiumPool) pages(ctx context.Context, q pdfQuestion, tell func(pdfAnswer) error) error {
	return p.open(ctx, q, func(instance *sandbox, file references.FPDF_DOCUMENT) error {
		count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: file})
		switch {
		case err != nil:
			return err
		case count.PageCount > q.Pages:
			return fmt.Errorf("%w: %d, more than %d", errTooMany, count.PageCount, q.Pages)
		case count.PageCount == 0:
			return errPageless
		}
		for i := range count.PageCount {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			page, err := readPage(instance, file, i)
			if err != nil && !isPdfium(err) {
				return err
			}
			page.err = err
			if err := tell(pdfAnswer{page: page}); err != nil {
				return err
			}
		}
		return nil
	})
}

// open has read read a file. An engine that failed is not used again; what
// pdfium says of the file is no failure.
func (p *pdfiumPool) open(
	ctx context.Context, q pdfQuestion, read func(*sandbox, references.FPDF_DOCUMENT) error,
) (err error) {
	instance, giveBack, err := p.borrow(ctx)
	if err != nil {
		return err
	}
	sound := false
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("PDF reader gave up: %v", p)
		}
		giveBack(sound)
	}()
	ask := &requests.OpenDocument{File: &q.Data}
	if q.Password != "" {
		ask.Password = &q.Password
	}
	file, err := instance.OpenDocument(ask)
	if err != nil {
		sound = isPdfium(err)
		return openError(shortened(err))
	}
	err = shortened(read(instance, file.Document))
	sound = err == nil || isPdfium(err) ||
		errors.Is(err, errTooMany) || errors.Is(err, errPageless) || errors.Is(err, ErrNoPicture)
	return err
}

// shortened returns what stopped in the sandbox without the list of where.
func shortened(err error) error {
	if err == nil {
		return nil
	}
	line := firstLine(err.Error())
	switch {
	case strings.Contains(line, "unreachable"): // pdfium's way to end without memory
		return saidError{"the PDF reader stopped, most likely for want of memory", err}
	case line != err.Error():
		return saidError{line, err}
	}
	return err
}

func openError(err error) error {
	if errors.Is(err, pdfiumerrors.ErrPassword) || errors.Is(err, pdfiumerrors.ErrSecurity) {
		return errPassword
	}
	if errors.Is(err, pdfiumerrors.ErrFormat) || errors.Is(err, pdfiumerrors.ErrFile) {
		return fmt.Errorf("%w: %w", errFormat, err)
	}
	return err
}

// isPdfium tells what pdfium says of a document from a failure of the sandbox,
// after which the instance must not be used again.
func isPdfium(err error) bool {
	for _, e := range []error{
		pdfiumerrors.ErrUnknown, pdfiumerrors.ErrFile, pdfiumerrors.ErrFormat,
		pdfiumerrors.ErrPassword, pdfiumerrors.ErrSecurity, pdfiumerrors.ErrPage,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// pageReader reads the characters of one open page.
type pageReader struct {
	*sandbox
	page requests.Page
	text references.FPDF_TEXTPAGE
	// where page and text are in the sandbox
	pageAddress, textAddress uint64

	frame frame
	sizes map[int]float64 // font size by height of the character's box

	objects []pageObject // what the page is made of, as far as it was asked for
}

func readPage(instance *sandbox, file references.FPDF_DOCUMENT, index int) (pdfPage, error) {
	p := pdfPage{number: index + 1}
	err := onPage(instance, file, index, func(r *pageReader) error {
		p.width, p.height = r.frame.width, r.frame.height
		if err := r.pictures(&p.text); err != nil {
			return err
		}
		var err error
		if p.text.embedded, err = r.widen(); err != nil {
			return err
		}
		return r.withText(func() error {
			glyphs, err := r.glyphs()
			if err != nil {
				return err
			}
			p.text.count(glyphs)
			p.text.silent = len(glyphs) == 0
			p.lines = layout(glyphs, r.frame, r.rules)
			r.styles(p.lines)
			return nil
		})
	})
	return p, err
}

// onPage does something with a page, numbered from 0, while it is open.
func onPage(instance *sandbox, file references.FPDF_DOCUMENT, index int, do func(*pageReader) error) (err error) {
	loaded, err := instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: file, Index: index})
	if err != nil {
		return err
	}
	defer func() {
		_, closing := instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
		err = errors.Join(err, closing)
	}()
	r := &pageReader{sandbox: instance, pageAddress: instance.direct.page, page: requests.Page{ByReference: &loaded.Page}, sizes: map[int]float64{}}
	if r.frame, err = r.readFrame(); err != nil {
		return err
	}
	if err = r.countObjects(); err != nil {
		return err
	}
	return do(r)
}

// withText does something with the page's characters.
func (r *pageReader) withText(do func() error) (err error) {
	text, err := r.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: r.page})
	if err != nil {
		return err
	}
	defer func() {
		_, closing := r.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
		err = errors.Join(err, closing)
	}()
	r.text, r.textAddress = text.TextPage, r.direct.text
	return do()
}

// readFrame asks for the box of the page and how it is turned for display.
func (r *pageReader) readFrame() (frame, error) {
	size, err := r.GetPageSize(&requests.GetPageSize{Page: r.page})
	if err != nil {
		return frame{}, err
	}
	f := frame{width: size.Width, height: size.Height}
	turn, err := r.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: r.page})
	if err != nil {
		return frame{}, err
	}
	f.turn = int(turn.PageRotation)
	box, err := r.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: r.page})
	if err != nil {
		return frame{}, err
	}
	f.left, f.bottom = float64(box.Rect.Left), float64(box.Rect.Bottom)
	f.right, f.top = float64(box.Rect.Right), float64(box.Rect.Top)
	return f, nil
}

// glyphs reads the characters in the order of the file.
func (r *pageReader) glyphs() ([]glyph, error) {
	codes, err := r.codes()
	if err != nil {
		return nil, err
	}
	glyphs := make([]glyph, 0, len(codes))
	for i, code := range codes {
		if code == '\r' || code == '\n' {
			continue // pdfium's own, by its guess where lines end
		}
		g, ok := r.glyph(i, code)
		if !ok {
			continue
		}
		if n := len(glyphs); n > 0 && follows(glyphs[n-1], g) {
			g.angle = glyphs[n-1].angle
		} else if g.angle, err = r.angle(i); err != nil {
			return nil, err
		}
		glyphs = append(glyphs, g)
	}
	return joinSurrogates(glyphs), nil
}

// codes returns pdfium's codes of all characters. Every question to the
// sandbox has its price, so they are asked for in one, unless characters
// without a code leave gaps in the answer.
func (r *pageReader) codes() ([]uint, error) {
	count, err := r.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: r.text})
	if err != nil {
		return nil, err
	}
	codes := make([]uint, 0, count.Count)
	text, err := r.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: r.text, Count: count.Count})
	if err == nil {
		for _, c := range strings.TrimSuffix(text.Text, "\x00") {
			codes = append(codes, uint(c))
		}
		if len(codes) == count.Count && !slices.Contains(codes, utf8.RuneError) {
			return codes, nil
		}
		codes = codes[:0]
	}
	for i := range count.Count {
		code, err := r.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
		if err != nil {
			return nil, err
		}
		codes = append(codes, code.Unicode)
	}
	return codes, nil
}

// glyph reads the place of a character; ok is false for one that has none.
func (r *pageReader) glyph(i int, code uint) (g glyph, ok bool) {
	b, err := r.direct.charBox(r.textAddress, i)
	if err != nil {
		return g, false // pdfium has no box for what it added itself
	}
	g = glyph{r: character(code), index: i, box: r.frame.display(
		min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))}
	return g, g.box.Width > 0 || g.box.Height > 0
}

// angle returns the direction of a character as it shows.
func (r *pageReader) angle(i int) (float64, error) {
	a, err := r.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: r.text, Index: i})
	if err != nil {
		return 0, err
	}
	return r.frame.displayAngle(float64(a.CharAngle)), nil
}

// follows tells whether b stands right after a on a level line, so that both
// have the same direction.
func follows(a, b glyph) bool {
	gap := b.box.X - a.right()
	return a.angle == 0 && math.Abs(a.foot()-b.foot()) < 0.05*a.box.Height &&
		math.Abs(a.box.Height-b.box.Height) < 0.05*a.box.Height && math.Abs(gap) < a.box.Height
}

// styles asks for font size and weight at both ends of every line.
func (r *pageReader) styles(lines []visualLine) {
	for i := range lines {
		l := &lines[i].line
		first, last := lines[i].first, lines[i].last
		l.Size = r.size(first)
		l.Bold = r.bold(first) && r.bold(last)
	}
}

// size returns the font size of a character as it shows on the page, which is
// the font's own size times the scale of its matrix.
func (r *pageReader) size(g glyph) float64 {
	key := int(math.Round(g.box.Height * 50))
	if s, ok := r.sizes[key]; ok {
		return s
	}
	size, err := r.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: g.index})
	if err != nil {
		return 0
	}
	s := size.FontSize
	m, err := r.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: g.index})
	if err == nil {
		if scale := math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D)); scale > 0 {
			s *= scale
		}
	}
	s = math.Round(s*100) / 100
	r.sizes[key] = s
	return s
}

func (r *pageReader) bold(g glyph) bool {
	ask := &requests.FPDFText_GetFontInfo{TextPage: r.text, Index: g.index}
	info, err := r.FPDFText_GetFontInfo(ask)
	if err == nil && strings.Contains(strings.ToLower(info.FontName), "bold") {
		return true
	}
	w, err := r.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.text, Index: g.index})
	return err == nil && w.FontWeight >= 600 && w.FontWeight <= 1000
}
