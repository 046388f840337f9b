package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
)

// found is what a search prints as JSON.
type found struct {
	Passages []index.Passage `json:"passages"`
	Total    index.Total     `json:"total"`
	Facts    []report.Fact   `json:"facts"`
}

func newSearch(a *app) *cobra.Command {
	var format string
	var page index.Page
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "find sentences and facts of the library",
		Long: "Search finds the sentences in which the words stand (any piece of two characters\nor more is found), and the facts that meet the query.\n\n" +
			queryHelp,
		Example: "  taizhang search 项目建设\n  taizhang search '\"统筹推进\" 年份:2023'",
		Args:    checked(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := a.search(cmd, strings.Join(args, " "), page)
			switch {
			case err != nil:
				return err
			case format == "json":
				return printJSON(cmd.OutOrStdout(), f)
			case format == "table":
				return a.printFound(cmd.OutOrStdout(), f)
			}
			return usageError{fmt.Errorf("--format %s: want table or json", format)}
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	cmd.Flags().IntVar(&page.Limit, "limit", 20, "print at most that many of each; 0: all")
	return cmd
}

func (a *app) search(cmd *cobra.Command, words string, page index.Page) (found, error) {
	q, err := index.Parse(words)
	if err != nil {
		return found{}, usageError{err}
	}
	s, err := a.open(cmd, library.Options{ReadOnly: true})
	if err != nil {
		return found{}, err
	}
	defer s.Close()
	var f found
	if f.Passages, f.Total, err = s.Passages(cmd.Context(), q, page); err != nil {
		return found{}, err
	}
	f.Facts, _, err = s.Facts(cmd.Context(), q, page)
	return f, err
}

func (a *app) printFound(out io.Writer, f found) error {
	t := table{head: labels(a.lang(), "Year", "Office", "Page", "Section", "Sentence"), limit: 36}
	for _, p := range f.Passages {
		t.add(number(p.Report.Year), p.Report.Org, number(p.Place.Page), strings.Join(p.Section, " / "),
			marked(p.Text, p.Highlights))
	}
	if err := t.print(out); err != nil {
		return err
	}
	if len(f.Facts) == 0 {
		return nil
	}
	if _, err := fmt.Fprintln(out); err != nil {
		return err
	}
	write, err := factPrinter("table")
	if err != nil {
		return err
	}
	return write(out, f.Facts, a.lang())
}

// marked puts 【】 around the words that were asked for.
func marked(text string, spans []report.Span) string {
	var b strings.Builder
	at := 0
	for _, p := range spans {
		b.WriteString(text[at:p.Start] + "【" + p.Of(text) + "】")
		at = p.End
	}
	b.WriteString(text[at:])
	return b.String()
}
