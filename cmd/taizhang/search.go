package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/index"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// searchFlags are the flags of search.
type searchFlags struct {
	queryFlags
	page    index.Page
	format  string
	save    string
	queries string
}

func newSearch(a *app) *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "find sentences and facts of the library",
		Long: "Search finds the sentences in which the words stand (any piece of two characters\nor more is found), and the facts that meet the query.\n\n" +
			queryHelp,
		Example: "  taizhang search 项目建设\n  taizhang search '\"统筹推进\" 年份:2023' --facets\n" +
			"  taizhang search '固投 值:>5亿' --save 大额投资\n  taizhang search --saved 大额投资 年份:2023\n" +
			"  taizhang search --queries queries.txt --format csv",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.saved != "" || f.queries != "" {
				return nil
			}
			return checked(cobra.MinimumNArgs(1))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.queries != "" {
				return a.askAll(cmd, f)
			}
			return a.search(cmd, f, args)
		},
	}
	f.queryFlags.add(cmd)
	addPageFlags(cmd, &f.page)
	limit := cmd.Flags().Lookup("limit")
	limit.Usage, limit.DefValue, f.page.Limit = "print at most that many of each; 0: all", "20", 20
	cmd.Flags().StringVar(&f.format, "format", "table", "table or json; with --queries table, csv or jsonl")
	cmd.Flags().StringVar(&f.save, "save", "", "keep the query under this name")
	cmd.Flags().StringVar(&f.queries, "queries", "", "ask the queries of this file, one a line, and print a table of what they find")
	cmd.AddCommand(newSearchSaved(a))
	return cmd
}

func (a *app) search(cmd *cobra.Command, f searchFlags, args []string) error {
	if f.format != "table" && f.format != "json" {
		return usageError{fmt.Errorf("--format %s: want table or json", f.format)}
	}
	limit, err := f.limit()
	if err != nil {
		return err
	}
	q := service.SearchRequest{Query: strings.Join(args, " "), Page: f.page, Words: f.words, Facets: limit}
	if err := q.Check(); err != nil {
		return err
	}
	s, err := a.desk(cmd, service.Reading)
	if err != nil {
		return err
	}
	defer s.Close()
	if q.Query, err = f.query(s, args); err != nil {
		return err
	}
	found, err := s.Search(cmd.Context(), q)
	if err != nil {
		return err
	}
	if f.save != "" {
		if err := s.SaveSearch(cmd.Context(), library.SavedSearch{Name: f.save, Query: q.Query}); err != nil {
			return err
		}
	}
	if f.format == "json" {
		return printJSON(cmd.OutOrStdout(), found)
	}
	a.tell(cmd, found.Also, found.Near)
	return a.printFound(cmd.OutOrStdout(), found)
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
	if len(f.Facts) > 0 {
		if _, err := fmt.Fprintln(out); err != nil {
			return err
		}
		write, err := factPrinter("table")
		if err != nil {
			return err
		}
		if err := write(out, f.Facts, a.lang()); err != nil {
			return err
		}
	}
	if f.Facets == nil {
		return nil
	}
	if _, err := fmt.Fprintln(out); err != nil {
		return err
	}
	return a.printFacets(out, *f.Facets)
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
