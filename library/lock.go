package library

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// InUseError is the error of a library that another process holds.
type InUseError struct {
	Dir     string
	Process int // 0: not known; the library is being read
}

func (e *InUseError) Error() string {
	if e.Process == 0 {
		return fmt.Sprintf("library %s is in use by another process; try again when it is done",
			e.Dir)
	}
	return fmt.Sprintf("library %s is in use by process %d; try again when it is done",
		e.Dir, e.Process)
}

// retry is how often a held lock is tried again.
const retry = 50 * time.Millisecond

// acquire takes the library's lock: alone for writing, with others for reading.
// It waits at most that long. Who writes leaves its process id in the file.
func (f folder) acquire(readOnly bool, wait time.Duration) (*flock.Flock, error) {
	path := f.path(lockFile)
	lock := flock.New(path)
	ok, err := take(lock, readOnly)
	for end := time.Now().Add(wait); err == nil && !ok && time.Now().Before(end); {
		time.Sleep(retry)
		ok, err = take(lock, readOnly)
	}
	if err != nil {
		return nil, fmt.Errorf("lock library: %w", err)
	}
	if !ok {
		return nil, &InUseError{string(f), holder(path)}
	}
	if readOnly && holder(path) == 0 {
		return lock, nil
	}
	// No writer is there now, so an id in the file is of one that died.
	id := ""
	if !readOnly {
		id = strconv.Itoa(os.Getpid())
	}
	if err := os.WriteFile(path, []byte(id), 0o644); err != nil {
		return nil, fmt.Errorf("lock library: %w", errors.Join(err, lock.Close()))
	}
	return lock, nil
}

func take(lock *flock.Flock, readOnly bool) (bool, error) {
	if readOnly {
		return lock.TryRLock()
	}
	return lock.TryLock()
}

// holder returns the process id in the lock file, 0 if there is none.
func holder(path string) int {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	id, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return 0
	}
	return id
}
