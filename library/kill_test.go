package library

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"taizhang/index"
)

// killLibrary names the variable that makes this test's own binary import into
// a library until it is killed.
const killLibrary = "TAIZHANG_TEST_KILL_LIBRARY"

const killFiles = 120

func TestKilledImportGoesOn(t *testing.T) {
	if dir := os.Getenv(killLibrary); dir != "" {
		o := options(t)
		o.Wait = 10 * time.Second
		imported(t, opened(t, dir, o), numbered(killFiles))
		return
	}
	if testing.Short() {
		t.Skip("starts and kills processes")
	}
	dir := t.TempDir() + "/library"
	r := rand.New(rand.NewPCG(9, 10))
	for kill := range 4 {
		killAfter(t, dir, kill*killFiles/4+r.IntN(killFiles/4))
		l := opened(t, dir, options(t))
		found, _, err := l.Facts(t.Context(), index.Query{}, index.Page{})
		if n := len(l.Reports()); err != nil || len(found) != 2*n {
			t.Errorf("%d facts of %d reports are there (%v), want %d", len(found), n, err, 2*n)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	l := opened(t, dir, options(t))
	imported(t, l, numbered(killFiles))
	sound(t, l, killFiles, 2*killFiles)
}

// killAfter starts an import and kills it when that many reports are stored.
func killAfter(t *testing.T, dir string, reports int) {
	child := exec.Command(os.Args[0], "-test.run=^TestKilledImportGoesOn$")
	child.Env = append(os.Environ(), killLibrary+"="+dir)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		if n, err := folder(dir).names(reportsDir, reportSuffix); err == nil && len(n) >= reports {
			break
		}
		time.Sleep(100 * time.Microsecond)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait() // says that it was killed
}

func TestImportStops(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	ctx, stop := context.WithCancel(t.Context())
	seen := 0
	s, err := l.Import(ctx, numbered(200), reportOf, func(Result) {
		if seen++; seen == 20 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got error %v, want that of the context", err)
	}
	if n := len(l.Reports()); n != s.Imported || n == 200 || n < 20 {
		t.Errorf("%d reports are there, the summary says %d", n, s.Imported)
	}
	imported(t, l, numbered(200))
	sound(t, l, 200, 400)
}
