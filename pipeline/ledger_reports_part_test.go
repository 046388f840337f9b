package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// reportPart counts how a ledger does on a part of the promises.
type reportPart struct {
	all, found, status       int
	solid, solidStatus       int
	claimed, claimedRight    int // done, exceeded, missed, late
	answered                 int // promises that have an answer
	first, among, quotesSome int // it is quoted first, quoted at all; something is quoted
	silentClaimed            int // nothing answers, and the ledger claims a result
	confusion                map[string]int
	errors                   []string
}

// claims are the states that say how a promise ended.
func claims() []report.Status {
	return []report.Status{report.Done, report.Exceeded, report.Missed, report.Late}
}

func (s *reportPart) right(p reportPromise, l *report.Commitment) bool {
	return l != nil && slices.Contains(strings.Split(p.Status, "|"), string(l.Status))
}

// quoted tells whether the answer is quoted first, or there is none.
func (s *reportPart) quoted(p reportPromise, l *report.Commitment, rank int) bool {
	return l != nil && (p.Answer == nil || rank == 1)
}

// count scores a promise; a nil line is one that was not found. Rank is the
// place of the gold's answer among those quoted, 0 for none.
func (s *reportPart) count(p reportPromise, l *report.Commitment, rank int) {
	want, _, _ := strings.Cut(p.Status, "|")
	got := report.Status("none")
	s.all++
	if l != nil {
		s.found++
		got = l.Status
	}
	right := s.right(p, l)
	if right {
		s.status++
		want = string(got)
	}
	if p.Solid {
		s.solid++
		s.solidStatus += one(right)
	}
	if slices.Contains(claims(), got) {
		s.claimed++
		s.claimedRight += one(right)
		s.silentClaimed += one(strings.HasPrefix(p.Status, "unreported") && !right)
	}
	if p.Answer != nil {
		s.answered++
		s.first += one(rank == 1)
		s.among += one(rank > 0)
		s.quotesSome += one(l != nil && len(l.Answers) > 0)
	}
	if s.confusion == nil {
		s.confusion = map[string]int{}
	}
	s.confusion[want+" → "+string(got)]++
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (s *reportPart) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "promises %d, found %d; status right %d (%.3f), of the solid %d of %d\n",
		s.all, s.found, s.status, partOf(s.status, s.all), s.solidStatus, s.solid)
	fmt.Fprintf(&b, "claimed done, exceeded, missed or late: %d, right %d (%.3f); claimed of silent promises: %d\n",
		s.claimed, s.claimedRight, partOf(s.claimedRight, s.claimed), s.silentClaimed)
	fmt.Fprintf(&b, "answered in truth: %d; the answer quoted first %d (%.3f), among the quotes %d; quoting anything %d\n",
		s.answered, s.first, partOf(s.first, s.answered), s.among, s.quotesSome)
	var keys []string
	for k := range s.confusion {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, "%3d %s\n", s.confusion[k], k)
	}
	return b.String()
}

func partOf(of, all int) float64 { return float64(of) / float64(max(1, all)) }

// hold fails where a part falls below what was reached.
func (s *reportPart) hold(t *testing.T, part string, floor reportShares) {
	t.Helper()
	for _, f := range []struct {
		name    string
		of, all int
		floor   float64
	}{
		{"promises found", s.found, s.all, floor.found},
		{"status right", s.status, s.all, floor.status},
		{"claims right", s.claimedRight, s.claimed, floor.claims},
		{"first answer is the gold's", s.first, s.answered, floor.answers},
	} {
		if partOf(f.of, f.all) < f.floor {
			t.Errorf("%s: %s: %d of %d, want %.2f (TAIZHANG_ERRORS=1 lists the errors of the open part)",
				part, f.name, f.of, f.all, f.floor)
		}
	}
}
