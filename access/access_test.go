package access

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var morning = time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC)

func TestAccounts(t *testing.T) {
	dir := t.TempDir()
	a, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Set("周敏", Editor, "correct horse 电池"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, accountsFile))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v; want it for its owner alone", info, err)
	}
	b, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, password string
		want           bool
	}{
		{"周敏", "correct horse 电池", true},
		{"周敏", "correct horse", false},
		{"周敏", "", false},
		{"周敏", strings.Repeat("长", 10_000), false},
		{"nobody", "correct horse 电池", false},
		{"", "", false},
	} {
		if got, ok := b.ByPassword(test.name, test.password); ok != test.want || ok && got.Role != Editor {
			t.Errorf("%q, %q: %v %v", test.name, test.password, got, ok)
		}
	}
	if err := b.Remove("周敏"); err != nil {
		t.Fatal(err)
	}
	if _, ok := b.ByPassword("周敏", "correct horse 电池"); ok {
		t.Error("a removed account is let in")
	}
}

func TestAccountsRefused(t *testing.T) {
	a, err := Load(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name     string
		role     Role
		password string
	}{{"", Editor, "long enough 1"}, {"周", "admin", "long enough 1"}, {"周", Reader, "short"}, {" 周", Reader, "long enough 1"}} {
		if err := a.Set(test.name, test.role, test.password); err == nil {
			t.Errorf("%+v is taken", test)
		}
	}
}

func TestTokens(t *testing.T) {
	dir := t.TempDir()
	a, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Set("程序", Reader, "a password of its own"); err != nil {
		t.Fatal(err)
	}
	token, err := a.NewToken("程序")
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := a.ByToken(token); !ok || got.Name != "程序" {
		t.Errorf("the token is of %v, %v", got, ok)
	}
	if _, ok := a.ByToken(token + "x"); ok {
		t.Error("a wrong token is taken")
	}
	data, err := os.ReadFile(filepath.Join(dir, accountsFile))
	if err != nil || strings.Contains(string(data), token) {
		t.Errorf("the token is kept as it is: %v", err)
	}
}

func TestSessions(t *testing.T) {
	s := NewSessions()
	secret := s.Begin(Account{Name: "周"}, morning)
	if _, ok := s.Of(secret, morning.Add(time.Hour)); !ok {
		t.Error("a session is over after an hour")
	}
	if _, ok := s.Of(secret, morning.Add(SessionTime)); ok {
		t.Error("a session never ends")
	}
	if _, ok := s.Of("forged", morning); ok {
		t.Error("a forged cookie is taken")
	}
	s.End(secret)
	if _, ok := s.Of(secret, morning); ok {
		t.Error("who signed out is still in")
	}
	for range mostSessions + 100 {
		s.Begin(Account{}, morning)
	}
	if n := len(s.all); n > mostSessions {
		t.Errorf("%d sessions are kept, want at most %d", n, mostSessions)
	}
}

// TestLimiter gives ten thousand wrong passwords, one a second: hardly any are
// looked at, and who has the name comes in from elsewhere.
func TestLimiter(t *testing.T) {
	l := NewLimiter()
	looked := 0
	now := morning
	guesser, owner := countedFor("周", "10.0.0.1"), countedFor("周", "10.0.0.2")
	for range 10_000 {
		if l.Wait(now, guesser...) == 0 {
			looked++
			l.Wrong(now, guesser...)
		}
		now = now.Add(time.Second)
	}
	if looked > 30 {
		t.Errorf("%d of 10000 passwords were looked at, want at most 30", looked)
	}
	if l.Wait(now, owner...) != 0 {
		t.Error("who has the name has to wait at another address")
	}
	l.Right(guesser...)
	if l.Wait(now, guesser...) != 0 {
		t.Error("who knew the password has to wait")
	}
}

// TestLimiterFromEverywhere guesses one password from many addresses, and from
// one address those of many names.
func TestLimiterFromEverywhere(t *testing.T) {
	for what, of := range map[string]func(i int) []Counted{
		"addresses": func(i int) []Counted { return countedFor("周", fmt.Sprint(i)) },
		"names":     func(i int) []Counted { return countedFor(fmt.Sprint(i), "10.0.0.1") },
	} {
		l, looked := NewLimiter(), 0
		for i := range 10_000 {
			if l.Wait(morning, of(i)...) == 0 {
				looked++
				l.Wrong(morning, of(i)...)
			}
		}
		if looked > 100 {
			t.Errorf("many %s: %d of 10000 passwords were looked at, want at most 100", what, looked)
		}
	}
}

func TestLimiterIsBounded(t *testing.T) {
	l := NewLimiter()
	long := strings.Repeat("长", 100_000)
	for i := range mostKeys + 10 {
		l.Wrong(morning, Counted{fmt.Sprint(i), 5})
	}
	l.Wrong(morning, countedFor(long, "10.0.0.1")...)
	if len(l.tries) > mostKeys {
		t.Errorf("%d keys are kept, want at most %d", len(l.tries), mostKeys)
	}
	for k := range l.tries {
		if len(k) > 64 {
			t.Fatalf("a key of %d bytes is kept", len(k))
		}
	}
}
