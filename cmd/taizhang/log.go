package main

import (
	"io"
	"log/slog"
	"os"

	"github.com/spf13/cobra"
)

// log returns the log of a command: on the error channel or in the file of the
// settings. What went wrong is in it; with --verbose what is done, too.
func (a *app) log(cmd *cobra.Command) *slog.Logger {
	level := slog.LevelWarn
	if a.settings.GetBool("verbose") {
		level = slog.LevelDebug
	}
	return a.logger(cmd, level)
}

// serverLog returns the log of a server, which tells of every request.
func (a *app) serverLog(cmd *cobra.Command) *slog.Logger {
	level := slog.LevelInfo
	if a.settings.GetBool("verbose") {
		level = slog.LevelDebug
	}
	return a.logger(cmd, level)
}

func (a *app) logger(cmd *cobra.Command, level slog.Level) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	out := a.logTo(cmd)
	if a.settings.GetString("log-format") == "json" {
		return slog.New(slog.NewJSONHandler(out, options))
	}
	return slog.New(slog.NewTextHandler(out, options))
}

// logTo opens the log file once; it is closed with the process. A file that
// cannot be opened is said, and the error channel taken instead.
func (a *app) logTo(cmd *cobra.Command) io.Writer {
	name := a.settings.GetString("log-file")
	if name == "" {
		return cmd.ErrOrStderr()
	}
	if a.logFile == nil {
		file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			a.say(cmd, "log file: %v", err)
			return cmd.ErrOrStderr()
		}
		a.logFile = file
	}
	return a.logFile
}
