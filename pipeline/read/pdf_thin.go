package read

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// Where a font is not in the file, pdfium takes its characters for points
// without size. A text of one character, and a line of text turned by a
// quarter, then have no width, and pdfium leaves texts without width out,
// silently. A pen that draws their outline gives them one.

const (
	thinText  = 0.01 // points: narrower texts are left out
	penWidth  = 0.1  // points
	fontsSeen = 50   // objects at either end of a page whose fonts are looked at
	formsDeep = 4    // forms in forms
)

// widen gives width to the texts of a page that have none, and tells whether
// that was not called for because the fonts are in the file. It must be done
// before the page's characters are asked for.
func (r *pageReader) widen() (embedded bool, err error) {
	embedded = true
	for i := 0; i < len(r.objects) && embedded; i++ {
		if i == fontsSeen {
			i = max(i, len(r.objects)-fontsSeen)
		}
		embedded, err = r.eachText(i, formsDeep, r.embedded)
		if err != nil {
			return false, err
		}
	}
	for i := 0; i < len(r.objects) && !embedded; i++ {
		if _, err := r.eachText(i, formsDeep, r.outlined); err != nil {
			return false, err
		}
	}
	return embedded, nil
}

// eachText calls do with the text that an object of the page is, or with those
// in the form that it is, until do is false.
func (r *pageReader) eachText(index, depth int, do func(references.FPDF_PAGEOBJECT) (bool, error)) (bool, error) {
	object, err := r.object(index)
	if err != nil {
		return false, err
	}
	if object.kind != enums.FPDF_PAGEOBJ_TEXT && object.kind != enums.FPDF_PAGEOBJ_FORM {
		return true, nil
	}
	handle, err := r.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: r.page, Index: index})
	if err != nil {
		return false, err
	}
	return r.eachTextIn(handle.PageObject, object.kind, depth, do)
}

func (r *pageReader) eachTextIn(object references.FPDF_PAGEOBJECT, kind enums.FPDF_PAGEOBJ, depth int,
	do func(references.FPDF_PAGEOBJECT) (bool, error),
) (bool, error) {
	switch {
	case kind == enums.FPDF_PAGEOBJ_TEXT:
		return do(object)
	case kind != enums.FPDF_PAGEOBJ_FORM || depth == 0:
		return true, nil
	}
	count, err := r.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: object})
	if err != nil {
		return true, nil // an empty form
	}
	for i := range count.Count {
		inner, err := r.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: object, Index: uint64(i)})
		if err != nil {
			return false, err
		}
		kind, err := r.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: inner.PageObject})
		if err != nil {
			return false, err
		}
		if ok, err := r.eachTextIn(inner.PageObject, kind.Type, depth-1, do); !ok || err != nil {
			return ok, err
		}
	}
	return true, nil
}

// embedded tells whether the font of a text is in the file.
func (r *pageReader) embedded(text references.FPDF_PAGEOBJECT) (bool, error) {
	font, err := r.FPDFTextObj_GetFont(&requests.FPDFTextObj_GetFont{PageObject: text})
	if err != nil {
		return false, nil // a text without a font
	}
	is, err := r.FPDFFont_GetIsEmbedded(&requests.FPDFFont_GetIsEmbedded{Font: font.Font})
	return err == nil && is.IsEmbedded, nil
}

// outlined has a text without width drawn with a pen, and its place reckoned anew.
func (r *pageReader) outlined(text references.FPDF_PAGEOBJECT) (bool, error) {
	b, err := r.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: text})
	if err == nil && b.Right-b.Left > thinText {
		return true, nil
	}
	_, err = r.FPDFTextObj_SetTextRenderMode(&requests.FPDFTextObj_SetTextRenderMode{
		PageObject: text, TextRenderMode: enums.FPDF_TEXTRENDERMODE_FILL_STROKE})
	if err != nil {
		return false, err
	}
	pen := &requests.FPDFPageObj_SetStrokeWidth{PageObject: text, StrokeWidth: penWidth}
	if _, err := r.FPDFPageObj_SetStrokeWidth(pen); err != nil {
		return false, err
	}
	_, err = r.FPDFPageObj_Transform(&requests.FPDFPageObj_Transform{
		PageObject: text, Transform: structs.FPDF_FS_MATRIX{A: 1, D: 1}})
	return err == nil, err
}
