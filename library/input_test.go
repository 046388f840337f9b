package library

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"taizhang/report"
)

func TestFilesOnDisk(t *testing.T) {
	dir := t.TempDir()
	good, large, locked := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "c.txt")
	err := errors.Join(
		os.WriteFile(good, []byte("新增学位3000个。"), 0o644),
		os.WriteFile(large, make([]byte, 2000), 0o644),
		os.WriteFile(locked, []byte("新增学位。"), 0o000))
	if err != nil {
		t.Fatal(err)
	}
	o := options(t)
	o.MaxBytes = 1000
	l := opened(t, dir+"/library", o)
	want := map[string]string{good: "", large: report.RefusedTooLarge, dir: report.RefusedUnsupported,
		filepath.Join(dir, "none"): report.RefusedMissing}
	if os.Getuid() != 0 {
		want[locked] = report.RefusedMissing
	}
	for path, code := range want {
		s := imported(t, l, []Input{{Path: path}})
		if r := s.Results[0]; r.Code != code || (code == "") != (r.Status == Imported) || r.Path != path {
			t.Errorf("%s: got %+v, want code %q", path, r, code)
		}
	}
	tooLarge := Input{Path: "archive/d.txt", Read: func() ([]byte, error) { return make([]byte, 2000), nil }}
	if r := imported(t, l, []Input{tooLarge}).Results[0]; r.Code != report.RefusedTooLarge {
		t.Errorf("member of an archive: got %+v", r)
	}
	sound(t, l, 1, 1)
}

func TestPartly(t *testing.T) {
	r := &report.Report{Text: report.Text{Pages: []report.PageMark{{Number: 1, Quality: report.Good}, {Number: 2, Quality: report.Unreadable}}}}
	if got := taken("a.pdf", r); got.Status != Partly || got.Code != CodePages || got.Hint == "" {
		t.Errorf("a report with an unreadable page: got %+v", got)
	}
	r.Text.Pages[1].Quality = report.Doubtful
	if got := taken("a.pdf", r); got.Status != Imported {
		t.Errorf("a report with a doubtful page: got %+v", got)
	}
}

// TestReportOfAnotherDocument refuses an extractor's report that is not the
// document's.
func TestReportOfAnotherDocument(t *testing.T) {
	r := report.Report{ID: "0123456789ab"}
	if err := identify(&r, &document{hash: hashOf([]byte("x"))}); err == nil {
		t.Error("a report of another document was taken in")
	}
}
