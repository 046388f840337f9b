package web

import (
	"compress/gzip"
	"net/http"
	"strings"
)

// compressed packs answers for who takes gzip, but not those that come a line at
// a time, and not what is packed already.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if !takesGzip(r) || r.Method == http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		z := &gzipWriter{ResponseWriter: w}
		defer z.close()
		next.ServeHTTP(z, r)
	})
}

func takesGzip(r *http.Request) bool {
	for one := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(one), ";")
		if name == "gzip" && strings.ReplaceAll(quality, " ", "") != "q=0" {
			return true
		}
	}
	return false
}

// gzipWriter begins to pack with the first byte of an answer that is text.
type gzipWriter struct {
	http.ResponseWriter
	begun bool
	pack  *gzip.Writer // nil: the answer goes out as it is
}

func (z *gzipWriter) WriteHeader(status int) {
	if !z.begun {
		z.begin(status)
	}
	z.ResponseWriter.WriteHeader(status)
}

func (z *gzipWriter) begin(status int) {
	z.begun = true
	h := z.Header()
	if !isText(h.Get("Content-Type")) || h.Get("Content-Encoding") != "" ||
		status == http.StatusNoContent || status == http.StatusNotModified {
		return
	}
	h.Set("Content-Encoding", "gzip")
	h.Del("Content-Length")
	z.pack = gzip.NewWriter(z.ResponseWriter)
}

func isText(kind string) bool {
	kind, _, _ = strings.Cut(kind, ";")
	switch kind {
	case "application/json", "application/problem+json", "image/svg+xml", "text/javascript":
		return true
	}
	return strings.HasPrefix(kind, "text/")
}

func (z *gzipWriter) Write(p []byte) (int, error) {
	if !z.begun {
		z.begin(http.StatusOK)
	}
	if z.pack == nil {
		return z.ResponseWriter.Write(p)
	}
	return z.pack.Write(p)
}

// Unwrap lets http.ResponseController through.
func (z *gzipWriter) Unwrap() http.ResponseWriter { return z.ResponseWriter }

func (z *gzipWriter) close() {
	if z.pack != nil {
		_ = z.pack.Close() // the reader has gone: nobody is left to tell
	}
}
