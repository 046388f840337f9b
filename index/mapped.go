package index

import (
	"errors"
	"fmt"
	"os"

	mmap "github.com/blevesearch/mmap-go"
)

// mapped is a file that is only ever added to and is read where the system
// maps it into memory.
type mapped struct {
	file  *os.File
	size  int64 // what counts; behind it stands what a crash left
	parts []mmap.MMap
}

// mapUnit is what the offset of a mapping has to be a multiple of, anywhere.
const mapUnit = 64 << 10

// openMapped opens the first size bytes of a file, and makes it if it may be
// written.
func openMapped(path string, size int64, readOnly bool) (*mapped, error) {
	mode := os.O_RDWR | os.O_CREATE
	if readOnly {
		mode = os.O_RDONLY
	}
	f, err := os.OpenFile(path, mode, 0o644)
	if err != nil {
		return nil, err
	}
	m := &mapped{file: f}
	info, err := f.Stat()
	if err == nil && info.Size() < size {
		err = fmt.Errorf("%w (%s is shorter than it should be)", ErrOutdated, path)
	}
	if err == nil && !readOnly {
		err = f.Truncate(size)
	}
	if err == nil {
		m.size = size
		_, err = m.hold(0, size)
	}
	if err != nil {
		return nil, errors.Join(err, m.close())
	}
	return m, nil
}

// hold maps a stretch of the file and returns it.
func (m *mapped) hold(at, length int64) ([]byte, error) {
	if length == 0 {
		return nil, nil
	}
	from := at / mapUnit * mapUnit
	part, err := mmap.MapRegion(m.file, int(at-from+length), mmap.RDONLY, 0, from)
	if err != nil {
		return nil, err
	}
	m.parts = append(m.parts, part)
	return part[at-from:], nil
}

// add writes data behind what counts, syncs it and returns where it stands and
// the memory it is mapped to. After an error nothing has been added.
func (m *mapped) add(data []byte) (at int64, held []byte, err error) {
	if _, err = m.file.WriteAt(data, m.size); err == nil {
		err = m.file.Sync()
	}
	if err == nil {
		held, err = m.hold(m.size, int64(len(data)))
	}
	if err != nil {
		return 0, nil, err
	}
	at = m.size
	m.size += int64(len(data))
	return at, held, nil
}

func (m *mapped) close() error {
	var errs []error
	for _, p := range m.parts {
		errs = append(errs, p.Unmap())
	}
	m.parts = nil
	return errors.Join(append(errs, m.file.Close())...)
}
