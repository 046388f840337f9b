package match

import (
	"strings"

	"taizhang/pipeline/ruleset"
)

// keeping is what a rule keeps, read once.
type keeping struct {
	value, indicator, subject, action, level, scope, owner keptWords
}

// keptWords is a value of keep: words that stand for themselves, or slots of which
// the first that holds something counts.
type keptWords struct {
	words string
	slots []string
}

func newKeeping(k *ruleset.Keep) *keeping {
	return &keeping{
		value: newKept(k.Value), indicator: newKept(k.Indicator), subject: newKept(k.Subject),
		action: newKept(k.Action), level: newKept(k.Level), scope: newKept(k.Scope), owner: newKept(k.Owner),
	}
}

func newKept(value string) keptWords {
	if strings.HasPrefix(value, "【") || strings.HasPrefix(value, "〈") {
		return keptWords{slots: ruleset.SlotsOf(value)}
	}
	return keptWords{words: value}
}
