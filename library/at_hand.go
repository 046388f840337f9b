package library

import (
	"fmt"

	"taizhang/decision"
	"taizhang/report"
)

// Report returns a stored report as people corrected it, also a version that
// does not count. It is shared and must not be changed.
func (l *Library) Report(id string) (*report.Report, error) {
	if r, ok := l.cache.get(id); ok {
		return r, nil
	}
	a := l.applied.Load()
	r, err := l.read(id)
	if err == nil {
		err = wasRemoved(a, r)
	}
	if err != nil {
		return nil, err
	}
	r = a.Report(r)
	l.cache.put(r, func() bool { return l.applied.Load() == a })
	return r, nil
}

// Text returns a stored report without its facts and problems, which is read in
// half the time. What people corrected in its outline is left as it was. It is
// shared and must not be changed.
func (l *Library) Text(id string) (*report.Report, error) {
	for _, at := range []*cache{l.cache, l.texts} {
		if r, ok := at.get(id); ok {
			return r, nil
		}
	}
	a := l.applied.Load()
	r, err := l.readBy(id, l.codec.unpackText)
	if err == nil {
		err = wasRemoved(a, r)
	}
	if err != nil {
		return nil, err
	}
	l.texts.put(r, func() bool { return l.applied.Load() == a })
	return r, nil
}

func wasRemoved(a *decision.Applied, r *report.Report) error {
	if _, removed := a.Says(r.Hash, report.DecisionRemove); removed {
		return fmt.Errorf("report %s: %w: it was removed; taizhang remove --undo %s brings it back",
			r.ID, ErrNoReport, r.ID)
	}
	return nil
}

// forget drops what is kept at hand of a report.
func (l *Library) forget(id string) {
	l.cache.drop(id)
	l.texts.drop(id)
}
