package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// program is a run of another program, with bounds on what it may cost.
type program struct {
	command []string
	env     []string // beside the process's own
	in      io.Reader
	most    int64 // bytes of output that are taken
	memory  int64 // bytes of memory it may take; 0: any
}

// killWait is how long the output of a killed program is waited for.
const killWait = 2 * time.Second

var errTooMuchOutput = errors.New("the program writes too much")

// run returns what the program writes. When ctx ends, the program is killed
// with all it has started.
func (p program) run(ctx context.Context) ([]byte, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	command := p.command
	if p.memory > 0 {
		command = withMemory(p.memory, command)
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), p.env...)
	cmd.Stdin = p.in
	cmd.WaitDelay = killWait
	ownGroup(cmd)
	out := &bounded{most: p.most, over: func() { stop(errTooMuchOutput) }}
	said := &bounded{most: 4 << 10}
	cmd.Stdout, cmd.Stderr = out, said
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case err != nil:
		return nil, fmt.Errorf("%s: %w: %s", p.command[0], err, firstLine(said.kept.String()))
	}
	return out.kept.Bytes(), nil
}

// bounded keeps the first bytes written to it, and tells when there are more.
// The buffer is no embedded one: its ReadFrom would take all.
type bounded struct {
	kept bytes.Buffer
	most int64
	over func()
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := b.most - int64(b.kept.Len()); int64(len(p)) > room {
		b.kept.Write(p[:max(room, 0)])
		if b.over != nil {
			b.over()
		}
		return len(p), nil
	}
	return b.kept.Write(p)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
