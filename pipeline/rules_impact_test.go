package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"taizhang/report"
)

func storedOf(t *testing.T, name, text string, h Hints) Stored {
	t.Helper()
	r, err := pipeline(t).File(t.Context(), name, []byte(text), h)
	if err != nil {
		t.Fatal(err)
	}
	return Stored{Name: name, Load: func() (report.Report, error) { return r, nil },
		Original: func() ([]byte, error) { return []byte(text), nil }}
}

// withOwn is the pipeline with a rule file of the office's own.
func withOwn(t *testing.T, file string) *Pipeline {
	t.Helper()
	p, problems, err := New(Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test"),
		Rules: []fs.FS{fstest.MapFS{"visits.yaml": {Data: []byte(file)}}}})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func TestImpact(t *testing.T) {
	gone := errors.New("gone")
	stored := []Stored{
		storedOf(t, "a.txt", "临江区教育局2023年工作总结\n\n全年走访企业320家。新增学位2700个。\n", Hints{}),
		// The year was given at import and is nowhere in the text.
		storedOf(t, "b.txt", "工作总结\n\n全年走访企业250家。\n", Hints{Org: "青岚县教育局", Year: 2021}),
		{Name: "c.txt", Load: stored0(t), Original: func() ([]byte, error) { return nil, gone }},
	}
	told := 0
	got, err := withOwn(t, ownRules).Impact(t.Context(), stored, 2, func(ReportImpact) { told++ })
	if err != nil || told != 3 {
		t.Fatalf("told of %d reports, error %v", told, err)
	}
	for i, want := range []string{"320家", "250家"} {
		c := got[i].Changes
		if len(c) != 1 || c[0].Type != Changes || c[0].Text != want {
			t.Fatalf("%s: changes are %+v, want %s alone", got[i].Name, c, want)
		}
		fields := []FieldChange{{"indicator", "", "走访企业"}, {"better", "", "more"},
			{"rule", "general/count", "visits/visits"}}
		if !slices.Equal(c[0].Fields, fields) {
			t.Errorf("%s: fields are %+v, want %+v", want, c[0].Fields, fields)
		}
	}
	if !errors.Is(got[2].Err, gone) {
		t.Errorf("a lost original: got %v", got[2].Err)
	}
}

func stored0(t *testing.T) func() (report.Report, error) {
	return storedOf(t, "c.txt", "全年新增学位2700个。", Hints{}).Load
}

// TestImpactOfSameRules is none, in every format.
func TestImpactOfSameRules(t *testing.T) {
	var stored []Stored
	for _, file := range documents(t, "../samples/linjiang-project-centre") {
		stored = append(stored, Stored{Name: file,
			Load:     func() (report.Report, error) { return extract(t, file), nil },
			Original: func() ([]byte, error) { return os.ReadFile(file) }})
	}
	got, err := pipeline(t).Impact(t.Context(), stored, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range got {
		if r.Err != nil || len(r.Changes) > 0 || r.Before == 0 || r.Before != r.After {
			t.Errorf("%s: %d facts before, %d after, %d changes, %v",
				r.Name, r.Before, r.After, len(r.Changes), r.Err)
		}
	}
}

func TestImpactStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err := pipeline(t).Impact(ctx, []Stored{{Load: stored0(t)}}, 1, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was stopped", err)
	}
}
