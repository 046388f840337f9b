package gold

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// flat is an extracted fact as it is compared.
type flat struct {
	kind, unit, bound, per, comparison   string
	who, modality, period, due, sentence string
	text                                 string
	min, max                             *report.Decimal
	pairs                                map[[2]rune]bool // of sentence
}

// longestName is how many characters a subject may have; a longer one, or one
// with a clause mark, counts as none.
const longestName = 24

func flatten(f report.Fact) flat {
	out := flat{
		kind: string(f.Kind), bound: string(report.Exact), comparison: string(f.Comparison),
		modality: string(f.Modality), period: f.Period.String(), due: f.Due.String(),
		sentence: squeeze(f.Sentence), text: squeeze(f.Text), who: names(f.Indicator, f.Subject),
	}
	if v := f.Value; v != nil {
		out.min, out.max, out.unit, out.per = &v.Min, &v.Max, squeeze(v.Unit), string(v.Per)
		if v.Bound != "" {
			out.bound = string(v.Bound)
		}
	}
	out.pairs = bigrams(out.sentence)
	return out
}

func names(all ...string) string {
	good := slices.DeleteFunc(all, func(n string) bool {
		return utf8.RuneCountInString(n) > longestName || strings.ContainsAny(n, "。；，;,")
	})
	return strings.Join(good, "|")
}

func bigrams(s string) map[[2]rune]bool {
	pairs := map[[2]rune]bool{}
	rs := []rune(s)
	for i := range len(rs) - 1 {
		pairs[[2]rune{rs[i], rs[i+1]}] = true
	}
	return pairs
}
