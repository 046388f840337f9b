package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// pendingFile holds the ids of reports that are being replaced, one a line: the
// index may not agree with them after a crash.
const pendingFile = "pending"

func (f folder) pending() ([]string, error) {
	data, err := os.ReadFile(f.path(pendingFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read library: %w", err)
	}
	return strings.Fields(string(data)), nil
}

// notePending writes down which reports are being replaced; none ends it.
func (f folder) notePending(ids []string) error {
	if len(ids) > 0 {
		data := strings.Join(ids, "\n") + "\n"
		return errors.Join(f.write(f.path(pendingFile), []byte(data)), f.sync(""))
	}
	if err := os.Remove(f.path(pendingFile)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
