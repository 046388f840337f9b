package service

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
)

// TestLedgerIsNeverStale asks for the ledger before and after reports come in,
// and on another day.
func TestLedgerIsNeverStale(t *testing.T) {
	o := pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")}
	s, err := Open(Settings{Library: filepath.Join(t.TempDir(), "library"), Pipeline: o, DueSoonDays: 30}, Creating)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ask := func(month int) []report.Commitment {
		t.Helper()
		lines, err := s.Ledger(LedgerRequest{Today: report.Date{Year: 2022, Month: 1, Day: 1}.AddDays(30 * month)})
		if err != nil {
			t.Fatal(err)
		}
		return lines
	}
	add := func(name string) {
		t.Helper()
		q := ImportRequest{Files: []library.Input{{Path: "../samples/qinglan-education-bureau/" + name}}}
		if sum, err := s.Import(context.Background(), q, nil); err != nil || sum.Imported != 1 {
			t.Fatal(sum, err)
		}
	}
	if lines := ask(0); len(lines) != 0 {
		t.Fatalf("%d promises of an empty library", len(lines))
	}
	add("2021.txt")
	first := ask(0)
	add("2022.txt")
	second := ask(0)
	if len(first) == 0 || len(second) <= len(first) {
		t.Errorf("%d promises of one report, %d of two", len(first), len(second))
	}
	if ask(0)[0].ID != second[0].ID {
		t.Error("the same question has another answer")
	}
	lights := map[report.Light]bool{}
	for _, month := range []int{0, 11, 40} {
		for _, l := range ask(month) {
			lights[l.Light] = true
		}
	}
	if len(lights) < 2 {
		t.Errorf("the same lights on every day: %v", lights)
	}
}
