package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
)

// watch imports what is new or changed below paths until the person ends it.
// The library is open only while there is something to import, so that other
// commands can be given meanwhile.
func (a *app) watch(cmd *cobra.Command, paths []string, h pipeline.Hints, show func(library.Summary) error) error {
	w := service.NewWatcher(paths, a.settings.GetStringSlice("skip"))
	pause := time.Duration(a.settings.GetInt("watch-seconds")) * time.Second
	if _, err := w.Ready(); err != nil {
		return usageError{fmt.Errorf("watch: %w", err)}
	}
	a.say(cmd, "watching %d folders every %v; Ctrl-C ends", len(paths), pause)
	for {
		select {
		case <-cmd.Context().Done():
			a.say(cmd, "no longer watching")
			return nil
		case <-time.After(pause):
		}
		ready, err := w.Ready()
		if err != nil {
			a.say(cmd, "cannot look now: %v", err)
			continue
		}
		if len(ready) == 0 {
			continue
		}
		if err := a.importReady(cmd, w, ready, h, show); err != nil {
			return err
		}
	}
}

// importReady imports files that are ready. Those of a library in use are
// tried again.
func (a *app) importReady(
	cmd *cobra.Command, w *service.Watcher, ready []string, h pipeline.Hints, show func(library.Summary) error,
) error {
	summary, err := a.importFiles(cmd, ready, h)
	var busy *library.InUseError
	switch {
	case cmd.Context().Err() != nil:
		return nil // what was done is done; the loop says the rest
	case errors.As(err, &busy):
		w.Again(ready)
		a.say(cmd, "%v; trying again", err)
		return nil
	case err != nil:
		return err
	}
	return show(summary)
}

// say tells the person at work what goes on.
func (a *app) say(cmd *cobra.Command, format string, args ...any) {
	if !a.settings.GetBool("quiet") {
		fmt.Fprintf(cmd.ErrOrStderr(), format+"\n", args...)
	}
}
