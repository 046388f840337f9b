package samplefiles

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// PDF has LibreOffice print a DOCX file. It needs soffice on the path and the
// font Droid Sans Fallback (Debian: libreoffice-writer-nogui fonts-droid-fallback).
// The bytes differ from run to run: LibreOffice writes the time into them.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "samplefiles")
	if err != nil {
		return nil, fmt.Errorf("make a folder for LibreOffice: %w", err)
	}
	defer os.RemoveAll(dir)
	in := filepath.Join(dir, "report.docx")
	if err := os.WriteFile(in, docx, 0o600); err != nil {
		return nil, fmt.Errorf("write for LibreOffice: %w", err)
	}
	profile := "-env:UserInstallation=file://" + filepath.Join(dir, "profile")
	cmd := exec.CommandContext(ctx, "soffice", profile,
		"--headless", "--convert-to", "pdf", "--outdir", dir, in)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("run soffice (install libreoffice-writer-nogui, fonts-droid-fallback): "+
			"%w: %s", err, out)
	}
	return os.ReadFile(filepath.Join(dir, "report.pdf"))
}
