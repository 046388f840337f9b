package access

import (
	"os"
	"path/filepath"
	"sync"
	"time"
)

// hashing is how many passwords are checked at once: each takes 19 MiB.
const hashing = 2

// Gate lets people and programs in to the server of a library.
type Gate struct {
	dir      string
	clock    func() time.Time
	sessions *Sessions
	limiter  *Limiter
	hashing  chan struct{}

	mutex    sync.Mutex
	accounts *Accounts
	stamp    time.Time // of the file when it was read
}

// NewGate returns the gate of the library in dir. Accounts that are added,
// changed or removed meanwhile take effect at once.
func NewGate(dir string, clock func() time.Time) (*Gate, error) {
	g := &Gate{dir: dir, clock: clock, sessions: NewSessions(), limiter: NewLimiter(), hashing: make(chan struct{}, hashing)}
	_, err := g.current()
	return g, err
}

// current returns the accounts as the file has them now. A file that cannot be
// read lets nobody in whom the last one did not.
func (g *Gate) current() (*Accounts, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	stamp := time.Time{}
	if info, err := os.Stat(filepath.Join(g.dir, accountsFile)); err == nil {
		stamp = info.ModTime()
	}
	if g.accounts != nil && stamp.Equal(g.stamp) {
		return g.accounts, nil
	}
	fresh, err := Load(g.dir)
	if err != nil {
		return g.accounts, err
	}
	g.accounts, g.stamp = fresh, stamp
	return fresh, nil
}

// Guarded tells whether there are accounts: without any, everybody who reaches
// the server may do everything.
func (g *Gate) Guarded() bool {
	a, err := g.current()
	return err != nil || len(a.all) > 0
}

// SignIn returns what the cookie of a new session holds. ok is false where name
// and password do not fit, or where so many did not that it has to wait.
func (g *Gate) SignIn(name, password, address string) (secret string, wait time.Duration, ok bool) {
	keys := countedFor(name, address)
	if wait = g.limiter.Wait(g.clock(), keys...); wait > 0 {
		return "", wait, false
	}
	a, err := g.current()
	if err != nil {
		return "", 0, false
	}
	g.hashing <- struct{}{}
	account, ok := a.ByPassword(name, password)
	<-g.hashing
	if !ok {
		g.limiter.Wrong(g.clock(), keys...)
		return "", g.limiter.Wait(g.clock(), keys...), false
	}
	g.limiter.Right(keys...)
	return g.sessions.Begin(account, g.clock()), 0, true
}

// SignedIn returns whose session a cookie is of, with the role that the account
// has now.
func (g *Gate) SignedIn(secret string) (Account, bool) {
	then, ok := g.sessions.Of(secret, g.clock())
	if !ok {
		return Account{}, false
	}
	a, err := g.current()
	if err != nil {
		return Account{}, false
	}
	i := a.find(then.Name)
	if i < 0 || a.all[i].Password != then.Password {
		g.sessions.End(secret) // removed, or given another password
		return Account{}, false
	}
	return a.all[i], true
}

// Token returns the account a program's token belongs to.
func (g *Gate) Token(token string) (Account, bool) {
	a, err := g.current()
	if err != nil {
		return Account{}, false
	}
	return a.ByToken(token)
}

// SignOut ends a session.
func (g *Gate) SignOut(secret string) { g.sessions.End(secret) }
