package service

import (
	"io"
	"mime/multipart"

	"taizhang/library"
)

// Uploads lists the files of an import that were sent: each as it is, of ZIP
// archives the files in them, as Inputs does with paths. The names are their
// sender's; they are shown and never opened.
func (s *Service) Uploads(sent []*multipart.FileHeader) ([]library.Input, error) {
	var files []library.Input
	for _, f := range sent {
		upload := &reopened{open: func() (openFile, int64, error) {
			file, err := f.Open()
			return file, f.Size, err
		}}
		members, archive, err := archiveInputs(f.Filename, upload, s.settings.Skip, s.settings.Pipeline.Read.Limits)
		if err != nil {
			return nil, err
		}
		if !archive {
			members = []library.Input{{Path: f.Filename, Read: func() ([]byte, error) { return readUpload(f) }}}
		}
		files = append(files, members...)
	}
	return files, nil
}

func readUpload(f *multipart.FileHeader) ([]byte, error) {
	file, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
