package service

import (
	"time"

	"taizhang/library"
)

// Observer is told what a service does, for logs and metrics. Its functions may
// be nil, and are called by several goroutines.
type Observer struct {
	File func(library.Result)                  // a file of an import
	Took func(what string, time time.Duration) // import, search, facts, ledger, series, check
}

func (o Observer) file(r library.Result) {
	if o.File != nil {
		o.File(r)
	}
}

// timed tells the observer how long something took, from now to the call of
// what it returns.
func (s *Service) timed(what string) (end func()) {
	if s.settings.Observer.Took == nil {
		return func() {}
	}
	begin := time.Now()
	return func() { s.settings.Observer.Took(what, time.Since(begin)) }
}
