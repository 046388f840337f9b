package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"taizhang/access"
)

func newUser(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "user",
		Short: "say who may use the server: accounts with a password and a role",
		Long: `Without accounts whoever reaches the server may do everything, and serve
listens on this machine alone. As soon as there is one, people sign in with name
and password, and programs give a token; a reader looks at everything, an editor
decides and imports, too. Passwords and tokens are kept hashed, in the library's
folder. What is changed here takes effect in a running server at once.`,
		Example: "  taizhang user add 周敏 --role editor\n  taizhang user token 周敏\n  taizhang user list",
		Args:    checked(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newUserAdd(a), newUserRemove(a), newUserToken(a), newUserList(a))
	return cmd
}

// accounts loads the accounts of the library.
func (a *app) accounts() (*access.Accounts, error) {
	dir := a.settings.GetString("library")
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("there is no library at %s; taizhang import makes one", dir)
	}
	return access.Load(dir)
}

func newUserAdd(a *app) *cobra.Command {
	role := string(access.Reader)
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "add an account, or change its role and password",
		Long: `Add asks for the password, twice, or takes the first line of its input where
that is no terminal.`,
		Example: "  taizhang user add 周敏 --role editor",
		Args:    checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			accounts, err := a.accounts()
			if err != nil {
				return err
			}
			password, err := readPassword(cmd)
			if err != nil {
				return err
			}
			if err := accounts.Set(args[0], access.Role(role), password); err != nil {
				return usageError{err}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s may sign in as %s\n", args[0], role)
			return err
		},
	}
	cmd.Flags().StringVar(&role, "role", role, "reader or editor")
	return cmd
}

// readPassword asks for a password without showing it.
func readPassword(cmd *cobra.Command) (string, error) {
	if in, ok := cmd.InOrStdin().(*os.File); ok && term.IsTerminal(int(in.Fd())) {
		first, err := askPassword(cmd, in, "password: ")
		if err != nil {
			return "", err
		}
		if second, err := askPassword(cmd, in, "again: "); err != nil || first != second {
			return "", errors.Join(err, errors.New("the two passwords differ; nothing was changed"))
		}
		return first, nil
	}
	line, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", usageError{errors.Join(errors.New("want the password as the first line of the input"), err)}
	}
	return line, nil
}

func askPassword(cmd *cobra.Command, in *os.File, prompt string) (string, error) {
	fmt.Fprint(cmd.ErrOrStderr(), prompt)
	password, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(cmd.ErrOrStderr())
	return string(password), err
}

func newUserRemove(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: "take an account away; who is signed in with it is signed out",
		Args:  checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			accounts, err := a.accounts()
			if err != nil {
				return err
			}
			if err := accounts.Remove(args[0]); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s may not sign in any more\n", args[0])
			return err
		},
	}
}

func newUserToken(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "token NAME",
		Short: "print a new token, with which a program may do what the account may",
		Long: `Token prints a token once; it is given as Authorization: Bearer TOKEN. To take
tokens back, add the account again.`,
		Args: checked(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			accounts, err := a.accounts()
			if err != nil {
				return err
			}
			token, err := accounts.NewToken(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), token)
			return err
		},
	}
}

func newUserList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "list the accounts",
		Args:  checked(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			accounts, err := a.accounts()
			if err != nil {
				return err
			}
			t := table{head: []string{"USER", "ROLE"}}
			for _, one := range accounts.List() {
				t.add(one.Name, string(one.Role))
			}
			return t.print(cmd.OutOrStdout())
		},
	}
}
