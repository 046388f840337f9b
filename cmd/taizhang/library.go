package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// session is the library and the pipeline that a command works with.
type session struct {
	*library.Library
	pipeline *pipeline.Pipeline
}

// open opens the library and the pipeline whose words its index is cut by;
// names that people confirmed are among them.
func (a *app) open(cmd *cobra.Command, o library.Options) (*session, error) {
	dir := a.settings.GetString("library")
	words, err := library.ConfirmedNames(dir)
	if err != nil {
		return nil, err
	}
	p, err := a.pipeline(cmd, words...)
	if err != nil {
		return nil, err
	}
	o.Cutter, o.Words = p.Segmenter(), words
	o.Workers = a.settings.GetInt("workers")
	o.MaxBytes = int64(a.settings.GetInt("limit-bytes"))
	l, err := library.Open(dir, o)
	if errors.Is(err, library.ErrMissing) {
		err = fmt.Errorf("no library at %s; make one with taizhang import FILE..., or name another with --library", dir)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return &session{l, p}, nil
}

// Close closes library and pipeline.
func (s *session) Close() error { return errors.Join(s.Library.Close(), s.pipeline.Close()) }

// reports returns all stored reports.
func (s *session) reports() ([]report.Report, error) {
	var out []report.Report
	for _, e := range s.Reports() {
		r, err := s.Report(e.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, *r)
	}
	return out, nil
}

// withReports opens the library for reading and hands all its reports over.
func (a *app) withReports(cmd *cobra.Command, use func(*session, []report.Report) error) error {
	s, err := a.open(cmd, library.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	reports, err := s.reports()
	if err != nil {
		return err
	}
	return use(s, reports)
}
