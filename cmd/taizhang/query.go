package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"taizhang/index"
	"taizhang/service"
)

const queryHelp = `A query is words and conditions, in Chinese or English:

  固定资产投资 年份:2023 单位:重建中心 类型:金额 值:>5亿 状态:计划 期限:<2024-07-01
  year:2019..2023 kind:amount modality:target NOT 财政 "重点项目"

Fields: 年份 year, 单位 org, 文种 document, 章节 section, 类型 kind, 状态 modality,
指标 indicator, 值 value, 期限 due, 规则 rule, 拼音 pinyin. Values are typed as
people write them: 5000万, 五亿元, 97%, 30亩 (which finds 公顷, too); ranges as
2019..2023, >5亿 or 5-10亿元. A whole name is typed 单位:="县教育局".

Words are joined by AND; OR, NOT, - and brackets work. Words without quotes are
looked for in other words, too (固投: 固定资产投资), and it is said so; those in
"quotes" are looked for just as they stand.`

// queryFlags are the flags of commands that ask a query.
type queryFlags struct {
	words  service.Words
	facets bool
	values int
	saved  string
}

func (f *queryFlags) add(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.words.Exact, "exact", false, "look for words only as they are typed, without synonyms")
	cmd.Flags().BoolVar(&f.words.Pinyin, "pinyin", false, "take Latin letters for pinyin, too: gudingzichan or gdzc")
	cmd.Flags().BoolVar(&f.facets, "facets", false, "count what is found by year, office, kind, modality and indicator")
	cmd.Flags().IntVar(&f.values, "values", 10, "with --facets: at most that many values of each")
	cmd.Flags().StringVar(&f.saved, "saved", "", "add the query saved under this name")
}

// limit is how many values of each facet are wanted, 0 for no facets.
func (f *queryFlags) limit() (int, error) {
	switch {
	case !f.facets:
		return 0, nil
	case f.values <= 0:
		return 0, usageError{fmt.Errorf("--values %d: want 1 or more", f.values)}
	}
	return f.values, nil
}

// query joins what was typed with the saved query.
func (f *queryFlags) query(s desk, args []string) (string, error) {
	typed := strings.Join(args, " ")
	if f.saved == "" {
		return typed, nil
	}
	saved, err := s.SavedSearch(f.saved)
	if err != nil || strings.TrimSpace(typed) == "" {
		return saved.Query, err
	}
	return "(" + saved.Query + ") (" + typed + ")", nil
}

// tell says on the error channel what was looked for beside the words typed,
// and what may have been meant.
func (a *app) tell(cmd *cobra.Command, also []index.Expansion, near []index.Correction) {
	if a.settings.GetBool("quiet") {
		return
	}
	for _, e := range also {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s → %s\n", a.lang().Label("also searched"), e.Word, strings.Join(e.Also, ", "))
	}
	for _, c := range near {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s → %s\n", a.lang().Label("did you mean"), c.Word, strings.Join(c.Near, ", "))
	}
}

// facetHeads are the fields of facets as tables call them.
var facetHeads = map[string]string{"year": "Year", "org": "Office", "document": "Document", "kind": "Kind",
	"modality": "Modality", "indicator": "Indicator"}

// printFacets prints counts, one value a line.
func (a *app) printFacets(out io.Writer, f index.Facets) error {
	t := table{head: labels(a.lang(), "Field", "Value", "Count", "Query"), limit: 40}
	for _, facet := range f.Facets {
		field := a.lang().Label(facetHeads[facet.Field])
		for _, v := range facet.Values {
			t.add(field, a.lang().Label(v.Value), strconv.Itoa(v.Count), v.Condition)
		}
		if facet.More > 0 {
			t.add(field, fmt.Sprintf("… +%d", facet.More), "", "")
		}
	}
	return t.print(out)
}
