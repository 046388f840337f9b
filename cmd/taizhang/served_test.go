package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// changing is what differs from run to run whoever answers: ids of decisions,
// which are made of the time, times, and how long things took.
var changing = regexp.MustCompile(`"?seconds"?[:=] ?[0-9.e-]+|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?Z?|\b[0-9a-f]{10}\b`)

// same runs a command in the folders direct and served, of which one has a
// server, and compares output, errors and exit status. Names of files that the
// command writes end in .out and are compared, too.
func same(ts *testscript.TestScript, neg bool, args []string) {
	var first string
	for i, dir := range []string{"direct", "served"} {
		ts.Check(ts.Chdir(dir))
		err := ts.Exec("taizhang", args...)
		got := fmt.Sprintf("%v\n-- stdout --\n%s-- stderr --\n%s", exitOf(err), ts.ReadFile("stdout"), sorted(ts.ReadFile("stderr")))
		if strings.HasSuffix(args[len(args)-1], ".out") {
			data, err := os.ReadFile(ts.MkAbs(args[len(args)-1]))
			got += fmt.Sprintf("-- file --\n%v\n%s", err, data)
		}
		ts.Check(ts.Chdir(".."))
		if (err != nil) != neg {
			ts.Fatalf("%s: taizhang %s: %v\n%s", dir, strings.Join(args, " "), err, got)
		}
		got = changing.ReplaceAllString(got, "…")
		if i == 0 {
			first = got
		} else if got != first {
			ts.Fatalf("taizhang %s\n==== without a server:\n%s\n==== with one:\n%s", strings.Join(args, " "), first, got)
		}
	}
}

// sorted sorts lines: files are done in any order.
func sorted(text string) string {
	lines := slices.Sorted(strings.Lines(count.ReplaceAllString(text, "[…/")))
	return strings.Join(lines, "")
}

var count = regexp.MustCompile(`(?m)^\[\d+/`)

func exitOf(err error) int {
	if e, ok := err.(*exec.ExitError); ok {
		return e.ExitCode()
	}
	return 0
}

// serving waits until the server of a folder has announced itself.
func serving(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("sh", "-c", `for i in $(seq 600); do test -f "$1" && exit 0; sleep 0.05; done; exit 1`, "sh",
		args[0]+"/taizhang-library/server.json"))
}
