package attribute

import "taizhang/report"

// strength returns the strength of the promise made by the words before word at.
func (c *clause) strength(at int) report.Strength {
	var said role
	for i := 0; i < at && i < len(c.words); i++ {
		said |= c.words[i].role
	}
	switch {
	case said&isEnsuring != 0:
		return report.Ensure
	case said&isStriving != 0:
		return report.Strive
	case said&isIntending != 0:
		return report.PlanTo
	case said&isCompleting != 0:
		return report.Complete
	case said&isPushing != 0:
		return report.Push
	}
	return ""
}
