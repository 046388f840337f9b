package service

import (
	"fmt"
	"testing"

	"taizhang/report"
)

// BenchmarkUrgency sorts ten thousand lines, as the queue of a large library.
func BenchmarkUrgency(b *testing.B) {
	lines := make([]report.Commitment, 10_000)
	for i := range lines {
		lines[i] = report.Commitment{ID: fmt.Sprint(i), Status: Statuses()[i%len(Statuses())],
			Light: []report.Light{report.LightOverdue, report.LightNone, report.LightClosed}[i%3],
			Due:   report.NewDate(2014, 1, 1).AddDays(i % 3650)}
	}
	for b.Loop() {
		sorted := make([]report.Commitment, len(lines))
		copy(sorted, lines)
		ByUrgency.sort(sorted)
	}
}
