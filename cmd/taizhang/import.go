package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/service"
)

func newImport(a *app) *cobra.Command {
	var hints pipeline.Hints
	var format string
	var watch bool
	cmd := &cobra.Command{
		Use:   "import PATH...",
		Short: "read documents and folders into the library",
		Long: `Import reads documents (PDF, DOCX, XLSX, OFD, HTML, Markdown, TXT; DOC, WPS,
RTF, ODT through LibreOffice; pictures of pages through tesseract; told by
content) and stores, indexes and links what is in them. Folders and ZIP
archives are read with all below them.

What is in the library already is skipped, so an import that was broken off
goes on where it stopped when it is run again. A bad file is refused with a
reason and never ends the batch; the exit status is 3 if any was. With --watch
it goes on until Ctrl-C and takes in what is put into the folders or changed.`,
		Example: "  taizhang import 2021.docx 2022.pdf\n  taizhang import --org 青岚县教育局 reports/\n" +
			"  taizhang import 2019/ 2020/ 2021.zip\n  taizhang import --watch 收件箱/",
		Args: checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := importPrinter(format)
			if err != nil {
				return err
			}
			show := func(s library.Summary) error { return write(cmd.OutOrStdout(), s, a.lang()) }
			if watch {
				return a.watch(cmd, args, hints, show)
			}
			summary, err := a.importFiles(cmd, args, hints)
			if err != nil {
				return err
			}
			if err := show(summary); err != nil {
				return err
			}
			return importStatus(summary)
		},
	}
	addHintFlags(cmd, &hints)
	a.addReadFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	cmd.Flags().BoolVar(&watch, "watch", false, "go on: take in what is new or changed in the folders, until Ctrl-C")
	return cmd
}

func (a *app) importFiles(cmd *cobra.Command, paths []string, h pipeline.Hints) (library.Summary, error) {
	files, err := service.Inputs(paths, a.settings.GetStringSlice("skip"), a.settings.limits())
	if err != nil {
		return library.Summary{}, err
	}
	s, err := a.desk(cmd, service.Creating)
	if err != nil {
		return library.Summary{}, err
	}
	defer s.Close()
	bar := newProgress(cmd.ErrOrStderr(), a.settings.GetBool("quiet"), "import", len(files))
	summary, err := s.Import(cmd.Context(), service.ImportRequest{Files: files, Hints: h, Page: bar.page,
		Waiting: func(w service.Work) { a.sayQueued(cmd, w) }}, bar.done)
	bar.close()
	for _, r := range summary.Results {
		a.log(cmd).Debug("file imported", "path", r.Path, "status", r.Status, "code", r.Code, "facts", r.Facts,
			"seconds", r.Seconds)
	}
	if errors.Is(err, context.Canceled) {
		return summary, fmt.Errorf("broken off after %d of %d files; run the same command again to go on",
			len(summary.Results), len(files))
	}
	return summary, err
}

// importStatus is 1 where no file could be taken in, 3 where some could not.
func importStatus(s library.Summary) error {
	switch {
	case s.Refused == 0:
		return nil
	case s.Refused == len(s.Results):
		return errors.New("no file could be imported; the table says why")
	}
	return errFindings
}

func importPrinter(format string) (func(io.Writer, library.Summary, export.Lang) error, error) {
	switch format {
	case "table":
		return printImport, nil
	case "json":
		return func(out io.Writer, s library.Summary, _ export.Lang) error { return printJSON(out, s) }, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: want table or json", format)}
}

func printImport(out io.Writer, s library.Summary, lang export.Lang) error {
	t := table{head: labels(lang, "File", "Result", "Office", "Year", "Facts", "Reason", "What to do"), limit: 48}
	for _, r := range s.Results {
		t.add(r.Path, lang.Label(string(r.Status)), r.Org, number(r.Year), number(r.Facts), reason(r), r.Hint)
		for _, p := range r.Problems {
			t.add("", "", "", "", "", p.Code, p.String())
		}
	}
	if err := t.print(out); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%d imported, %d partly, %d refused, %d skipped, %d facts\n",
		s.Imported, s.Partly, s.Refused, s.Skipped, s.Facts)
	return err
}

func reason(r library.Result) string {
	if r.Code == "" {
		return ""
	}
	return r.Code + ": " + r.Why
}
