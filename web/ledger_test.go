package web

import "testing"

func TestLedger(t *testing.T) {
	s := sampleSite(t)
	s.shows(t, "/ledger", "截至 2024-03-01", "逐条确认", "超期", "未见报告", "XLSX", "期限日历")
}
