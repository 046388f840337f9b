package library

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

// isLong tells whether tests run in their full size.
func isLong() bool { return os.Getenv("TAIZHANG_LONG") != "" }

// TestKilled kills a process that imports, decides, extracts again and rebuilds,
// at random moments. What it said was done is there each time; at the end every
// document and fact is there once. In full size: 100 kills, 300 files.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills processes")
	}
	kills, files := 8, 60
	if isLong() {
		kills, files = 100, 300
	}
	r := rand.New(rand.NewPCG(9, 10))
	var comments []string
	dir := ""
	span := importTime(t, files)
	imported, moments := 0, map[string]int{}
	for kill := range kills {
		within := 3 * span
		if kill%killsEach == 0 { // from the start again, so that half of the kills meet the import
			comments, dir, within = nil, fmt.Sprintf("%s/library%d", t.TempDir(), kill), span
		}
		c := startChild(t, dir, fmt.Sprintf("0-%d", files), "forever")
		c.await(t, "open")
		time.Sleep(time.Duration(r.Int64N(int64(within))))
		c.kill(t)
		comments = append(comments, c.decidedBy(t)...)
		l := opened(t, dir, childOptions())
		consistent(t, l, comments)
		if n := len(l.Reports()); n < files {
			moments["import"]++
		} else {
			moments["later"]++
		}
		if kill%killsEach == killsEach-1 || kill == kills-1 {
			importedAll(t, l, files)
			sound(t, l, files, 2*files)
			imported++
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills, %d in the first import of %d files, %d later; %d libraries were sound at the end",
		kills, moments["import"], files, moments["later"], imported)
}

func importedAll(t *testing.T, l *Library, files int) {
	t.Helper()
	if _, err := l.Import(t.Context(), numbered(files), reportOf, nil); err != nil {
		t.Fatal(err)
	}
}

// killsEach is how often a library is worked on until a kill.
const killsEach = 3

// importTime measures how long a child takes to import.
func importTime(t *testing.T, files int) time.Duration {
	c := startChild(t, t.TempDir()+"/measured", fmt.Sprintf("0-%d", files), "forever")
	defer c.kill(t)
	c.await(t, "open")
	start := time.Now()
	c.await(t, "imported")
	return time.Since(start)
}

// TestTwoImport has two processes import overlapping files at once: they queue
// up, and both end well.
func TestTwoImport(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	files := 40
	if isLong() {
		files = 300
	}
	dir := t.TempDir() + "/library"
	one := startChild(t, dir, fmt.Sprintf("0-%d", files*2/3), "once")
	two := startChild(t, dir, fmt.Sprintf("%d-%d", files/3, files), "once")
	if err := errors.Join(one.cmd.Wait(), two.cmd.Wait()); err != nil {
		t.Errorf("%v\n%s\n%s", err, one.said(t), two.said(t))
	}
	sound(t, opened(t, dir, childOptions()), files, 2*files)
}

func TestImportStops(t *testing.T) {
	const all = 2*portionReports + waitingReports // so that one group is not all there is
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	ctx, stop := context.WithCancel(t.Context())
	seen := 0
	s, err := l.Import(ctx, numbered(all), reportOf, func(Result) {
		if seen++; seen == 20 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got error %v, want that of the context", err)
	}
	if n := len(l.Reports()); n != s.Imported || n == all || n < 20 {
		t.Errorf("%d reports are there, the summary says %d", n, s.Imported)
	}
	imported(t, l, numbered(all))
	sound(t, l, all, 2*all)
}
