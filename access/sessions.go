package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"sync"
	"time"
)

// SessionTime is how long somebody stays signed in.
const SessionTime = 12 * time.Hour

// mostSessions bounds the memory; the oldest makes room.
const mostSessions = 10_000

// Sessions are those who are signed in. They are kept in memory: a new start
// signs everybody out.
type Sessions struct {
	mutex sync.Mutex
	all   map[string]session // by the hash of what the cookie holds
}

type session struct {
	account Account
	until   time.Time
}

// NewSessions returns no sessions.
func NewSessions() *Sessions { return &Sessions{all: map[string]session{}} }

// Begin signs an account in and returns what its cookie holds.
func (s *Sessions) Begin(a Account, now time.Time) string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if len(s.all) >= mostSessions {
		s.makeRoom(now)
	}
	secret := newSecret()
	s.all[hashed(secret)] = session{a, now.Add(SessionTime)}
	return secret
}

// makeRoom ends what is over, or else the oldest session.
func (s *Sessions) makeRoom(now time.Time) {
	oldest := ""
	for key, one := range s.all {
		if now.After(one.until) {
			delete(s.all, key)
		} else if oldest == "" || one.until.Before(s.all[oldest].until) {
			oldest = key
		}
	}
	if len(s.all) >= mostSessions {
		delete(s.all, oldest)
	}
}

// Of returns who is signed in with a cookie.
func (s *Sessions) Of(secret string, now time.Time) (Account, bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	one, ok := s.all[hashed(secret)]
	return one.account, ok && now.Before(one.until)
}

// End signs a session out.
func (s *Sessions) End(secret string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.all, hashed(secret))
}

func newSecret() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// hashed is what is kept of a secret: who reads it cannot use it.
func hashed(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
