package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"strings"
	"syscall"

	"taizhang/service"
)

// Exit statuses, the same for every command.
const (
	exitOK       = 0
	exitFailed   = 1 // nothing could be done
	exitUsage    = 2 // wrong use
	exitFindings = 3 // done, but some files were refused, or there are findings
)

// findings is the error of a command that did its work and has something to
// report; it has been printed already.
var errFindings = errors.New("findings")

// usageError is a mistake in the words of the command line or the settings.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run is the whole program: it returns the exit status and never exits.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)() // a second signal ends the program as it ends others
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	return status(root.ExecuteContext(ctx), errs)
}

func status(err error, errs io.Writer) int {
	var usage usageError
	var invalid *service.InvalidError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage), errors.As(err, &invalid),
		strings.HasPrefix(err.Error(), "unknown command"): // cobra has no type for it
		fmt.Fprintf(errs, "taizhang: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(errs, "taizhang: %v\n", err)
	return exitFailed
}
