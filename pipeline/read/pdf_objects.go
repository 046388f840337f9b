package read

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// pageObject is a piece of a page: a text, a path, a picture, a form. Every
// question to the sandbox has its price, so each is asked for once.
type pageObject struct {
	known bool
	kind  enums.FPDF_PAGEOBJ
	ref   references.FPDF_PAGEOBJECT
}

func (r *pageReader) countObjects() error {
	count, err := r.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: r.page})
	if err == nil {
		r.objects = make([]pageObject, max(count.Count, 0))
	}
	return err
}

func (r *pageReader) object(i int) (pageObject, error) {
	if r.objects[i].known {
		return r.objects[i], nil
	}
	object, err := r.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: r.page, Index: i})
	if err != nil {
		return pageObject{}, err
	}
	r.objects[i], err = r.kind(object.PageObject)
	return r.objects[i], err
}

// kind asks what an object is.
func (r *pageReader) kind(object references.FPDF_PAGEOBJECT) (pageObject, error) {
	kind, err := r.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return pageObject{}, err
	}
	return pageObject{true, kind.Type, object}, nil
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
			t.picture = t.picture || r.covers(object.ref)
		case enums.FPDF_PAGEOBJ_TEXT:
			t.objects++
			mode, err := r.FPDFTextObj_GetTextRenderMode(
				&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.ref})
			t.invisible = t.invisible ||
				err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
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
func (r *pageReader) covers(object references.FPDF_PAGEOBJECT) bool {
	b, err := r.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return false
	}
	area := float64(b.Right-b.Left) * float64(b.Top-b.Bottom)
	return area > 0.5*r.frame.width*r.frame.height
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
		b, err := r.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.ref})
		if err == nil {
			box := r.frame.display(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))
			out = append(out, rulesOf(box)...)
		}
	}
	return out
}
