package read

import (
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/ledongthuc/pdf"
)

// The witness is a second PDF reader, written by others from other ideas. It
// reads fewer files than pdfium and some of them for ever, so it lives in a
// process of its own that can be killed, and speaks gob on its standard input
// and output.

// question asks the witness to read a file.
type question struct {
	Data     []byte
	Password string
	Pages    int           // at most so many are read
	Time     time.Duration // after which the process ends itself
}

// statement is one file as the witness read it.
type statement struct {
	Pages []pageSaid
	Error string // why the file could not be read
}

// pageSaid is the text of a page, or why there is none.
type pageSaid struct {
	Text  string
	Error string
}

const (
	witnessMemory = 1 << 30  // bytes of heap over which the process ends itself
	witnessStack  = 64 << 20 // bytes of a goroutine's stack

	witnessGarbage = 400 // percent of growth between collections: files are small
)

// ServeWitness reads the PDF files sent on in and answers on out, until in
// ends. It is meant for a process of its own: it ends the process when a file
// takes too long or too much memory, and keeps what the library prints away
// from standard output.
func ServeWitness(in io.Reader, out io.Writer) error {
	stdout := os.Stdout
	os.Stdout = os.Stderr // the library prints there while it reads
	defer func() { os.Stdout = stdout }()
	debug.SetMaxStack(witnessStack)
	debug.SetGCPercent(witnessGarbage)
	answers, questions := gob.NewEncoder(out), gob.NewDecoder(in)
	for {
		var q question
		if err := questions.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read a question: %w", err)
		}
		guard := guardProcess(q.Time)
		s := testify(q)
		close(guard)
		if err := answers.Encode(s); err != nil {
			return fmt.Errorf("write the answer: %w", err)
		}
	}
}

// guardProcess ends the process when reading takes too long or too much memory.
func guardProcess(limit time.Duration) chan struct{} {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(100 * time.Millisecond)
		defer tick.Stop()
		over := time.After(limit)
		for {
			select {
			case <-done:
				return
			case <-over:
				os.Exit(1)
			case <-tick.C:
				var m runtime.MemStats
				if runtime.ReadMemStats(&m); m.HeapAlloc > witnessMemory {
					os.Exit(1)
				}
			}
		}
	}()
	return done
}

// testify reads a file page by page.
func testify(q question) (s statement) {
	defer func() {
		if p := recover(); p != nil {
			s.Error = fmt.Sprint(p)
		}
	}()
	asked := 0
	password := func() string { // asked until the answer is empty
		if asked++; asked == 1 {
			return q.Password
		}
		return ""
	}
	file, err := pdf.NewReaderEncrypted(bytes.NewReader(q.Data), int64(len(q.Data)), password)
	if err != nil {
		s.Error = err.Error()
		return s
	}
	for n := range min(file.NumPage(), q.Pages) {
		s.Pages = append(s.Pages, speak(file, n+1))
	}
	return s
}

// speak reads one page. Fonts are looked up anew for each: names of fonts mean
// different fonts on different pages.
func speak(file *pdf.Reader, n int) (s pageSaid) {
	defer func() {
		if p := recover(); p != nil {
			s = pageSaid{Error: fmt.Sprint(p)}
		}
	}()
	page := file.Page(n)
	if page.V.IsNull() {
		return pageSaid{Error: "no such page"}
	}
	text, err := page.GetPlainText(nil)
	if err != nil {
		return pageSaid{Error: err.Error()}
	}
	return pageSaid{Text: text}
}
