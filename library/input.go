package library

import (
	"errors"
	"fmt"
	"os"

	"taizhang/report"
)

// Input is a file to import. Read is nil for a file on disk; a member of an
// archive brings its own.
type Input struct {
	Path string
	Read func() ([]byte, error)
}

// Bytes reads a document of at most so many bytes (0: 200 MB). The error is a
// *report.Refusal, or that of Read.
func (file Input) Bytes(most int64) ([]byte, error) {
	if most == 0 {
		most = defaultMaxBytes
	}
	if file.Read != nil {
		data, err := file.Read()
		if err == nil && int64(len(data)) > most {
			err = tooLarge(int64(len(data)), most)
		}
		return data, err
	}
	info, err := os.Stat(file.Path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &report.Refusal{Code: report.RefusedMissing,
			Why: "there is no such file", Hint: "check the path"}
	case err == nil && !info.Mode().IsRegular():
		return nil, &report.Refusal{Code: report.RefusedUnsupported,
			Why: "this is no ordinary file", Hint: "name the documents themselves"}
	case err == nil && info.Size() > most:
		return nil, tooLarge(info.Size(), most)
	}
	data, err := os.ReadFile(file.Path)
	if err != nil {
		return nil, &report.Refusal{Code: report.RefusedMissing, Why: "the file cannot be read",
			Hint: "check its permissions", Err: err}
	}
	return data, nil
}

func tooLarge(size, limit int64) *report.Refusal {
	return &report.Refusal{Code: report.RefusedTooLarge,
		Why:  fmt.Sprintf("the file has %d bytes, the limit is %d", size, limit),
		Hint: "split it, or raise the limit in the settings"}
}
