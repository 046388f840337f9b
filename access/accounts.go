package access

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Role says what an account may do.
type Role string

// The roles: look at everything; and decide, import and change, too.
const (
	Reader Role = "reader"
	Editor Role = "editor"
)

// Account is somebody who may use the server.
type Account struct {
	Name     string   `json:"name"`
	Role     Role     `json:"role"`
	Password string   `json:"password"`         // hashed
	Tokens   []string `json:"tokens,omitempty"` // hashed, for programs
}

// Accounts are those who may use the server of a library. The zero Accounts
// let nobody in.
type Accounts struct {
	file string
	all  []Account
}

// accountsFile lies in the library's folder, for its owner alone.
const accountsFile = "accounts.json"

// Load reads the accounts of the library in dir; none where there is no file.
func Load(dir string) (*Accounts, error) {
	a := &Accounts{file: filepath.Join(dir, accountsFile)}
	data, err := os.ReadFile(a.file)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return nil, fmt.Errorf("accounts: %w", err)
	}
	if err := json.Unmarshal(data, &a.all); err != nil {
		return nil, fmt.Errorf("accounts: %s is damaged; remove it and add the users again: %w", accountsFile, err)
	}
	return a, nil
}

// List returns the accounts by name, without what proves who they are.
func (a *Accounts) List() []Account {
	var out []Account
	for _, one := range a.all {
		out = append(out, Account{Name: one.Name, Role: one.Role})
	}
	return out
}

// Set adds an account, or gives one that is there another role and password;
// its tokens are no longer right then.
func (a *Accounts) Set(name string, role Role, password string) error {
	switch {
	case strings.TrimSpace(name) != name || name == "" || utf8.RuneCountInString(name) > 60:
		return fmt.Errorf("name %q: want 1 to 60 characters without blanks around them", name)
	case role != Reader && role != Editor:
		return fmt.Errorf("role %q: want %s or %s", role, Reader, Editor)
	}
	hash, err := hashPassword(password)
	if err != nil {
		return err
	}
	a.all = slices.DeleteFunc(a.all, func(o Account) bool { return o.Name == name })
	a.all = append(a.all, Account{Name: name, Role: role, Password: hash})
	slices.SortFunc(a.all, func(x, y Account) int { return strings.Compare(x.Name, y.Name) })
	return a.save()
}

// Remove takes an account away.
func (a *Accounts) Remove(name string) error {
	i := a.find(name)
	if i < 0 {
		return fmt.Errorf("there is no user %q", name)
	}
	a.all = slices.Delete(a.all, i, i+1)
	return a.save()
}

// NewToken gives an account one more token, for a program; it is kept hashed
// and cannot be shown again.
func (a *Accounts) NewToken(name string) (string, error) {
	i := a.find(name)
	if i < 0 {
		return "", fmt.Errorf("there is no user %q", name)
	}
	token := newSecret()
	a.all[i].Tokens = append(a.all[i].Tokens, hashed(token))
	return token, a.save()
}

func (a *Accounts) find(name string) int {
	return slices.IndexFunc(a.all, func(o Account) bool { return o.Name == name })
}

// save writes the file whole or not at all.
func (a *Accounts) save() error {
	data, err := json.MarshalIndent(a.all, "", "  ")
	if err != nil {
		return fmt.Errorf("accounts: %w", err)
	}
	fresh := a.file + ".new"
	if err := os.WriteFile(fresh, data, 0o600); err != nil {
		return fmt.Errorf("accounts: %w", err)
	}
	return os.Rename(fresh, a.file)
}

// absent is checked where no account has the name, so that time tells nothing.
const absent = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

// ByPassword returns the account whose name and password these are.
func (a *Accounts) ByPassword(name, password string) (Account, bool) {
	i, kept := a.find(name), absent
	if i >= 0 {
		kept = a.all[i].Password
	}
	right, err := matches(kept, password)
	if i < 0 || !right || err != nil {
		return Account{}, false
	}
	return a.all[i], true
}

// ByToken returns the account that a token belongs to.
func (a *Accounts) ByToken(token string) (Account, bool) {
	hash := hashed(token)
	for _, one := range a.all {
		if slices.Contains(one.Tokens, hash) {
			return one, true
		}
	}
	return Account{}, false
}
