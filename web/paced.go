package web

import (
	"io"
	"net/http"
	"time"
)

// pace is the longest a connection may take.
type pace struct {
	head   time.Duration // of a request
	body   time.Duration // of a form; of an upload, between two pieces
	upload time.Duration // all of it
	answer time.Duration // between two pieces
	idle   time.Duration // between two requests
}

func usualPace() pace {
	return pace{head: 10 * time.Second, body: 30 * time.Second, upload: 30 * time.Minute, answer: time.Minute, idle: 2 * time.Minute}
}

// paced gives each piece of a request and of its answer its own time, so that
// neither work that takes long before the first word nor a long file ends a
// connection, and who sends nothing or takes nothing off it does.
func (p pace) paced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := http.NewResponseController(w)
		if r.ContentLength == 0 { // there is nothing to read for which to be in time
			_ = c.SetReadDeadline(time.Time{})
		} else {
			silence, all := p.bodyTimes(r.URL.Path)
			r.Body = &pacedBody{ReadCloser: r.Body, control: c, silence: silence, until: time.Now().Add(all), left: r.ContentLength}
		}
		next.ServeHTTP(&pacedWriter{w, c, p.answer}, r)
	})
}

// bodyTimes returns how long nothing may come of a body, and how long all of it
// may take.
func (p pace) bodyTimes(path string) (silence, all time.Duration) {
	switch path {
	case importPath, importPage:
		return p.body, p.upload
	case importStreamPath: // of our own client, which reads the files as they are asked for
		return p.upload, 100 * p.upload
	}
	return p.body, p.body
}

// pieceBytes is how much must be taken in the time of a piece.
const pieceBytes = 256 << 10

type pacedWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	each    time.Duration
}

func (p *pacedWriter) WriteHeader(status int) {
	p.extend()
	p.ResponseWriter.WriteHeader(status)
}

func (p *pacedWriter) Write(data []byte) (int, error) {
	written := 0
	for {
		p.extend()
		n, err := p.ResponseWriter.Write(data[:min(pieceBytes, len(data))])
		written += n
		if data = data[n:]; err != nil || len(data) == 0 {
			return written, err
		}
	}
}

// extend gives the next piece its time. A writer without connection has none.
func (p *pacedWriter) extend() { _ = p.control.SetWriteDeadline(time.Now().Add(p.each)) }

// Unwrap lets http.ResponseController through.
func (p *pacedWriter) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// pacedBody is a body that has to come in time.
type pacedBody struct {
	io.ReadCloser
	control *http.ResponseController
	silence time.Duration
	until   time.Time
	left    int64 // bytes that are still to come; negative: nobody knows
}

func (b *pacedBody) Read(p []byte) (int, error) {
	soon := time.Now().Add(b.silence)
	if b.until.Before(soon) {
		soon = b.until
	}
	_ = b.control.SetReadDeadline(soon)
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left == 0 || err == io.EOF {
		_ = b.control.SetReadDeadline(time.Time{}) // what is made of it may take longer
	}
	return n, err
}
