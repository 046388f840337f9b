package web

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"taizhang/service"
)

// authorCookie keeps who decides at this browser. It is a signature, no
// permission.
const authorCookie = "taizhang-who"

// authorOf returns who decides at this browser, "" where nobody has said.
func authorOf(r *http.Request) string {
	c, err := r.Cookie(authorCookie)
	if err != nil {
		return ""
	}
	who, err := url.QueryUnescape(c.Value)
	if err != nil || len([]rune(who)) > longestAuthor {
		return ""
	}
	return strings.TrimSpace(who)
}

// longestAuthor is how many characters a name may have.
const longestAuthor = 40

// authorSent returns who sends a form and why: the name in it, which is kept for
// the next one, else the one that was kept. The error is an *InvalidError.
func authorSent(w http.ResponseWriter, r *http.Request) (service.Author, error) {
	a := service.Author{Who: strings.TrimSpace(r.PostFormValue("who")), Why: strings.TrimSpace(r.PostFormValue("why"))}
	if a.Who == "" {
		a.Who = authorOf(r)
	}
	if n := len([]rune(a.Who)); n == 0 || n > longestAuthor {
		return a, &service.InvalidError{Field: "who", Err: &mistake{"want_who", nil, "want who decides"}}
	}
	http.SetCookie(w, &http.Cookie{Name: authorCookie, Value: url.QueryEscape(a.Who), Path: "/", HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int((365 * 24 * time.Hour).Seconds())})
	return a, nil
}
