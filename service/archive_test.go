package service

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"taizhang/pipeline"
	"taizhang/report"
)

// TestInputs lists files, folders and archives; what fits a skip pattern is
// left out, but not of the paths that were named.
func TestInputs(t *testing.T) {
	dir := t.TempDir()
	year := filepath.Join(dir, "2023")
	if err := os.MkdirAll(filepath.Join(year, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b.txt", "~$a.docx", ".git/x.txt"} {
		if err := os.WriteFile(filepath.Join(year, name), []byte("甲"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.Create(filepath.Join(year, "a.zip"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(file)
	for _, name := range []string{"乙/1.txt", "__MACOSX/2.txt", "乙/~$3.docx"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	skip := []string{".*", "~$*", "__MACOSX"}
	files, err := Inputs([]string{filepath.Join(dir, "none.txt"), year}, skip, pipeline.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		path, _ := filepath.Rel(dir, f.Path)
		got = append(got, filepath.ToSlash(path))
	}
	if want := []string{"none.txt", "2023/a.zip!/乙/1.txt", "2023/b.txt"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if data, err := files[1].Read(); err != nil || string(data) != "乙/1.txt" {
		t.Errorf("%q, %v", data, err)
	}
	one := pipeline.DefaultLimits()
	one.Members = 1
	files, err = Inputs([]string{filepath.Join(year, "a.zip")}, nil, one)
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var refusal *report.Refusal
	if _, err := files[0].Read(); !errors.As(err, &refusal) || refusal.Code != report.RefusedTooLarge {
		t.Errorf("%v, want a refusal", err)
	}
	if _, err := Inputs([]string{year}, []string{"["}, one); err == nil {
		t.Error("a pattern that is none was taken")
	}
}
