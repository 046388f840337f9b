package library

import (
	"context"
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
	Process int    // 0: not known; the library is being read
	Purpose string // what that process does, such as importing; empty: not known
}

func (e *InUseError) Error() string {
	return fmt.Sprintf("library %s is in use by %s; try again when it is done", e.Dir, e.Holder())
}

// Holder names the process, and says what it does as far as that is known.
func (e *InUseError) Holder() string {
	switch {
	case e.Process == 0:
		return "another process"
	case e.Purpose == "":
		return fmt.Sprintf("process %d", e.Process)
	}
	return fmt.Sprintf("process %d, which is %s", e.Process, e.Purpose)
}

// retry is how often a held lock is tried again.
const retry = 50 * time.Millisecond

// acquire takes the library's lock: alone for writing, with others for reading.
// It waits as long as the options allow. Who writes leaves its process id and
// purpose in the file. The system takes a dead process's lock away, so that what
// it left there means nothing.
func (f folder) acquire(ctx context.Context, o Options) (*flock.Flock, error) {
	path := f.path(lockFile)
	lock := flock.New(path)
	if err := f.wait(ctx, lock, o); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	if o.ReadOnly && readHolder(path).Process == 0 {
		return lock, nil
	}
	// No writer is there now, so an id in the file is of one that died.
	holder := ""
	if !o.ReadOnly {
		holder = strconv.Itoa(os.Getpid()) + " " + o.Purpose
	}
	if err := os.WriteFile(path, []byte(holder), 0o644); err != nil {
		return nil, fmt.Errorf("lock library: %w", errors.Join(err, lock.Close()))
	}
	return lock, nil
}

// wait tries the lock until it is had, the time is over, or ctx is done. It says
// for whom it waits once, and again when another has come before.
func (f folder) wait(ctx context.Context, lock *flock.Flock, o Options) error {
	var told InUseError
	for end := time.Now().Add(o.Wait); ; {
		ok, err := take(lock, o.ReadOnly)
		if err != nil {
			return fmt.Errorf("lock library: %w", err)
		}
		if ok {
			return nil
		}
		in := readHolder(lock.Path())
		in.Dir = string(f)
		if !time.Now().Before(end) {
			return &in
		}
		if o.Waiting != nil && in != told {
			o.Waiting(&in)
			told = in
		}
		select {
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), &in)
		case <-time.After(retry):
		}
	}
}

func take(lock *flock.Flock, readOnly bool) (bool, error) {
	if readOnly {
		return lock.TryRLock()
	}
	return lock.TryLock()
}

// readHolder returns what the lock file says of its holder.
func readHolder(path string) InUseError {
	data, err := os.ReadFile(path)
	if err != nil {
		return InUseError{}
	}
	id, purpose, _ := strings.Cut(strings.TrimSpace(string(data)), " ")
	n, err := strconv.Atoi(id)
	if err != nil {
		return InUseError{}
	}
	return InUseError{Process: n, Purpose: purpose}
}
