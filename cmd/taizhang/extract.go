package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

func newExtract(a *app) *cobra.Command {
	var hints pipeline.Hints
	var text, whole, diff bool
	cmd := &cobra.Command{
		Use:   "extract FILE|-",
		Short: "print the facts of one document as JSON lines, without a library",
		Long: `Extract reads one document and prints its facts, one JSON object a line, in
text order. "-" reads standard input, a.zip!/b.pdf a file in an archive. With --text it prints the repaired text
that the places of the facts refer to, with --text --diff what repair changed
(side by side on a terminal), with --report the whole record.`,
		Example: "  taizhang extract 2023.pdf\n  taizhang extract 2023.docx | jq -r 'select(.kind==\"amount\") | .sentence'",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := a.extract(cmd, args[0], hints)
			if err != nil {
				return err
			}
			if err := a.warn(cmd, r.Problems); err != nil {
				return err
			}
			for _, e := range r.Outline.Evidence {
				a.remark(cmd, "%s: %s, from the %s: %s", e.Field, e.Value, e.From, e.Quote)
			}
			switch {
			case diff:
				return printDiff(cmd.OutOrStdout(), r.Text)
			case text:
				_, err = io.WriteString(cmd.OutOrStdout(), r.Text.Body)
				return err
			case whole:
				return printJSON(cmd.OutOrStdout(), r)
			}
			return printLines(cmd.OutOrStdout(), r.Facts)
		},
	}
	addHintFlags(cmd, &hints)
	a.addReadFlags(cmd)
	cmd.Flags().BoolVar(&text, "text", false, "print the repaired text")
	cmd.Flags().BoolVar(&diff, "diff", false, "with --text: print the source and what repair made of it side by side")
	cmd.Flags().BoolVar(&whole, "report", false, "print the whole record: outline, text, sentences, facts")
	cmd.MarkFlagsMutuallyExclusive("text", "report")
	cmd.MarkFlagsMutuallyExclusive("diff", "report")
	return cmd
}

func addHintFlags(cmd *cobra.Command, h *pipeline.Hints) {
	cmd.Flags().StringVar(&h.Org, "org", "", "the office, where the document does not say it or says it wrongly")
	cmd.Flags().IntVar(&h.Year, "year", 0, "the year under review")
	cmd.Flags().StringVar(&h.Kind, "kind", "", "the kind of document: 工作总结, 政府工作报告, …")
}

// addReadFlags adds what concerns the reading of documents. The password is no
// setting: it is neither kept nor shown.
func (a *app) addReadFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.password, "password", "", "password of encrypted PDF files")
	cmd.Flags().String("ocr", "", "pages without text are read by tesseract: auto, only-needed, off (see taizhang config)")
}

func (a *app) extract(cmd *cobra.Command, file string, h pipeline.Hints) (report.Report, error) {
	data, err := a.readDocument(cmd.InOrStdin(), file)
	if err != nil {
		return report.Report{}, err
	}
	p, err := a.pipeline(cmd)
	if err != nil {
		return report.Report{}, err
	}
	defer p.Close()
	a.onPage = func(name string, done, of int) { a.say(cmd, "%s: OCR, page %d of %d", name, done, of) }
	one := func(ctx context.Context, name string, data []byte) (report.Report, error) {
		return p.File(ctx, name, data, h)
	}
	return library.Safely(cmd.Context(), one, filepath.Base(file), data)
}

// readDocument returns the bytes of a document, which may be in an archive
// (a.zip!/b.pdf).
func (a *app) readDocument(in io.Reader, file string) ([]byte, error) {
	if _, err := os.Stat(file); err != nil && strings.Contains(file, service.MemberMark) {
		return service.ReadMember(file, a.settings.limits())
	}
	return readInput(in, file)
}

// readInput returns the bytes of a file, or of standard input for "-".
func readInput(in io.Reader, file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(in)
	}
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &report.Refusal{Code: report.RefusedMissing, Why: fmt.Sprintf("no file %s", file), Hint: "check the path"}
	case err != nil:
		return nil, fmt.Errorf("read: %w", err)
	}
	return data, nil
}
