package read

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// pageObject is a piece of a page: a text, a path, a picture, a form. Each is
// asked for once.
type pageObject struct {
	kind    enums.FPDF_PAGEOBJ
	address uint64 // in the sandbox; 0: not yet asked for
}

func (r *pageReader) countObjects() error {
	count, err := r.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: r.page})
	if err == nil {
		r.objects = make([]pageObject, max(count.Count, 0))
	}
	return err
}

func (r *pageReader) object(i int) (pageObject, error) {
	o := &r.objects[i]
	var err error
	if o.address == 0 {
		o.address, o.kind, err = r.direct.object(r.pageAddress, i)
	}
	return *o, err
}

// pictures tells whether a picture covers most of the page, whether there is
// text, and whether it is invisible, as OCR programs write it over a picture.
func (r *pageReader) pictures(t *pageText) error {
	for i := range r.objects {
		if i >= firstObjects && i < len(r.objects)-lastObjects {
			continue
		}
		object, err := r.object(i)
		if err != nil {
			return err
		}
		switch object.kind {
		case enums.FPDF_PAGEOBJ_IMAGE:
			t.picture = t.picture || r.covers(object)
		case enums.FPDF_PAGEOBJ_TEXT:
			t.objects++
			mode, err := r.direct.call("FPDFTextObj_GetTextRenderMode", object.address)
			t.invisible = t.invisible || err == nil && enums.FPDF_TEXT_RENDERMODE(int32(mode)) == enums.FPDF_TEXTRENDERMODE_INVISIBLE
		}
	}
	return nil
}

// The picture of a scanned page is drawn first or last; a page of plain text
// may have thousands of objects.
const (
	firstObjects = 40
	lastObjects  = 10
)

// covers tells whether an object covers most of the page.
func (r *pageReader) covers(object pageObject) bool {
	b, err := r.direct.bounds(object.address)
	if err != nil {
		return false
	}
	return (b[2]-b[0])*(b[3]-b[1]) > 0.5*r.frame.width*r.frame.height
}

// rules returns the lines drawn on the page. They are a help; what goes wrong
// with them is left out.
func (r *pageReader) rules() []rule {
	var out []rule
	for i := range min(len(r.objects), mostRules) {
		object, err := r.object(i)
		if err != nil {
			return out
		}
		if object.kind != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		if b, err := r.direct.bounds(object.address); err == nil {
			out = append(out, rulesOf(r.frame.display(b[0], b[1], b[2], b[3]))...)
		}
	}
	return out
}
