package pipeline

import "io/fs"

// oneFile is a rule folder that holds a single file, in memory: a proposal on
// trial.
type oneFile struct {
	name string
	data []byte
}

// Open refuses: rule folders are listed and read whole.
func (f oneFile) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Glob returns the file where *.yaml is asked for.
func (f oneFile) Glob(pattern string) ([]string, error) {
	if pattern == "*.yaml" {
		return []string{f.name}, nil
	}
	return nil, nil
}

// ReadFile returns the file's bytes.
func (f oneFile) ReadFile(name string) ([]byte, error) {
	if name != f.name {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return f.data, nil
}
