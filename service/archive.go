package service

import (
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// MemberMark parts the path of an archive from that of a file in it.
const MemberMark = "!/"

// ReadMember returns the bytes of a file in an archive, named as Inputs names
// it. The error is a *report.Refusal.
func ReadMember(path string, limits pipeline.Limits) ([]byte, error) {
	archive, _, _ := strings.Cut(path, MemberMark)
	files, err := Inputs([]string{archive}, nil, limits)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if f.Path == path {
			return f.Read()
		}
	}
	return nil, &report.Refusal{Code: report.RefusedMissing, Why: "no file " + path,
		Hint: "check the path; taizhang import lists the files of an archive"}
}

// archiveInputs lists the documents in an archive, and is false where the file is
// none. An archive that cannot be listed is one refusal.
func archiveInputs(path string, file *reopened, skip []string, limits pipeline.Limits) ([]library.Input, bool, error) {
	var members []pipeline.Member
	archive := false
	err := file.whileOpen(func(size int64) (err error) {
		if archive = pipeline.IsArchive(file, size, limits); archive {
			members, err = pipeline.Members(file, size, limits)
		}
		return err
	})
	switch {
	case !archive:
		return nil, false, nil // what else it is, its reader says
	case err != nil:
		return []library.Input{{Path: path, Read: func() ([]byte, error) { return nil, err }}}, true, nil
	}
	var files []library.Input
	for _, m := range members {
		skipped, err := fitsAny(m.Path, skip)
		if err != nil {
			return nil, true, err
		}
		if !skipped {
			files = append(files, library.Input{Path: path + MemberMark + m.Path, Read: func() (data []byte, err error) {
				err = file.whileOpen(func(int64) (err error) {
					data, err = m.Read()
					return err
				})
				return data, err
			}})
		}
	}
	return files, true, nil
}

// fitsAny tells whether a member, or a folder it is in, fits a skip pattern.
func fitsAny(path string, skip []string) (bool, error) {
	for name := range strings.SplitSeq(path, "/") {
		if skipped, err := fits(strings.TrimSuffix(name, "!"), skip); skipped || err != nil {
			return skipped, err
		}
	}
	return false, nil
}

// openFile is a file that can be read anywhere.
type openFile interface {
	io.Reader
	io.ReaderAt
	io.Closer
}

// reopened is a file that is open only while it is read: an import may hold
// very many archives.
type reopened struct {
	open func() (file openFile, size int64, err error)
	mu   sync.Mutex
	file openFile
}

// onDisk is the file at path.
func onDisk(path string) *reopened {
	return &reopened{open: func() (openFile, int64, error) {
		file, err := os.Open(path)
		if err != nil {
			return nil, 0, err
		}
		info, err := file.Stat()
		if err != nil || !info.Mode().IsRegular() {
			return nil, 0, errors.Join(err, os.ErrInvalid, file.Close())
		}
		return file, info.Size(), nil
	}}
}

// whileOpen calls use, with the file's size, while the file is open.
func (f *reopened) whileOpen(use func(size int64) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	file, size, err := f.open()
	if err != nil {
		return err
	}
	defer file.Close()
	f.file = file
	return use(size)
}

// ReadAt reads from the open file.
func (f *reopened) ReadAt(p []byte, at int64) (int, error) { return f.file.ReadAt(p, at) }
