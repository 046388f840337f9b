package series

import "taizhang/report"

// Reached returns what was reached in per cent of what was promised, to a tenth;
// nil where one of them is not known, is a range, or is itself per cent.
func (r YearRow) Reached() *report.Decimal {
	if r.Target == nil || r.Actual == nil || r.Unit == "%" {
		return nil
	}
	target, actual := r.Target.Value.Least(), r.Actual.Value.Least()
	if !target.IsPositive() || !r.Target.Value.Min.Equal(r.Target.Value.Max) || !r.Actual.Value.Min.Equal(r.Actual.Value.Max) {
		return nil
	}
	share := actual.Mul(report.Whole(100)).DivRound(target, 1)
	return &share
}
