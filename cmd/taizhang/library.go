package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// open opens the library of the settings.
func (a *app) open(ctx context.Context, cmd *cobra.Command, mode service.Mode) (*service.Service, error) {
	if err := a.checkRuleFolders(); err != nil {
		return nil, err
	}
	s, err := service.OpenContext(ctx, a.serviceSettings(cmd), mode)
	if errors.Is(err, library.ErrMissing) {
		err = fmt.Errorf("no library at %s; make one with taizhang import FILE..., or name another with --library",
			a.settings.GetString("library"))
	}
	return s, err
}

func (a *app) serviceSettings(cmd *cobra.Command) service.Settings {
	lights, _ := a.lights() // checked where the settings are read
	return service.Settings{
		Library:     a.settings.GetString("library"),
		Pipeline:    a.pipelineOptions(),
		Rules:       a.settings.GetStringSlice("rules"),
		Workers:     a.settings.GetInt("workers"),
		MaxBytes:    int64(a.settings.GetInt("limit-bytes")),
		DueSoonDays: a.settings.GetInt("due-soon-days"),
		Lights:      lights,
		Skip:        a.settings.GetStringSlice("skip"),
		Wait:        a.settings.GetDuration("wait"),
		Purpose:     purposeOf(cmd),
		Waiting:     func(e *library.InUseError) { a.sayWaiting(cmd, e) },
		Warn:        func(problems []report.Problem) error { return a.warn(cmd, problems) },
	}
}
