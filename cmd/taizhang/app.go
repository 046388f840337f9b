package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// ruleDirs are the folders of the office's own rules, by rising force: that of
// the library, and those that the settings name.
func (a *app) ruleDirs() []string {
	return service.RuleFolders(a.settings.GetString("library"), a.settings.GetStringSlice("rules"))
}

// ruleFolders are the office's own rules, by rising force.
func (a *app) ruleFolders() []fs.FS {
	var folders []fs.FS
	for _, dir := range a.ruleDirs() {
		folders = append(folders, os.DirFS(dir))
	}
	return folders
}

// checkRuleFolders refuses folders of the settings that are none.
func (a *app) checkRuleFolders() error {
	for _, dir := range a.settings.GetStringSlice("rules") {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return usageError{fmt.Errorf("rules folder %s: want a folder with rule files (*.yaml)", dir)}
		}
	}
	return nil
}

// pipeline loads rules and dictionaries. Problems of rule files are printed and
// do not stop the work.
func (a *app) pipeline(cmd *cobra.Command) (*pipeline.Pipeline, error) {
	if err := a.checkRuleFolders(); err != nil {
		return nil, err
	}
	p, problems, err := pipeline.New(a.pipelineOptions())
	if err != nil {
		return nil, err
	}
	return p, a.warn(cmd, problems)
}

func (a *app) pipelineOptions() pipeline.Options {
	o := pipeline.Options{CacheDir: a.settings.cacheDir(), Rules: a.ruleFolders()}
	o.Read.Limits = a.settings.limits()
	o.Read.CacheDir = o.CacheDir
	o.Read.Password = a.password
	o.Read.OnPage = func(name string, done, of int) {
		if a.onPage != nil {
			a.onPage(name, done, of)
		}
	}
	if office := a.settings.GetString("office"); office != "off" {
		o.Read.Office = office
	}
	o.Read.OCR.Mode = pipeline.OCRMode(a.settings.GetString("ocr"))
	o.Read.OCR.Languages = a.settings.GetString("ocr-languages")
	o.Read.OCR.Workers = a.settings.GetInt("workers")
	if self, err := os.Executable(); err == nil {
		o.Read.PDF = []string{self, pdfName}
		o.Read.Witness = []string{self, witnessName}
	}
	return o
}

// warn prints problems on the error channel, one a line.
func (a *app) warn(cmd *cobra.Command, problems []report.Problem) error {
	for _, p := range problems {
		if _, err := fmt.Fprintln(cmd.ErrOrStderr(), p); err != nil {
			return err
		}
	}
	return nil
}

// remark says on the error channel what is done, where --verbose asks for it.
func (a *app) remark(cmd *cobra.Command, format string, args ...any) {
	if a.settings.GetBool("verbose") {
		fmt.Fprintf(cmd.ErrOrStderr(), format+"\n", args...)
	}
}
