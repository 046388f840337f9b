package service

import (
	"io/fs"
	"path/filepath"
)

// IndexBytes returns the size of the index on disk. Files that come and go
// meanwhile are left out.
func (s *Service) IndexBytes() int64 {
	var size int64
	_ = filepath.WalkDir(filepath.Join(s.settings.Library, "index"), func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			size += info.Size()
		}
		return nil
	})
	return size
}
