package service

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// LedgerOrder is an order of the ledger's lines. The empty one is by office,
// year and place in the plan.
type LedgerOrder string

// The orders.
const (
	ByUrgency LedgerOrder = "urgency" // overdue, due soon, then by status, those not due last
	ByDue     LedgerOrder = "due"     // those without a day last
	ByStatus  LedgerOrder = "status"  // in the order of Statuses
	ByOwner   LedgerOrder = "owner"   // those without one last
	ByYear    LedgerOrder = "year"    // latest first
)

// LedgerOrders are the orders beside the empty one.
func LedgerOrders() []LedgerOrder { return []LedgerOrder{ByUrgency, ByDue, ByStatus, ByOwner, ByYear} }

// sort puts lines in the order; what it does not tell apart stays as it was.
func (o LedgerOrder) sort(lines []report.Commitment) {
	rank := map[report.Status]int{}
	for i, s := range Statuses() {
		rank[s] = i
	}
	by := map[LedgerOrder]func(a, b *report.Commitment) int{
		ByUrgency: byUrgency,
		ByDue:     byDue,
		ByStatus:  func(a, b *report.Commitment) int { return cmp.Compare(rank[a.Status], rank[b.Status]) },
		ByOwner: func(a, b *report.Commitment) int {
			return cmp.Or(lastIf(a.Owner == "", b.Owner == ""), cmp.Compare(a.Owner, b.Owner))
		},
		ByYear: func(a, b *report.Commitment) int { return cmp.Compare(b.Year, a.Year) },
	}[o]
	if by == nil {
		return
	}
	sorted := make([]*report.Commitment, len(lines)) // lines are large, and moved many times
	for i := range lines {
		sorted[i] = &lines[i]
	}
	slices.SortStableFunc(sorted, by)
	out := make([]report.Commitment, len(lines))
	for i, l := range sorted {
		out[i] = *l
	}
	copy(lines, out)
}

// urgency ranks the lights in the order in which people see to them.
func urgency(l report.Light) int {
	switch l {
	case report.LightOverdue:
		return 0
	case report.LightDueSoon:
		return 1
	case report.LightNone:
		return 2
	}
	return 3
}

func byUrgency(a, b *report.Commitment) int {
	return cmp.Or(lastIf(a.Status == report.NotDue, b.Status == report.NotDue),
		cmp.Compare(urgency(a.Light), urgency(b.Light)),
		lastIf(len(a.Answers) == 0, len(b.Answers) == 0), byDue(a, b))
}

func byDue(a, b *report.Commitment) int {
	return cmp.Or(lastIf(a.Due.IsZero(), b.Due.IsZero()), a.Due.Time().Compare(b.Due.Time()))
}

// lastIf puts those last of which something is true.
func lastIf(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
