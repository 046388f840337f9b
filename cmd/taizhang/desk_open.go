package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"taizhang/client"
	"taizhang/service"
)

// lookAgain is how often a command that waits for the library looks whether a
// server has it.
const lookAgain = time.Second

// openOrServed opens the library. A server takes the library first and says
// afterwards where it is found; whoever waits for the library meanwhile would
// wait until the server ends, so it goes on looking for one.
func (a *app) openOrServed(cmd *cobra.Command, mode service.Mode) (desk, error) {
	ctx, stop := context.WithCancel(cmd.Context())
	defer stop()
	found := make(chan *client.Client, 1)
	go func() {
		defer close(found)
		if c := a.waitForServer(ctx, cmd); c != nil {
			found <- c
			stop()
		}
	}()
	s, err := a.open(ctx, cmd, mode)
	stop()
	c := <-found
	switch {
	case c == nil && err == nil:
		return s, nil
	case c == nil:
		return nil, err
	case err == nil: // it has ended between the two
		return s, c.Close()
	}
	return a.served(cmd, c)
}

// waitForServer returns the client of a server that has the library, nil when ctx
// is done before there is one.
func (a *app) waitForServer(ctx context.Context, cmd *cobra.Command) *client.Client {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(lookAgain):
		}
		if c, err := client.Dial(ctx, a.serviceSettings(cmd)); err == nil {
			return c
		}
	}
}
