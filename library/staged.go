package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// staged is a file that was written beside and is not in its place yet.
type staged struct {
	file *os.File
	path string // its place
}

// stage writes data to a file of its own.
func (f folder) stage(path string, data []byte) (*staged, error) {
	temp, err := os.CreateTemp(f.path(temporaryDir), "new-")
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	s := &staged{temp, path}
	if _, err := temp.Write(data); err != nil {
		s.discard()
		return nil, fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return s, nil
}

// syncsAtOnce is how many files are synced at the same time: the disk serves many
// together in hardly more time than one.
const syncsAtOnce = 16

// place syncs files and then renames each into its place, so that it is there
// whole or not at all. The folders have to be synced before others may rely on
// the names. After an error nothing more is placed.
func place(all []*staged) error { return renameAll(all, syncAll(all)) }

// syncAll makes the contents of files last.
func syncAll(all []*staged) error {
	errs := make([]error, len(all))
	free := make(chan struct{}, syncsAtOnce)
	var syncs sync.WaitGroup
	for i, s := range all {
		free <- struct{}{}
		syncs.Go(func() {
			errs[i] = s.file.Sync()
			<-free
		})
	}
	syncs.Wait()
	return errors.Join(errs...)
}

// renameAll puts synced files into their places, unless syncing them gave an
// error.
func renameAll(all []*staged, err error) error {
	for _, s := range all {
		if err == nil {
			err = os.Rename(s.file.Name(), s.path)
		}
		if err != nil {
			s.discard()
			continue
		}
		err = s.file.Close()
	}
	if err != nil {
		return fmt.Errorf("write library: %w", err)
	}
	return nil
}

// discard removes a file that is not to be placed.
func (s *staged) discard() {
	if s != nil {
		_ = s.file.Close() // its content is of no use any more
		_ = os.Remove(s.file.Name())
	}
}
