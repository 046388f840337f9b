package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// register is the list of the reports that readers may see: a file of lines,
// one for each change. What an Add brings becomes visible with one line, so a
// report is there whole or not at all, whatever happens.
type register struct {
	file *os.File
	size int64 // of the lines that are whole
}

// change is a line of the register.
type change struct {
	Blocks  int64   `json:"blocks"`  // size of the file of blocks
	Strings int64   `json:"strings"` // size of the dictionary's file
	Added   []added `json:"added,omitempty"`
	Bundles []int   `json:"bundles,omitempty"` // how many of them each bundle has
	Removed string  `json:"removed,omitempty"` // id of a report
}

// added says where the block of a new report lies.
type added struct {
	Entry  Entry `json:"entry"`
	At     int64 `json:"at"`
	Length int64 `json:"length"`
}

// openRegister reads a register. A last line that is not whole does not count.
func openRegister(path string, readOnly bool) (*register, []change, error) {
	mode := os.O_RDWR | os.O_CREATE
	if readOnly {
		mode = os.O_RDONLY
	}
	f, err := os.OpenFile(path, mode, 0o644)
	if err != nil {
		return nil, nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	r := &register{file: f}
	changes, size := parsedChanges(data)
	r.size = size
	return r, changes, nil
}

// parsedChanges returns the changes of the lines before the first that is not
// whole, and how many bytes they take. Several processors are at work.
func parsedChanges(data []byte) (changes []change, size int64) {
	lines := slices.Collect(bytes.Lines(data))
	changes = make([]change, len(lines))
	whole := make([]bool, len(lines))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1) - 1); i < len(lines); i = int(next.Add(1) - 1) {
				line := lines[i]
				whole[i] = line[len(line)-1] == '\n' && json.Unmarshal(line, &changes[i]) == nil
			}
		})
	}
	workers.Wait()
	for i, line := range lines {
		if !whole[i] {
			return changes[:i], size
		}
		size += int64(len(line))
	}
	return changes, size
}

// add writes a change and syncs it. After an error it has not happened.
func (r *register) add(c change) error {
	line, err := json.Marshal(c)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if err := r.file.Truncate(r.size); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	_, err = r.file.WriteAt(line, r.size)
	if err == nil {
		err = r.file.Sync()
	}
	if err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	r.size += int64(len(line))
	return nil
}

func (r *register) close() error { return r.file.Close() }
