package web

import (
	"testing"

	"taizhang/report"
	"taizhang/service"
)

// promiseNamed returns the id of the first promise that is wanted.
func promiseNamed(t *testing.T, s *site, wanted func(report.Commitment) bool) string {
	t.Helper()
	lines, err := s.service.Ledger(service.LedgerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if wanted(l) {
			return l.ID
		}
	}
	t.Fatal("no such promise")
	return ""
}

func answeredInChain(l report.Commitment) bool { return len(l.Answers) > 1 && len(l.Chain) > 0 }
