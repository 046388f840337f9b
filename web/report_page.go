package web

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// reportPagePage is a page of a report's original: its picture with the facts
// framed, and what was read on it.
type reportPagePage struct {
	Head    reportHead
	Page    service.PageOfReport
	Picture pagePicture
	Facts   []pageFact
	Before  string // addresses of the pages before and behind; empty: there is none
	Behind  string
}

// pageFact is a fact on a page.
type pageFact struct {
	ID, What, Value string
	Mode            report.Modality
	Note            factNote
	Frames          []svgBox
}

func (s *server) reportPage(_ http.ResponseWriter, r *http.Request) (any, error) {
	id := r.PathValue("id")
	number, err := pageNumber(r)
	if err != nil {
		return nil, err
	}
	one, err := s.service.Report(id)
	if err != nil {
		return nil, err
	}
	head, err := s.reportHead(one, "pages")
	if err != nil {
		return nil, err
	}
	page, err := s.service.ReportPage(r.Context(), id, number)
	if err != nil {
		return nil, err
	}
	out := reportPagePage{Head: head, Page: page}
	out.Picture = pictureOf(id, service.PageShape{Number: number, Width: page.Width, Height: page.Height})
	for i := range page.Facts {
		n := noteOf(&page.Facts[i].Fact)
		f := pageFact{ID: n.ID, What: n.What, Value: n.Value, Mode: n.Mode, Note: n}
		for _, frame := range page.Facts[i].Frames {
			f.Frames = append(f.Frames, boxOf(frame))
		}
		out.Facts = append(out.Facts, f)
	}
	if number > 1 {
		out.Before = pageURL(id, number-1)
	}
	if number < page.Of {
		out.Behind = pageURL(id, number+1)
	}
	return out, nil
}

func pageURL(id string, number int) string {
	return "/reports/" + url.PathEscape(id) + "/pages/" + strconv.Itoa(number)
}

func pageNumber(r *http.Request) (int, error) {
	n, err := strconv.Atoi(r.PathValue("number"))
	if err != nil || n < 1 {
		return 0, errNoPage
	}
	return n, nil
}

// reportPicture answers with a page's picture. The address is made of the
// document's content, so that browsers may keep it.
func (s *server) reportPicture(w http.ResponseWriter, r *http.Request) error {
	number, err := pageNumber(r)
	if err != nil {
		return err
	}
	picture, err := s.service.PagePicture(r.Context(), r.PathValue("id"), number)
	if errors.Is(err, pipeline.ErrNoPicture) {
		err = library.ErrNoReport
	}
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", "private, max-age=86400")
	_, _ = w.Write(picture.PNG)
	return nil
}

// reportOriginal hands out the document a report was made of, by its own name.
func (s *server) reportOriginal(_ http.ResponseWriter, r *http.Request) (any, error) {
	one, err := s.service.Report(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	data, err := s.service.Original(one.Hash)
	return download{name: one.Name, kind: "application/octet-stream", write: func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}}, err
}
