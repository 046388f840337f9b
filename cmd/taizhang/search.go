package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/index"
	"taizhang/report"
	"taizhang/service"
)

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
			f, err := a.search(cmd, service.SearchRequest{Query: strings.Join(args, " "), Page: page})
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

func (a *app) search(cmd *cobra.Command, q service.SearchRequest) (service.Found, error) {
	if err := q.Check(); err != nil {
		return service.Found{}, err
	}
	s, err := a.open(cmd, service.Reading)
	if err != nil {
		return service.Found{}, err
	}
	defer s.Close()
	return s.Search(cmd.Context(), q)
}

func (a *app) printFound(out io.Writer, f service.Found) error {
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
