package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"taizhang/report"
)

// shared loads rules and dictionaries once for all tests of the package.
var shared = sync.OnceValues(func() (*Pipeline, error) {
	cache := filepath.Join(os.TempDir(), "taizhang-test")
	p, problems, err := New(Options{CacheDir: cache})
	for _, x := range problems {
		err = errors.Join(err, errors.New(x.String()))
	}
	return p, err
})

func pipeline(t testing.TB) *Pipeline {
	t.Helper()
	p, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sharedDir returns the folder of real reports, or skips.
func sharedDir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("TAIZHANG_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Skipf("no real reports: %v (TAIZHANG_SHARED names another folder)", err)
	}
	return dir
}

// documents returns the files below dir that are documents; sources of samples
// and the formats that other programs read are left out.
func documents(t testing.TB, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if err == nil && (d.Name() == "src" || d.Name() == "formats") {
				return filepath.SkipDir
			}
			return err
		}
		switch filepath.Ext(path) {
		case ".txt", ".md", ".docx", ".pdf":
			if d.Name() != "README.md" {
				out = append(out, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func extract(t testing.TB, file string) report.Report {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := pipeline(t).File(context.Background(), filepath.Base(file), data, Hints{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkPlaces holds the promise of places: the bytes of the body are the
// fact's words, and the source bytes that Place names say the same.
func checkPlaces(t *testing.T, r report.Report) {
	t.Helper()
	for _, f := range r.Facts {
		if f.Place.Start < 0 || f.Place.End > len(r.Text.Body) || f.Place.Start >= f.Place.End {
			t.Errorf("%s: place %+v outside the text", f.Text, f.Place)
			continue
		}
		if got := r.Text.Body[f.Place.Start:f.Place.End]; got != f.Text {
			t.Errorf("place holds %q, text is %q", got, f.Text)
		}
		raw := r.Text.Source.Raw[f.Place.SourceStart:f.Place.SourceEnd]
		if !holds(fold(raw), fold(f.Text)) {
			t.Errorf("%s: source holds %q", f.Text, raw)
		}
		if f.Place.Page == 0 && r.Format == "pdf" {
			t.Errorf("%s: no page", f.Text)
		}
		if !strings.Contains(f.Sentence, f.Text) {
			t.Errorf("%s: not in its sentence %s", f.Text, f.Sentence)
		}
	}
}

func TestPlacesOfSamples(t *testing.T) {
	for _, file := range documents(t, "../samples") {
		t.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(t *testing.T) {
			checkPlaces(t, extract(t, file))
		})
	}
}

func TestPlacesOfRealReports(t *testing.T) {
	for _, folder := range []string{"corpus/dev", "gold/text"} {
		for _, file := range documents(t, filepath.Join(sharedDir(t), folder)) {
			t.Run(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), func(t *testing.T) {
				checkPlaces(t, extract(t, file))
			})
		}
	}
}

func TestExtractionRepeats(t *testing.T) {
	for _, file := range documents(t, "../samples") {
		a, b := extract(t, file), extract(t, file)
		seen := map[string]bool{}
		for i, f := range a.Facts {
			if f.ID != b.Facts[i].ID {
				t.Errorf("%s: fact %s has another id the second time", file, f.Text)
			}
			if seen[f.ID] {
				t.Errorf("%s: two facts have the id %s (%s)", file, f.ID, f.Text)
			}
			seen[f.ID] = true
		}
	}
}
