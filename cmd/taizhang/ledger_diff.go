package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
	"taizhang/track"
)

// diffLedger prints what is different between an earlier ledger and the one of
// now.
func (a *app) diffLedger(cmd *cobra.Command, q service.LedgerRequest, file, format string) error {
	old, err := a.oldLedger(cmd, q, file)
	if err != nil {
		return err
	}
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	lines, err := s.Ledger(q)
	if err != nil {
		return err
	}
	changes := track.DiffLedgers(old, lines)
	if format == "jsonl" {
		return printLines(cmd.OutOrStdout(), changes)
	}
	write, err := sheetPrinter(format)
	if err != nil {
		return err
	}
	return write(cmd.OutOrStdout(), export.LedgerDiff(changes, a.lang()))
}

// oldLedger reads an earlier ledger: JSON lines, or the backup of a library,
// which is unpacked beside for as long as it takes.
func (a *app) oldLedger(cmd *cobra.Command, q service.LedgerRequest, file string) ([]report.Commitment, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, usageError{fmt.Errorf("--diff: %w", err)}
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if first, err := in.Peek(1); errors.Is(err, io.EOF) || err == nil && first[0] == '{' {
		lines, err := readLedger(in)
		return service.WantedLines(lines, q), err
	}
	return a.backedUp(cmd, q, in)
}

func readLedger(in io.Reader) ([]report.Commitment, error) {
	var out []report.Commitment
	for d := json.NewDecoder(in); ; {
		var c report.Commitment
		err := d.Decode(&c)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil || c.ID == "" {
			return nil, usageError{fmt.Errorf("--diff: line %d is no promise; want what ledger --format jsonl prints, or a backup", len(out)+1)}
		}
		out = append(out, c)
	}
}

// backedUp works out the ledger of a backup.
func (a *app) backedUp(cmd *cobra.Command, q service.LedgerRequest, in io.Reader) ([]report.Commitment, error) {
	dir, err := os.MkdirTemp("", "taizhang-diff-")
	if err != nil {
		return nil, fmt.Errorf("unpack backup: %w", err)
	}
	defer os.RemoveAll(dir)
	settings := a.serviceSettings(cmd)
	settings.Library = filepath.Join(dir, "library")
	if _, err := library.Restore(in, settings.Library); err != nil {
		return nil, usageError{fmt.Errorf("--diff: %w", err)}
	}
	s, err := service.Open(settings, service.Writing)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Ledger(q)
}
