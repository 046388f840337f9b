package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/export"
	"taizhang/pipeline"
)

// evalFlags are the flags of rules eval.
type evalFlags struct {
	format                string
	kinds                 []string
	errors                bool
	leastFound, leastFull float64
	hints                 pipeline.Hints
}

func newRulesEval(a *app) *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval GOLD [DOCUMENT]",
		Short: "measure the rules against facts annotated by hand: precision, recall, F1",
		Long: `Eval extracts a document and holds its facts against a gold file: one annotated
fact a line, in JSON. A fact is found when one of the same sentence has the
same value; it is full when its kind, bound, subject, modality, period and due
are right, too. Below the figures of all kinds together stand those of each
kind, as if it alone were scored, and how often each field was right.

Without DOCUMENT, it is the file beside the gold file with the same name:
2021.md, .txt, .docx or .pdf beside 2021.gold.jsonl.

The exit status is 3 if F1 is below --least-found or --least-full.`,
		Example: "  taizhang rules eval samples/qinglan-education-bureau/2022.gold.jsonl --kinds all\n" +
			"  taizhang --rules my-rules rules eval ours.gold.jsonl ours.pdf --errors --least-found 0.95",
		Args: checked(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := evalPrinter(f)
			if err != nil {
				return err
			}
			e, err := a.evaluate(cmd, args, f)
			if err != nil {
				return err
			}
			if err := write(cmd.OutOrStdout(), e, a.lang()); err != nil {
				return err
			}
			if e.FoundRates.F1 < f.leastFound || e.FullRates.F1 < f.leastFull {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&f.format, "format", "table", "table or json")
	cmd.Flags().StringSliceVar(&f.kinds, "kinds", nil,
		"kinds to score, e.g. award,event, or all; without it those that carry a value or a date")
	cmd.Flags().BoolVar(&f.errors, "errors", false, "list what was missed, wrong and too much")
	cmd.Flags().Float64Var(&f.leastFound, "least-found", 0,
		"exit status 3 if F1 of found facts is below this (0 to 1)")
	cmd.Flags().Float64Var(&f.leastFull, "least-full", 0,
		"exit status 3 if F1 of full facts is below this (0 to 1)")
	addHintFlags(cmd, &f.hints)
	return cmd
}

func (a *app) evaluate(cmd *cobra.Command, args []string, f evalFlags) (pipeline.Evaluation, error) {
	var none pipeline.Evaluation
	q := pipeline.EvalRequest{Hints: f.hints}
	var err error
	if len(f.kinds) > 0 {
		if q.Kinds, err = pipeline.ParseKinds(f.kinds); err != nil {
			return none, usageError{fmt.Errorf("--kinds: %w", err)}
		}
	}
	goldFile := args[0]
	lines, err := readInput(cmd.InOrStdin(), goldFile)
	if err != nil {
		return none, err
	}
	document := ""
	if len(args) > 1 {
		document = args[1]
	} else if document, err = documentOf(goldFile); err != nil {
		return none, err
	}
	if q.Data, err = readInput(cmd.InOrStdin(), document); err != nil {
		return none, err
	}
	q.Name, q.Gold = filepath.Base(document), bytes.NewReader(lines)
	p, err := a.pipeline(cmd)
	if err != nil {
		return none, err
	}
	defer p.Close()
	return p.Evaluate(cmd.Context(), q)
}

// documentOf returns the document a gold file was annotated from: the file of
// the same name beside it, or in a folder text beside it.
func documentOf(gold string) (string, error) {
	base := strings.TrimSuffix(filepath.Base(gold), ".jsonl")
	base = strings.TrimSuffix(base, ".gold")
	for _, dir := range []string{filepath.Dir(gold), filepath.Join(filepath.Dir(gold), "text")} {
		for _, ending := range []string{".md", ".txt", ".docx", ".pdf"} {
			file := filepath.Join(dir, base+ending)
			if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
				return file, nil
			}
		}
	}
	return "", usageError{fmt.Errorf("no document %s.md, .txt, .docx or .pdf beside %s; "+
		"name it: taizhang rules eval %s DOCUMENT", base, gold, gold)}
}

func evalPrinter(f evalFlags) (func(io.Writer, pipeline.Evaluation, export.Lang) error, error) {
	switch f.format {
	case "json":
		return func(out io.Writer, e pipeline.Evaluation, _ export.Lang) error {
			return printJSON(out, e)
		}, nil
	case "table":
		return func(out io.Writer, e pipeline.Evaluation, lang export.Lang) error {
			return printEvaluation(out, e, lang, f.errors)
		}, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: want table or json", f.format)}
}

func printEvaluation(out io.Writer, e pipeline.Evaluation, lang export.Lang, errors bool) error {
	kinds := table{head: labels(lang, "Kind", "Gold", "Facts", "Found", "False alarms",
		"Precision", "Recall", "F1", "Full", "Precision", "Recall", "F1")}
	kinds.rows = append(kinds.rows, evalRow(lang.Label("All"), e.Figures))
	for _, k := range e.Kinds {
		kinds.rows = append(kinds.rows, evalRow(lang.Label(string(k.Kind)), k.Figures))
	}
	fields := table{head: labels(lang, "Field", "Asked", "Right", "Share")}
	for _, f := range e.Fields {
		fields.add(lang.Label(titled(f.Field)), strconv.Itoa(f.Asked), strconv.Itoa(f.Right), rate(f.Share))
	}
	tables := []table{kinds, fields}
	if errors {
		tables = append(tables, mistakes(e, lang))
	}
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(out)
		}
		if err := t.print(out); err != nil {
			return err
		}
	}
	return nil
}

func evalRow(name string, f pipeline.Figures) []string {
	n := strconv.Itoa
	return []string{name, n(f.Gold), n(f.Facts), n(f.Found), n(f.FalseAlarms),
		rate(f.FoundRates.Precision), rate(f.FoundRates.Recall), rate(f.FoundRates.F1),
		n(f.Full), rate(f.FullRates.Precision), rate(f.FullRates.Recall), rate(f.FullRates.F1)}
}

// mistakes lists what was missed, wrong and too much.
func mistakes(e pipeline.Evaluation, lang export.Lang) table {
	t := table{head: labels(lang, "Mistake", "Kind", "Text", "Field", "Want", "Got", "Sentence"), limit: 30}
	for _, group := range []struct {
		name string
		of   []pipeline.Miss
	}{{"Missed", e.Missed}, {"Wrong", e.Wrong}, {"Extra", e.Extra}} {
		for _, m := range group.of {
			t.add(lang.Label(group.name), lang.Label(m.Kind), m.Text, lang.Label(titled(m.Field)),
				m.Want, m.Got, m.Sentence)
		}
	}
	for _, i := range e.Invalid {
		t.add(lang.Label("Extra"), "", "", "", "", "", i)
	}
	return t
}

// titled turns the name of a field into the word tables use for it.
func titled(field string) string {
	if field == "" {
		return ""
	}
	return strings.ToUpper(field[:1]) + field[1:]
}

// rate writes a share from 0 to 1 as score.py does.
func rate(share float64) string { return strconv.FormatFloat(share, 'f', 3, 64) }
