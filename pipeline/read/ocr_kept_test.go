package read

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"taizhang/report"
)

// ocrStub is a program in tesseract's place. It reads 第N页投资三亿元 on the N-th
// page of what it is given, notes every picture it reads, and its version is
// what stands in a file.
type ocrStub struct{ command, reads, version string }

func newOCRStub(t *testing.T) ocrStub {
	t.Helper()
	dir := t.TempDir()
	s := ocrStub{filepath.Join(dir, "tesseract"), filepath.Join(dir, "reads"), filepath.Join(dir, "version")}
	s.is(t, "1")
	script := `#!/bin/sh
case "$1" in
--list-langs) echo chi_sim; exit;;
--version) cat ` + s.version + `; exit;;
esac
for a; do case "$a" in tessedit_page_number=*) page=${a#*=};; esac; done
size=$(wc -c)
[ "$size" -gt 30 ] || exit 1
echo "$page" >> ` + s.reads + `
printf '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t10\t10\t90\t10\t96\t第%d页投资三亿元\n' $((page + 1))
`
	if err := os.WriteFile(s.command, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s ocrStub) is(t *testing.T, version string) {
	t.Helper()
	if err := os.WriteFile(s.version, []byte("tesseract "+version+"\n libs\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// count returns how many pictures were read since it was asked last.
func (s ocrStub) count() int {
	data, _ := os.ReadFile(s.reads)
	_ = os.Remove(s.reads)
	return strings.Count(string(data), "\n")
}

// memoryStore is an OCRStore.
type memoryStore struct{ sync.Map }

func (m *memoryStore) Load(hash string) []byte {
	v, _ := m.Map.Load(hash)
	data, _ := v.([]byte)
	return data
}

func (m *memoryStore) Store(hash string, data []byte) { m.Map.Store(hash, data) }

// TestOCRKept holds that pictures are read once: not again where they were read
// by the same program, and again where that is another or reads otherwise.
func TestOCRKept(t *testing.T) {
	stub, pdf := newOCRStub(t), serverCommand(t, "pdf")
	for name, data := range scans(t) {
		t.Run(name, func(t *testing.T) {
			store := &memoryStore{}
			read := func(o OCR) (report.Source, error) {
				t.Helper()
				o.Store = store
				r := New(Options{OCR: o, PDF: pdf})
				defer func() { _ = r.Close() }()
				return r.Read(context.Background(), name, data)
			}
			usual := OCR{Mode: OCRAuto, Command: stub.command}
			stub.is(t, "1")
			first, err := read(usual)
			if err != nil {
				t.Fatal(err)
			}
			checkSource(t, first)
			pages := len(first.Pages)
			if n := stub.count(); n != pages {
				t.Fatalf("%d pictures read, want %d", n, pages)
			}
			for i, p := range first.Pages {
				if p.Quality != report.OCR || p.Width == 0 || p.Number != i+1 {
					t.Errorf("page %d: %+v", i+1, p)
				}
			}
			again := func(what string, o OCR, want int) {
				t.Helper()
				source, err := read(o)
				if err != nil {
					t.Fatalf("%s: %v", what, err)
				}
				if n := stub.count(); n != want {
					t.Errorf("%s: %d pictures read, want %d", what, n, want)
				}
				if source.Raw != first.Raw || o.DPI == 0 && fmt.Sprint(source) != fmt.Sprint(first) {
					t.Errorf("%s: got\n%+v\nwant\n%+v", what, source, first)
				}
			}
			again("the same", usual, 0)
			again("without the program", OCR{Mode: OCRAuto, Command: "no-such-tesseract"}, 0)
			stub.is(t, "2")
			again("another version", usual, pages)
			again("another version again", usual, 0)
			if strings.HasSuffix(name, ".pdf") {
				again("another size", OCR{Mode: OCRAuto, Command: stub.command, DPI: 100}, pages)
			}
			if _, err := read(OCR{Mode: OCROff, Command: stub.command}); err == nil {
				t.Error("read although OCR is off")
			}
		})
	}
}
