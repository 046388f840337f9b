package index

import (
	"fmt"
	"strings"

	"taizhang/report"
)

// The conditions that a field:value of the query language stands for. Those of
// the report come first, those of a fact after them.

// yearIs is met by reports of the years from..to; both ends belong to it.
type yearIs struct{ from, to int }

func (y yearIs) String() string { return fmt.Sprintf("year:%04d..%04d", y.from, y.to) }

// name is words to be found in a name, or the whole name.
type name struct {
	text, folded string
	whole        bool
}

func newName(text string, whole bool) name { return name{text, foldString(text), whole} }

func (n name) String() string {
	if n.whole {
		return "=" + quote(n.text)
	}
	return quote(n.text)
}

// names tells whether a folded text is, or holds, the words.
func (n name) names(folded string) bool {
	return folded == n.folded || !n.whole && strings.Contains(folded, n.folded)
}

// orgIs is met by reports of organisations whose full or short name holds the
// words, or whose full name they are.
type orgIs struct{ name }

func (o orgIs) String() string { return "org:" + o.name.String() }

// documentIs is met by reports of a kind of document whose name holds the
// words, or is them.
type documentIs struct{ name }

func (d documentIs) String() string { return "document:" + d.name.String() }

// reportIs is met by the report of that id.
type reportIs struct{ id string }

func (r reportIs) String() string { return "report:" + quote(r.id) }

// sectionIs is met under headings one of which holds the words.
type sectionIs struct{ text, folded string }

func (s sectionIs) String() string { return "section:" + quote(s.text) }

// kindIs is met by facts of that kind.
type kindIs struct{ kind report.Kind }

func (k kindIs) String() string { return "kind:" + string(k.kind) }

// modalityIs is met by facts of that modality.
type modalityIs struct{ modality report.Modality }

func (m modalityIs) String() string { return "modality:" + string(m.modality) }

// indicatorIs is met by facts whose indicator or subject holds the words, or
// whose indicator they are.
type indicatorIs struct{ name }

func (i indicatorIs) String() string { return "indicator:" + i.name.String() }

// ruleIs is met by facts of that rule, or of the rules below that folder.
type ruleIs struct{ id string }

func (r ruleIs) String() string { return "rule:" + quote(r.id) }

// valueIs is met by facts one end of whose value lies between the limits: as
// written, or in the base unit of its family.
type valueIs struct {
	from, to limit
	unit     string // folded; "": any

	base         string // unit of the family, folded; "": it has none
	lower, upper limit  // in that unit
}

// limit is an end of a range of numbers; not set is no limit.
type limit struct {
	set       bool
	number    report.Decimal
	inclusive bool
}

func (v valueIs) String() string {
	text := operator("<", v.to) + v.unit
	switch {
	case v.from.set && v.to.set:
		text = v.from.number.String() + ".." + v.to.number.String() + v.unit
	case v.from.set:
		text = operator(">", v.from) + v.unit
	}
	return "value:" + quote(text)
}

func operator(sign string, l limit) string {
	if l.inclusive {
		sign += "="
	}
	return sign + l.number.String()
}

// dueIs is met by facts due on a day from..to; a zero end is no limit.
type dueIs struct{ from, to report.Date }

func (d dueIs) String() string { return "due:" + d.from.String() + ".." + d.to.String() }

// ofFact tells whether a condition can only be met by a fact.
func ofFact(c condition) bool {
	switch c.(type) {
	case kindIs, modalityIs, indicatorIs, ruleIs, valueIs, dueIs:
		return true
	}
	return false
}
