package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// createFile writes a file that is not there yet, whole or not at all.
func createFile(path string, write func(io.Writer) error) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return usageError{fmt.Errorf("%s is there already; name another file, or move that one away", path)}
	}
	part := path + ".part"
	f, err := os.Create(part)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return nil
}
