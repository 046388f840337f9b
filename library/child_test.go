package library

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"taizhang/decision"
	"taizhang/index"
	"taizhang/pipeline/segment"
	"taizhang/report"
)

// Tests of what a library bears start this test's own binary again, as a
// process that can be killed. These variables tell it what to do.
const (
	childLibrary = "TAIZHANG_TEST_CHILD_LIBRARY"
	childFiles   = "TAIZHANG_TEST_CHILD_FILES" // first-end
	childWork    = "TAIZHANG_TEST_CHILD_WORK"  // once, or forever
)

// characters cuts a text into single characters: a child that has to load no
// dictionary is at work at once.
type characters struct{}

func (characters) Search(text string) []segment.Word {
	var out []segment.Word
	for i, r := range text {
		span := report.Span{Start: i, End: i + utf8.RuneLen(r)}
		out = append(out, segment.Word{Span: span, Position: len(out) + 1})
	}
	return out
}

func childOptions() Options {
	return Options{Cutter: characters{}, Create: true, Wait: time.Minute, Purpose: "importing"}
}

// TestChild is no test: it is what a child does.
func TestChild(t *testing.T) {
	dir := os.Getenv(childLibrary)
	if dir == "" {
		t.Skip("this is what other tests start as a process")
	}
	from, to, _ := strings.Cut(os.Getenv(childFiles), "-")
	first, _ := strconv.Atoi(from)
	end, _ := strconv.Atoi(to)
	l, err := Open(dir, childOptions())
	if err != nil {
		t.Fatal(err)
	}
	say("open")
	files := numbered(end)[first:]
	for round := 0; ; round++ {
		if _, err := l.Import(t.Context(), files, reportOf, nil); err != nil {
			t.Fatal(err)
		}
		say("imported")
		if os.Getenv(childWork) == "once" {
			break
		}
		busy(t, l, round)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// busy decides, extracts again and rebuilds: all that writes.
func busy(t *testing.T, l *Library, round int) {
	entries := l.Reports()
	for i := range 5 {
		e := entries[(round*5+i)%len(entries)]
		comment := made(report.DecisionComment, report.DecisionKey{Document: e.Hash})
		comment.Value = fmt.Sprint(os.Getpid(), " ", round, " ", i)
		if _, err := l.Decide(comment); err != nil {
			t.Fatal(err)
		}
		say("decided " + comment.Value)
	}
	ids, err := l.Stored()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Reextract(t.Context(), ids, same, nil); err != nil {
		t.Fatal(err)
	}
	if err := l.Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
}

// say tells the parent what is done, at once.
func say(what string) { fmt.Fprintln(os.Stdout, "child:", what) }

// child is a process at work on a library.
type child struct {
	cmd    *exec.Cmd
	output string // file of what it says
}

func startChild(t *testing.T, dir, files, work string) *child {
	t.Helper()
	out, err := os.CreateTemp(t.TempDir(), "said-")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	c := &child{exec.Command(os.Args[0], "-test.run=^TestChild$"), out.Name()}
	c.cmd.Env = append(os.Environ(), childLibrary+"="+dir, childFiles+"="+files, childWork+"="+work)
	c.cmd.Stdout, c.cmd.Stderr = out, out
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *child) said(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(c.output)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// await waits until the child has said something.
func (c *child) await(t *testing.T, what string) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !strings.Contains(c.said(t), "child: "+what); {
		if time.Now().After(end) {
			t.Fatalf("the child did not say %q but:\n%s", what, c.said(t))
		}
		time.Sleep(time.Millisecond)
	}
}

func (c *child) kill(t *testing.T) {
	t.Helper()
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	c.cmd.Wait() // says that it was killed
}

// decidedBy returns the comments the child says it made.
func (c *child) decidedBy(t *testing.T) []string {
	var out []string
	for line := range strings.Lines(c.said(t)) {
		if value, ok := strings.CutPrefix(line, "child: decided "); ok {
			out = append(out, strings.TrimSpace(value))
		}
	}
	return out
}

// consistent fails the test unless facts and reports fit, and each of the
// comments is among the decisions once.
func consistent(t *testing.T, l *Library, comments []string) {
	t.Helper()
	facts, _, err := l.Facts(t.Context(), index.Query{}, index.Page{})
	if n := len(l.Reports()); err != nil || len(facts) != 2*n {
		t.Errorf("%d facts of %d reports are there (%v), want %d", len(facts), n, err, 2*n)
	}
	all, err := l.Decisions()
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]int{}
	for _, d := range decision.OfKind(all, report.DecisionComment) {
		there[d.Value]++
	}
	for _, c := range comments {
		if there[c] != 1 {
			t.Errorf("decision %q is there %d times, want once", c, there[c])
		}
	}
}
