package web

import "testing"

func TestReviewShowsTheFirstLine(t *testing.T) {
	sampleSite(t).shows(t, "/ledger/review", "逐条确认", "条待确认", "您的姓名")
}
