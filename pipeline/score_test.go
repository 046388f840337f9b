package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/internal/gold"
	"taizhang/report"
)

// floors are the F1s below which a change has broken something: found, full.
type floors struct{ found, full float64 }

// scoreFile extracts a document and scores it against its gold file.
func scoreFile(t *testing.T, document, goldFile string) gold.Result {
	t.Helper()
	lines, err := gold.Read(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	r := extract(t, document)
	return gold.Score(lines, r.Facts, gold.Options{Body: r.Text.Body})
}

func (f floors) hold(t *testing.T, r gold.Result) {
	t.Helper()
	t.Log("\n" + r.String())
	if os.Getenv("TAIZHANG_ERRORS") != "" {
		t.Log("\n" + r.Errors())
	}
	if r.FoundF1() < f.found || r.FullF1() < f.full {
		t.Errorf("found %.3f, full %.3f; want %.2f and %.2f (TAIZHANG_ERRORS=1 lists the errors)",
			r.FoundF1(), r.FullF1(), f.found, f.full)
	}
}

func TestScoreOfSamples(t *testing.T) {
	for _, document := range documents(t, "../samples") {
		goldFile := strings.TrimSuffix(document, filepath.Ext(document)) + ".gold.jsonl"
		if _, err := os.Stat(goldFile); err != nil {
			continue // samples/clean has none: see TestCleanTexts
		}
		t.Run(filepath.Base(filepath.Dir(document))+"/"+filepath.Base(document), func(t *testing.T) {
			want := floors{0.93, 0.90}
			if strings.Contains(document, "heling-county") {
				want = floors{0.93, 0.82} // the newest office, read blind: to be raised as the classes are mended
			}
			want.hold(t, scoreFile(t, document, goldFile))
		})
	}
}

func TestScoreOfRealReports(t *testing.T) {
	dir := filepath.Join(sharedDir(t), "gold")
	for _, name := range []string{"seed.md", "hunan-2026.txt", "guowuyuan-2010.txt"} {
		t.Run(name, func(t *testing.T) {
			base := strings.TrimSuffix(name, filepath.Ext(name))
			floors{0.98, 0.95}.hold(t, scoreFile(t, filepath.Join(dir, "text", name), filepath.Join(dir, base+".jsonl")))
		})
	}
}

func TestCleanTexts(t *testing.T) {
	for _, document := range documents(t, "../samples/clean") {
		for _, f := range extract(t, document).Facts {
			t.Errorf("%s: %s %s made by %s from %s", filepath.Base(document), f.Kind, f.Text, f.Rule, f.Sentence)
		}
	}
}

// TestFactsAreWhole holds what every fact must have, whatever it says.
func TestFactsAreWhole(t *testing.T) {
	for _, document := range documents(t, "../samples") {
		for _, f := range extract(t, document).Facts {
			if f.Rule == "" || f.Ruleset == "" || f.Modality == "" || f.Quality == "" || f.Report == "" {
				t.Errorf("%s: %s lacks a field: %+v", document, f.Text, f)
			}
			if n := len([]rune(f.Subject)); n > 24 || strings.ContainsAny(f.Subject, "。；，,;") {
				t.Errorf("%s: %s has the subject %q", document, f.Text, f.Subject)
			}
			if n := len([]rune(f.Sentence)); n > 400 {
				t.Errorf("%s: %s stands in a sentence of %d characters", document, f.Text, n)
			}
			if (f.Value == nil) != numberless(f.Kind) {
				t.Errorf("%s: %s of kind %s has value %v", document, f.Text, f.Kind, f.Value)
			}
		}
	}
}

func numberless(k report.Kind) bool {
	switch k {
	case report.KindDeadline, report.KindAward, report.KindEvent, report.KindDocument, report.KindTask:
		return true
	}
	return false
}
