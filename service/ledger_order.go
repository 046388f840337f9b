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
	by := map[LedgerOrder]func(a, b *report.Commitment) int{
		ByUrgency: byUrgency,
		ByDue:     byDue,
		ByStatus:  func(a, b *report.Commitment) int { return cmp.Compare(rankOf(a.Status), rankOf(b.Status)) },
		ByOwner: func(a, b *report.Commitment) int {
			return cmp.Or(lastIf(a.Owner == "", b.Owner == ""), cmp.Compare(a.Owner, b.Owner))
		},
		ByYear: func(a, b *report.Commitment) int { return cmp.Compare(b.Year, a.Year) },
	}[o]
	if by != nil {
		slices.SortStableFunc(lines, func(a, b report.Commitment) int { return by(&a, &b) })
	}
}

// urgent are the lights in the order in which people see to them.
func urgent() []report.Light {
	return []report.Light{report.LightOverdue, report.LightDueSoon, report.LightNone, report.LightClosed}
}

func byUrgency(a, b *report.Commitment) int {
	return cmp.Or(lastIf(a.Status == report.NotDue, b.Status == report.NotDue),
		cmp.Compare(slices.Index(urgent(), a.Light), slices.Index(urgent(), b.Light)),
		lastIf(len(a.Answers) == 0, len(b.Answers) == 0), byDue(a, b))
}

func byDue(a, b *report.Commitment) int {
	return cmp.Or(lastIf(a.Due.IsZero(), b.Due.IsZero()), a.Due.Time().Compare(b.Due.Time()))
}

func rankOf(s report.Status) int { return slices.Index(Statuses(), s) }

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
