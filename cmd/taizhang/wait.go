package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/library"
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

// sayWaiting says for whom the command waits, so that nobody takes it for hung.
func (a *app) sayWaiting(cmd *cobra.Command, e *library.InUseError) {
	if a.settings.GetBool("quiet") {
		return
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "waiting for %s; Ctrl-C ends the wait, --wait says how long it may last\n", e.Holder())
}
