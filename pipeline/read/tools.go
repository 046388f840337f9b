package read

import (
	"context"
	"os/exec"
)

// Tool is a program that some documents need and that need not be there.
type Tool struct {
	Name    string // of the command
	For     string // what it reads
	Missing string // why it cannot be used here; empty: it can
	Advice  string // how to get it
}

// Tools says which programs for further documents are there.
func (r *Reader) Tools(ctx context.Context) []Tool {
	ocr := Tool{Name: r.ocr.Command, For: "pages without text (" + r.ocr.Languages + ")", Advice: r.ocr.advice()}
	if err := r.ocr.ready(ctx); err != nil {
		ocr.Missing = err.Error()
	}
	office := Tool{Name: r.office.command, For: "DOC, WPS, RTF and ODT", Advice: "apt-get install libreoffice-writer-nogui"}
	if office.Name == "" {
		office.Name, office.Missing = "soffice", "LibreOffice is switched off"
	} else if _, err := exec.LookPath(office.Name); err != nil {
		office.Missing = "LibreOffice is not installed"
	}
	return []Tool{ocr, office}
}
