package track

import (
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

// namesOf returns the name and other names of the same thing: with a part of it
// called otherwise.
func (v *vocabulary) namesOf(name string) []string {
	out := []string{name}
	for _, group := range v.Same {
		w := ""
		for _, x := range group {
			if len(x) > len(w) && strings.Contains(name, x) {
				w = x
			}
		}
		for _, other := range group {
			if w != "" && other != w && len(out) < mostNames {
				out = append(out, strings.Replace(name, w, other, 1))
			}
		}
	}
	if short := v.numberedShort(name); short != "" {
		out = append(out, short)
	}
	if ring := v.ringRoad(name); ring != "" {
		out = append(out, ring)
	}
	return out
}

// numberedShort returns the short form of the name of a numbered institution:
// 三中 of 第三中学.
func (v *vocabulary) numberedShort(name string) string {
	_, rest, ok := strings.Cut(name, "第")
	for i := 0; ok && i+1 < len(v.Numbered); i += 2 {
		n, tail, found := strings.Cut(rest, v.Numbered[i])
		if found && letters(n) == 1 && strings.ContainsAny(n, "一二三四五六七八九十") {
			return n + v.Numbered[i+1] + tail
		}
	}
	return ""
}

// ringRoad returns the other name of a road around a town: 北环路 of 环城北路.
func (v *vocabulary) ringRoad(name string) string {
	for i := 0; i+1 < len(v.Rings); i += 2 {
		rest, ok := strings.CutPrefix(name, v.Rings[i])
		if side, size := utf8.DecodeRuneInString(rest); ok && letters(rest) > 1 && strings.ContainsRune(v.Rings[i+1], side) {
			return string(side) + firstLetter(v.Rings[i]) + rest[size:]
		}
	}
	return ""
}

func firstLetter(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// matter returns a document's name without its kind: 收入分配改革总体方案.
func (v *vocabulary) matter(name string) string {
	best := ""
	for _, w := range v.Documents {
		if len(w) > len(best) && strings.HasSuffix(name, w) {
			best = w
		}
	}
	return strings.TrimSuffix(name, best)
}

// canonical gives the targets of a promise the indicator that its words are
// another name of, and tells apart what 城乡…分别 joins.
func (v *vocabulary) canonical(p *promise) {
	for i := range p.facts {
		f := &p.facts[i]
		if f.Value == nil {
			continue
		}
		if f.Indicator = v.indicator(*f); p.Indicator == "" {
			p.Indicator = f.Indicator
		}
	}
	if len(p.Targets) == 2 && len(p.facts) == 2 && strings.Contains(p.Text, "分别") && p.facts[0].Subject == p.facts[1].Subject {
		for i, w := range v.Regions[min(1, len(v.Regions)):] {
			if rest, ok := strings.CutPrefix(p.facts[min(i, 1)].Subject, v.Regions[0]); ok && i < 2 {
				p.facts[i].Subject, p.facts[i].Indicator = w+rest, ""
			}
		}
	}
}

// indicator returns the indicator of a value: the first of the group that its
// own, or its subject, is a name of.
func (v *vocabulary) indicator(f report.Fact) string {
	for _, group := range v.Indicators {
		if slices.Contains(group, f.Indicator) {
			return group[0]
		}
		if f.Indicator == "" && !v.part(f.Subject, group) {
			return group[0]
		}
	}
	return f.Indicator
}

// part tells whether the subject goes on behind the name of the indicator, so
// that it is something of it: 地区生产总值能耗.
func (v *vocabulary) part(subject string, group []string) bool {
	for _, w := range group {
		if rest, ok := strings.CutPrefix(subject, w); ok && (rest == "" || firstOf(rest, v.Growths) != "" || firstOf(rest, v.Hollow) != "") {
			return false
		}
	}
	return true
}
