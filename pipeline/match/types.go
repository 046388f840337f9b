package match

import "taizhang/report"

// typeSet is a set of types of mentions.
type typeSet uint16

// mentionTypes is how many types there are.
const mentionTypes = 11

// typeOf returns the set of one type alone.
func typeOf(t report.MentionType) typeSet {
	switch t {
	case report.MentionMoney:
		return 1 << 0
	case report.MentionRatio:
		return 1 << 1
	case report.MentionCount:
		return 1 << 2
	case report.MentionMeasure:
		return 1 << 3
	case report.MentionRank:
		return 1 << 4
	case report.MentionTime:
		return 1 << 5
	case report.MentionEvery:
		return 1 << 6
	case report.MentionDuration:
		return 1 << 7
	case report.MentionTitle:
		return 1 << 8
	case report.MentionQuote:
		return 1 << 9
	case report.MentionNonFact:
		return 1 << 10
	}
	return 0
}

// valueTypes are the types of values.
const valueTypes typeSet = 1<<5 - 1

func setOfTypes(types []report.MentionType) typeSet {
	var s typeSet
	for _, t := range types {
		s |= typeOf(t)
	}
	return s
}
