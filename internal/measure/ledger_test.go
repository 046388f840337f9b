package measure

import (
	"sync"
	"testing"
	"time"

	"taizhang/internal/generate"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/track"
)

// TestLedgerOfManyOffices makes the ledger of fifty offices over ten years with
// a hundred promises a plan: at most 20 s, 1 GB, and six times what ten offices
// take. For every day there are two and ten offices over four years.
func TestLedgerOfManyOffices(t *testing.T) {
	offices, years := 10, 4
	if long() {
		offices, years = 50, 10
	}
	p := newPipeline(t)
	g, err := generate.New(generate.Options{Seed: 4, Years: years, Promises: 100, Bytes: 30_000})
	if err != nil {
		t.Fatal(err)
	}
	reports := make([][]report.Report, offices)
	var workers sync.WaitGroup
	numbers := make(chan int)
	for range 2 {
		workers.Go(func() {
			for i := range numbers {
				for _, r := range g.Office(i).Reports {
					read, err := p.File(t.Context(), r.Name, []byte(r.Text), pipeline.Hints{})
					if err != nil {
						t.Error(err)
					}
					reports[i] = append(reports[i], read)
				}
			}
		})
	}
	for i := range offices {
		numbers <- i
	}
	close(numbers)
	workers.Wait()
	words := track.NewWords(p.Words)
	of := func(n int) (wall, processor time.Duration, lines int) {
		var all []report.Report
		for _, r := range reports[:n] {
			all = append(all, r...)
		}
		start, before := time.Now(), processorTime(t)
		lines = len(track.Ledger(all, words, track.Options{Today: report.NewDate(2014+years, 6, 30)}))
		return time.Since(start), processorTime(t) - before, lines
	}
	few, _, _ := of(offices / 5)
	all, processor, lines := of(offices)
	t.Logf("%d offices, %d reports, %d promises: %.2f s (processors %.2f s), %d MB; %.1f times what %d offices take",
		offices, offices*years, lines, all.Seconds(), processor.Seconds(), residentMB(t), all.Seconds()/few.Seconds(), offices/5)
	if !long() {
		return
	}
	if all > 20*time.Second || residentMB(t) > 1000 || all.Seconds() > 6*few.Seconds() {
		t.Error("want at most 20 s, 1,000 MB and 6 times")
	}
}
