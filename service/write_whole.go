package service

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// WriteWhole puts data at a path, whole or not at all, making its folder. Errors
// name the file, not where it is: pages show them.
func WriteWhole(path string, data []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return notWritten(path, err)
	}
	temp, err := os.CreateTemp(dir, ".new-")
	if err != nil {
		return notWritten(path, err)
	}
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(notWritten(path, err), os.Remove(temp.Name()))
	}
	return syncedAfter(dir, nil)
}

// syncedAfter makes the names in a folder last.
func syncedAfter(dir string, err error) error {
	if err != nil {
		return notWritten(dir, err)
	}
	h, err := os.Open(dir)
	if err != nil {
		return notWritten(dir, err)
	}
	if err := errors.Join(h.Sync(), h.Close()); err != nil {
		return notWritten(dir, err)
	}
	return nil
}

func notWritten(path string, err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		err = inner // without the path
	}
	return fmt.Errorf("write %s: %w", filepath.Base(path), err)
}
