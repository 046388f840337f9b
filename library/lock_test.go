package library

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

// TestWait has a second writer wait for the first, and say so.
func TestWait(t *testing.T) {
	dir := t.TempDir() + "/library"
	first := childOptions()
	l := opened(t, dir, first)
	second := childOptions()
	var told []string
	second.Waiting = func(e *InUseError) {
		told = append(told, e.Holder())
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	opened(t, dir, second)
	if len(told) != 1 || !strings.HasPrefix(told[0], "process ") || !strings.HasSuffix(told[0], ", which is importing") {
		t.Errorf("was told %q, want once for whom it waits", told)
	}
}

// TestWaitEnds breaks a wait off.
func TestWaitEnds(t *testing.T) {
	dir := t.TempDir() + "/library"
	opened(t, dir, childOptions())
	ctx, stop := context.WithCancel(t.Context())
	second := childOptions()
	second.Waiting = func(*InUseError) { stop() }
	start := time.Now()
	_, err := OpenContext(ctx, dir, second)
	if !errors.Is(err, context.Canceled) || !isInUse(err) || time.Since(start) > 10*time.Second {
		t.Errorf("got error %v after %v, want that of the context, soon", err, time.Since(start))
	}
}

// TestDeadLock opens a library whose lock file names a process that died.
func TestDeadLock(t *testing.T) {
	dir := t.TempDir() + "/library"
	if err := opened(t, dir, childOptions()).Close(); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		if err := os.WriteFile(folder(dir).path(lockFile), []byte("999999 importing"), 0o644); err != nil {
			t.Fatal(err)
		}
		o := childOptions()
		o.ReadOnly = readOnly
		o.Waiting = func(e *InUseError) { t.Errorf("waits for %s, which is dead", e.Holder()) }
		if err := opened(t, dir, o).Close(); err != nil {
			t.Fatal(err)
		}
	}
}
