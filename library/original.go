package library

import (
	"errors"
	"fmt"
	"os"
)

// Original returns the bytes of a stored document by its hash, just as they
// were imported. The error says what to do where they are gone or changed.
func (l *Library) Original(hash string) ([]byte, error) {
	if len(hash) != 64 || !isID(hash) {
		return nil, fmt.Errorf("original %q: %w: want the hash of one, 64 hexadecimal digits", hash, ErrNoReport)
	}
	data, err := os.ReadFile(l.original(hash))
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("the original %s is gone; import the document again: %w: %w", idOf(hash), ErrNoReport, err)
	case err != nil:
		return nil, fmt.Errorf("read the original %s: %w", idOf(hash), err)
	case hashOf(data) != hash:
		return nil, fmt.Errorf("the original %s is not what was imported; import the document again",
			idOf(hash))
	}
	return data, nil
}
