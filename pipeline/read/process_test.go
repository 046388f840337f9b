package read

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestProgram holds the bounds on another program: output, memory, time, and
// what it has started.
func TestProgram(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("needs a shell")
	}
	ctx := context.Background()
	out, err := program{command: []string{"sh", "-c", "cat; ulimit -v"}, in: strings.NewReader("甲 "), most: 100, memory: 1 << 30}.run(ctx)
	if err != nil || strings.TrimSpace(string(out)) != "甲 1048576" {
		t.Errorf("%q, %v", out, err)
	}
	if _, err := (program{command: []string{"sh", "-c", "yes"}, most: 1000}).run(ctx); !errors.Is(err, errTooMuchOutput) {
		t.Errorf("endless output: %v", err)
	}
	if _, err := (program{command: []string{"sh", "-c", "echo broken >&2; exit 3"}, most: 10}).run(ctx); err == nil ||
		!strings.Contains(err.Error(), "broken") {
		t.Errorf("a program that fails: %v", err)
	}
	begun := time.Now()
	short, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	_, err = program{command: []string{"sh", "-c", "sleep 300 & sleep 300"}, most: 10}.run(short)
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 20*time.Second {
		t.Errorf("a program that hangs: %v after %v", err, time.Since(begun))
	}
}
