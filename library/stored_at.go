package library

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// StoredAt returns when each report was last written, by id.
func (l *Library) StoredAt() (map[string]time.Time, error) {
	entries, err := os.ReadDir(l.path(reportsDir))
	if err != nil {
		return nil, fmt.Errorf("read library: %w", err)
	}
	out := map[string]time.Time{}
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), reportSuffix)
		info, err := e.Info()
		if !ok || err != nil { // one that is being replaced is there again soon
			continue
		}
		out[id] = info.ModTime()
	}
	return out, nil
}

// State returns what changes whenever reports or decisions do, however that
// comes about. What was worked out of a library holds as long as its state.
func (l *Library) State() (string, error) {
	reports, err := os.Stat(l.path(reportsDir))
	if err != nil {
		return "", fmt.Errorf("read library: %w", err)
	}
	var decided int64
	if info, err := os.Stat(l.path(decisionsFile)); err == nil {
		decided = info.Size() // the file only grows
	}
	l.mutex.RLock()
	count, facts := l.index.Counts() // a report counts from when it is in the index
	l.mutex.RUnlock()
	return fmt.Sprint(reports.ModTime().UnixNano(), " ", decided, " ", count, " ", facts), nil
}
