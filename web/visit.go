package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// visitCookie keeps when this browser looked at the overview in its last visit,
// and when in this one: "1700000000.1700090000".
const visitCookie = "taizhang-visit"

// visitPause is how long nobody looks between two visits.
const visitPause = 3 * time.Hour

// lastVisit returns when this browser's visit before this one ended, the zero
// time where there was none, and notes the present one.
func lastVisit(w http.ResponseWriter, r *http.Request, now time.Time) time.Time {
	var before, current int64
	if c, err := r.Cookie(visitCookie); err == nil {
		a, b, _ := strings.Cut(c.Value, ".")
		before, _ = strconv.ParseInt(a, 10, 64) // a cookie that says something else says nothing
		current, _ = strconv.ParseInt(b, 10, 64)
	}
	if current > 0 && now.Sub(time.Unix(current, 0)) > visitPause {
		before = current
	}
	http.SetCookie(w, &http.Cookie{Name: visitCookie, Value: strconv.FormatInt(before, 10) + "." + strconv.FormatInt(now.Unix(), 10),
		Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int((365 * 24 * time.Hour).Seconds())})
	if before <= 0 {
		return time.Time{}
	}
	return time.Unix(before, 0)
}
