package access

import (
	"sync"
	"time"
)

const (
	longest    = 15 * time.Minute
	mostKeys   = 10_000
	forgetting = 24 * time.Hour
)

// Limiter makes who gives wrong passwords wait, twice as long each time.
type Limiter struct {
	mutex sync.Mutex
	tries map[string]tries // by the hash of what is counted: names may be long
}

// Counted is something wrong passwords are counted for.
type Counted struct {
	What string
	Free int // wrong ones before anybody has to wait
}

// countedFor returns what a try is counted for: a name from one address, which
// is soon made to wait without anybody else's having to; an address, which may
// be of many people; a name from everywhere.
func countedFor(name, address string) []Counted {
	return []Counted{{"name " + name + " from " + address, 5}, {"address " + address, 20}, {"name " + name, 100}}
}

type tries struct {
	wrong int
	last  time.Time
	until time.Time // nothing is looked at before
}

// NewLimiter returns a limiter that makes nobody wait yet.
func NewLimiter() *Limiter { return &Limiter{tries: map[string]tries{}} }

// Wait returns how long one of them has to wait; 0: not at all.
func (l *Limiter) Wait(now time.Time, all ...Counted) time.Duration {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	wait := time.Duration(0)
	for _, c := range all {
		wait = max(wait, l.tries[hashed(c.What)].until.Sub(now))
	}
	return wait
}

// Wrong notes a wrong password.
func (l *Limiter) Wrong(now time.Time, all ...Counted) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, c := range all {
		k := hashed(c.What)
		t := l.tries[k]
		if now.Sub(t.last) > forgetting {
			t.wrong = 0
		}
		t.wrong++
		t.last = now
		if over := t.wrong - c.Free; over >= 0 {
			t.until = now.Add(min(longest, time.Second<<min(over, 20)))
		}
		if _, known := l.tries[k]; !known && len(l.tries) >= mostKeys {
			l.makeRoom()
		}
		l.tries[k] = t
	}
}

// makeRoom forgets the key that was wrong longest ago.
func (l *Limiter) makeRoom() {
	oldest := ""
	for k, t := range l.tries {
		if oldest == "" || t.last.Before(l.tries[oldest].last) {
			oldest = k
		}
	}
	delete(l.tries, oldest)
}

// Right forgets the wrong passwords.
func (l *Limiter) Right(all ...Counted) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, c := range all {
		delete(l.tries, hashed(c.What))
	}
}
