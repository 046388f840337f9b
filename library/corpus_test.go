package library

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/pipeline"
	"taizhang/report"
)

// TestVersionsOfRealReports imports real reports, of which the folders named
// after others hold second transcriptions: all are found, and no others.
func TestVersionsOfRealReports(t *testing.T) {
	root := os.Getenv("TAIZHANG_SHARED")
	if root == "" {
		root = "../../shared"
	}
	root = filepath.Join(root, "corpus", "dev")
	if _, err := os.Stat(root); err != nil || !isLong() {
		t.Skip("needs TAIZHANG_LONG=1 and the corpus in TAIZHANG_SHARED")
	}
	p, _, err := pipeline.New(pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	var files []Input
	want := 0
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, Input{Path: path})
			if strings.Contains(filepath.Base(filepath.Dir(path)), "_") {
				want++
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	l := opened(t, t.TempDir()+"/library", Options{Cutter: p.Segmenter(), Create: true})
	extract := func(ctx context.Context, name string, data []byte) (report.Report, error) {
		return p.File(ctx, name, data, pipeline.Hints{})
	}
	if _, err := l.Import(t.Context(), files, extract, nil); err != nil {
		t.Fatal(err)
	}
	all, err := l.Versions()
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range all {
		for _, v := range group[1:] {
			if v.Name != group[0].Name {
				t.Errorf("%s and %s are taken for versions of one report", group[0].Name, v.Name)
			}
		}
	}
	if len(all) != want {
		t.Errorf("%d reports have versions, want %d", len(all), want)
	}
	t.Logf("%d files, %d second transcriptions, %d found", len(files), want, len(all))
}
