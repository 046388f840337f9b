package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newConfig(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "list every setting with its value, where it comes from, and what it means",
		Long: `Settings come from, by rising force: built-in values, the user's taizhang.yaml,
the library's taizhang.yaml, the file of --config, TAIZHANG_… in the
environment, flags.`,
		Args: checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			t := table{head: []string{"SETTING", "VALUE", "FROM", "BUILT-IN", "MEANING"}}
			for _, k := range known() {
				t.add(k.name, a.settings.GetString(k.name), a.settings.source(k.name),
					fmt.Sprint(k.value), k.meaning)
			}
			return t.print(cmd.OutOrStdout())
		},
	}
}
