package web

import (
	"net/http"
	"net/url"
	"time"
)

// lang is the language of a page: that of the cookie, else that of the
// settings. ?lang=en sets the cookie and goes on to the same page.
type lang string

const (
	chinese lang = "zh"
	english lang = "en"
)

const langCookie = "taizhang-lang"

// Tag is what HTML calls the language.
func (l lang) Tag() string {
	if l == english {
		return "en"
	}
	return "zh-CN"
}

// Name is what the language calls itself.
func (l lang) Name() string {
	if l == english {
		return "English"
	}
	return "中文"
}

// Other is the other language.
func (l lang) Other() lang {
	if l == english {
		return chinese
	}
	return english
}

func (s *server) langOf(r *http.Request) lang {
	c, err := r.Cookie(langCookie)
	if err == nil && (c.Value == string(chinese) || c.Value == string(english)) {
		return lang(c.Value)
	}
	if s.look.Load().Lang == string(english) {
		return english
	}
	return chinese
}

// switchLang takes a choice of language in and goes on to the page without it.
func (s *server) switchLang(w http.ResponseWriter, r *http.Request) bool {
	q := r.URL.Query()
	chosen := lang(q.Get("lang"))
	if r.Method != http.MethodGet || chosen != chinese && chosen != english {
		return false
	}
	http.SetCookie(w, &http.Cookie{Name: langCookie, Value: string(chosen), Path: "/", HttpOnly: true,
		SameSite: http.SameSiteLaxMode, MaxAge: int((365 * 24 * time.Hour).Seconds())})
	q.Del("lang")
	to := url.URL{Path: r.URL.Path, RawQuery: q.Encode()}
	http.Redirect(w, r, to.String(), http.StatusSeeOther)
	return true
}
