package measure

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"taizhang/internal/generate"
	"taizhang/library"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/service"
)

// TestLedgerAfterOneReport imports one more report into a library of many
// offices and asks for the ledger again: only its office is worked out, within
// half a second of the processors. For every day there are four offices.
func TestLedgerAfterOneReport(t *testing.T) {
	offices := 4
	promises := 17
	if long() {
		offices, promises = 50, 100
	}
	files := generatedWith(t, generate.Options{Seed: 4, Promises: promises, Bytes: 300 * promises}, 0, offices*reportsPerOffice)
	last := files[len(files)-1]
	s, err := service.Open(service.Settings{Library: filepath.Join(t.TempDir(), "library"), DueSoonDays: 30,
		Pipeline: pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")}}, service.Creating)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	add := func(files ...library.Input) {
		if _, err := s.Import(t.Context(), service.ImportRequest{Files: files}, nil); err != nil {
			t.Fatal(err)
		}
	}
	ask := func() (wall, processor time.Duration, lines int) {
		start, before := time.Now(), processorTime(t)
		found, err := s.Ledger(service.LedgerRequest{Today: report.NewDate(2024, 6, 30)})
		if err != nil {
			t.Fatal(err)
		}
		return time.Since(start), processorTime(t) - before, len(found)
	}
	add(files[:len(files)-1]...)
	first, firstProcessor, before := ask()
	add(last)
	again, processor, after := ask()
	t.Logf("%d offices: ledger of %d promises %.2f s (processors %.2f s), %d MB; after one more report %.2f s (processors %.2f s)",
		offices, before, first.Seconds(), firstProcessor.Seconds(), residentMB(t), again.Seconds(), processor.Seconds())
	if after <= before {
		t.Errorf("%d promises before, %d after: the new report makes some", before, after)
	}
	if processor > firstProcessor {
		t.Errorf("all offices were worked out again: %v after %v", processor, firstProcessor)
	}
	if long() && processor > 500*time.Millisecond {
		t.Errorf("%v, want half a second", processor)
	}
}
