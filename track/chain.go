package track

import "taizhang/report"

// sameChain is how alike two promises of neighbouring years must be worded to
// be one that returns.
const sameChain = 0.75

// link joins promises that return in the office's next plan into chains: each
// gets the wordings of the others. Ledger lines come by office and year.
func link(ledger []report.Commitment) {
	for i := range ledger {
		later := next(ledger, i)
		if later < 0 {
			continue
		}
		a, b := &ledger[i], &ledger[later]
		b.Chain = append(append(b.Chain, a.Chain...), wording(*a))
		a.Chain = append(a.Chain, wording(*b))
	}
}

// next returns the promise of the following year that says the same, or -1.
func next(ledger []report.Commitment, i int) int {
	best, most := -1, sameChain
	for j := i + 1; j < len(ledger) && ledger[j].Org == ledger[i].Org; j++ {
		if ledger[j].Year != ledger[i].Year+1 {
			continue
		}
		if s := alike(ledger[i].Text, ledger[j].Text); s > most && comparable(ledger[i], ledger[j]) {
			best, most = j, s
		}
	}
	return best
}

// comparable tells whether two promises are of one sort: both with a number in
// one unit, or both without.
func comparable(a, b report.Commitment) bool {
	if len(a.Targets) == 0 || len(b.Targets) == 0 {
		return len(a.Targets) == len(b.Targets)
	}
	return sameUnit(a.Targets[0].Value, b.Targets[0].Value)
}

func wording(c report.Commitment) report.Wording {
	return report.Wording{Report: c.MadeIn, Year: c.Year, Text: c.Text}
}
