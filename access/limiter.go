package access

import (
	"sync"
	"time"
)

const (
	freeTries  = 5 // wrong passwords before anybody has to wait
	longest    = 15 * time.Minute
	mostKeys   = 10_000
	forgetting = 24 * time.Hour
)

// Limiter makes who gives wrong passwords wait, twice as long each time: by
// name, and by address.
type Limiter struct {
	mutex sync.Mutex
	tries map[string]tries
}

type tries struct {
	wrong int
	last  time.Time
	until time.Time // nothing is looked at before
}

// NewLimiter returns a limiter that makes nobody wait yet.
func NewLimiter() *Limiter { return &Limiter{tries: map[string]tries{}} }

// Wait returns how long one of the keys has to wait; 0: not at all.
func (l *Limiter) Wait(now time.Time, keys ...string) time.Duration {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	wait := time.Duration(0)
	for _, k := range keys {
		wait = max(wait, l.tries[k].until.Sub(now))
	}
	return wait
}

// Wrong notes a wrong password.
func (l *Limiter) Wrong(now time.Time, keys ...string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, k := range keys {
		t := l.tries[k]
		if now.Sub(t.last) > forgetting {
			t.wrong = 0
		}
		t.wrong++
		t.last = now
		if over := t.wrong - freeTries; over >= 0 {
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

// Right forgets the wrong passwords of keys.
func (l *Limiter) Right(keys ...string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, k := range keys {
		delete(l.tries, k)
	}
}
