package library

import (
	"context"
	"sync/atomic"
	"time"
)

// Who asks goes before who imports: a document that is to be worked on waits
// while somebody searches, or did so just now, but no longer than this, so that
// an import goes on beside searches without end.
const (
	mostGiven = 25 * time.Millisecond
	justNow   = 10 * time.Millisecond
	lookAgain = time.Millisecond
)

// asking counts those who are being answered.
type asking struct {
	now  atomic.Int32
	last atomic.Int64 // when the last of them had been answered, in nanoseconds since 1970
}

// reading holds the index for somebody who asks, until the function it returns
// is called.
func (l *Library) reading() func() {
	l.asking.now.Add(1)
	l.mutex.RLock()
	return func() {
		l.mutex.RUnlock()
		l.asking.last.Store(time.Now().UnixNano())
		l.asking.now.Add(-1)
	}
}

// giveWay waits while somebody asks.
func (a *asking) giveWay(ctx context.Context) {
	for end := time.Now().Add(mostGiven); a.busy() && ctx.Err() == nil && time.Now().Before(end); {
		time.Sleep(lookAgain)
	}
}

func (a *asking) busy() bool {
	return a.now.Load() > 0 || time.Since(time.Unix(0, a.last.Load())) < justNow
}
