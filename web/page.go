package web

import (
	"bytes"
	"mime"
	"net/http"
)

// page is a row of allPages: where it is found, the name of its template,
// words, style and test, and what makes its data.
type page struct {
	pattern string // of http.ServeMux
	name    string
	nav     string // its address in the navigation; empty: it is not there
	show    shower
}

// shower makes the data of a page.
type shower func(w http.ResponseWriter, r *http.Request) (any, error)

// redirect is what a page shows instead of itself: the address to go to, as
// after a form was taken in.
type redirect string

// paged makes a handler of a page: data first, then the whole page at once, so
// that an error is never found in the middle of one.
func (s *server) paged(p page) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.switchLang(w, r) {
			return
		}
		if err := readForm(r); err != nil {
			s.showProblem(w, r, err)
			return
		}
		data, err := p.show(w, r)
		if to, ok := data.(redirect); ok && err == nil {
			http.Redirect(w, r, string(to), http.StatusSeeOther)
			return
		}
		if file, ok := data.(download); ok && err == nil {
			if err = file.send(w); err == nil {
				return
			}
		}
		if err != nil {
			s.showProblem(w, r, err)
			return
		}
		if still, ok := data.(*preparing); ok {
			s.render(w, s.view(r, "preparing", still), http.StatusAccepted)
			return
		}
		if again, ok := data.(formAgain); ok {
			v := s.view(r, p.name, again.page)
			v.refused = &again.form
			s.render(w, v, http.StatusBadRequest)
			return
		}
		s.render(w, s.view(r, p.name, data), http.StatusOK)
	})
}

// readForm reads what a form sent. Uploads are read by who takes them.
func readForm(r *http.Request) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.Method != http.MethodPost || err == nil && kind == "multipart/form-data" {
		return nil
	}
	if err := r.ParseForm(); err != nil {
		return badUpload(err)
	}
	return nil
}

func (s *server) render(w http.ResponseWriter, v *view, status int) {
	var out bytes.Buffer
	if err := s.templates[v.Name].ExecuteTemplate(&out, "layout", v); err != nil {
		s.options.Log.Error("page not shown", "page", v.Name, "error", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", v.Lang.Tag())
	w.WriteHeader(status)
	_, _ = out.WriteTo(w) // the reader has gone: nobody is left to tell
}

// noPage answers where there is no page.
func (s *server) noPage(w http.ResponseWriter, r *http.Request) {
	s.showProblem(w, r, s.missing(w, r))
}

// missing tells why nothing answers: the address is none, or not for the method.
func (s *server) missing(w http.ResponseWriter, r *http.Request) error {
	other := *r
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodDelete} {
		other.Method = method
		if _, pattern := s.mux.Handler(&other); pattern != "/" && pattern != "/api/" {
			w.Header().Add("Allow", method)
		}
	}
	if w.Header().Get("Allow") == "" {
		return errNoPage
	}
	return errNotAllowed
}
