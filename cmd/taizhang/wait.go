package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/service"
)

// purposeOf says what a command does while it holds the library, for those who
// wait for it.
func purposeOf(cmd *cobra.Command) string {
	switch cmd.Name() {
	case "import":
		return "importing"
	case "serve":
		return "serving"
	case "rebuild":
		return "rebuilding the index"
	case "reextract":
		return "extracting reports again"
	case "backup":
		return "backing up"
	}
	return "running " + cmd.CommandPath()
}

// sayQueued says for what a server's import waits.
func (a *app) sayQueued(cmd *cobra.Command, w service.Work) {
	a.say(cmd, "waiting for %s that began at %s", workName(w.Name), w.Began.Local().Format(time.TimeOnly))
}

func workName(name string) string {
	switch name {
	case "import":
		return "an import"
	case "words":
		return "the index to be made with new names"
	case "rebuild":
		return "the index to be made again"
	}
	return "a " + name
}

// sayWaiting says for whom the command waits, so that nobody takes it for hung.
func (a *app) sayWaiting(cmd *cobra.Command, e *library.InUseError) {
	if a.settings.GetBool("quiet") {
		return
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "waiting for %s; Ctrl-C ends the wait, --wait says how long it may last\n", e.Holder())
}
