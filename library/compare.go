package library

import (
	"strings"
	"unicode"

	"taizhang/report"
)

// Difference is how the facts of two versions of a report differ.
type Difference struct {
	Same  int           `json:"same"` // facts that both have
	OnlyA []report.Fact `json:"only_a"`
	OnlyB []report.Fact `json:"only_b"`
}

// said is what a fact says, whatever the punctuation of its sentence.
type said struct {
	kind     report.Kind
	modality report.Modality
	words    string
	sentence string
}

// Compare compares the facts of two versions of a report: first those of
// sentences that say the same, then those that say the same of the same subject
// in sentences that differ.
func Compare(a, b *report.Report) Difference {
	restA, restB, same := match(a.Facts, b.Facts, func(f *report.Fact) said {
		return said{f.Kind, f.Modality, plain(f.Text), plain(f.Sentence)}
	})
	restA, restB, more := match(restA, restB, func(f *report.Fact) said {
		return said{f.Kind, f.Modality, plain(f.Text), f.Subject}
	})
	return Difference{same + more, restA, restB}
}

// match pairs facts off by what they say, and returns those left over.
func match(a, b []report.Fact, of func(*report.Fact) said) (restA, restB []report.Fact, same int) {
	open := map[said]int{}
	for i := range b {
		open[of(&b[i])]++
	}
	for i := range a {
		if k := of(&a[i]); open[k] > 0 {
			open[k]--
			same++
		} else {
			restA = append(restA, a[i])
		}
	}
	taken := map[said]int{}
	for i := range a {
		taken[of(&a[i])]++
	}
	for i := range b {
		if k := of(&b[i]); taken[k] > 0 {
			taken[k]--
		} else {
			restB = append(restB, b[i])
		}
	}
	return restA, restB, same
}

// plain returns words without blanks and punctuation, but for what belongs to
// numbers.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(".%-", r) {
			return r
		}
		return -1
	}, s)
}
