package names

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/report"
)

const (
	shortMost  = 10 // characters of the longest short name looked for
	shortScore = 0.9
)

// shortNames returns the short forms of an office's name in its reports: as
// their outlines have it, as a bracket introduces it (以下简称…), and any that
// is made of the full name's characters in their order.
func (m *miner) shortNames(office []report.Report) []Proposal {
	full := office[0].Outline.Org
	if full == "" {
		return nil
	}
	found := shortForms{full: full, said: map[string]*mentioned{}, why: map[string]string{}}
	var out []Proposal
	for i := range office {
		r := &office[i]
		if s := r.Outline.OrgShort; s != "" {
			found.want(s, "文中自称")
		}
		out = append(out, m.introduced(r, &found)...)
	}
	abbreviations := m.abbreviationsOf(full)
	for i := range office {
		m.countShort(&office[i], &found, abbreviations)
	}
	found.countHidden(office)
	return append(found.proposals(slices.Concat(m.words.Leads, m.words.Regions)), out...)
}

// shortForms are the short forms of one office's name.
type shortForms struct {
	full string
	said map[string]*mentioned
	why  map[string]string // of those known to be one: from where
}

func (f *shortForms) want(name, why string) {
	if f.why[name] == "" {
		f.why[name] = why
	}
}

func (f *shortForms) add(name string, r *report.Report, sentence string, at report.Span) {
	if f.said[name] == nil {
		f.said[name] = &mentioned{}
	}
	f.said[name].add(r, sentence, at)
}

func (f *shortForms) proposals(leads []string) []Proposal {
	var out []Proposal
	for name, s := range f.said {
		why, score := f.why[name], s.score(1)
		if why == "" && !s.recurs() && !hasAnyPrefix(name, leads) {
			continue
		}
		if why == "" {
			why, score = "由全称的字依次组成", s.score(shortScore)
		}
		p := s.proposal(f.full)
		p.Name, p.Kind, p.Full, p.Score, p.Why = name, Short, f.full, score, why
		out = append(out, p)
	}
	return out
}

// countShort finds the short forms in a report. What stands in a longer form
// (省政府 in 湖南省政府) is no mention of its own, unless there is no other.
func (m *miner) countShort(r *report.Report, found *shortForms, from []abbreviation) {
	known := slices.Sorted(maps.Keys(found.why))
	for _, p := range r.Sentences {
		sentence := p.Span.Of(r.Text.Body)
		ends := map[int]bool{} // where a form ends that is counted
		for _, a := range from {
			for _, at := range a.in(sentence) {
				if ends[at.End] {
					continue
				}
				ends[at.End] = true
				if s := at.Of(sentence); s != found.full {
					found.add(s, r, sentence, moved(at, p.Span.Start))
				}
			}
		}
		for _, name := range known {
			for i := range allIndexes(sentence, name) {
				if at := (report.Span{Start: i, End: i + len(name)}); !ends[at.End] {
					ends[at.End] = true
					found.add(name, r, sentence, moved(at, p.Span.Start))
				}
			}
		}
	}
}

// countHidden counts the known short forms that stand in longer ones only.
func (f *shortForms) countHidden(office []report.Report) {
	for name := range f.why {
		if f.said[name] != nil {
			continue
		}
		for i := range office {
			for _, p := range office[i].Sentences {
				sentence := p.Span.Of(office[i].Text.Body)
				for at := range allIndexes(sentence, name) {
					start := p.Span.Start + at
					f.add(name, &office[i], sentence, report.Span{Start: start, End: start + len(name)})
				}
			}
		}
	}
}

// moved returns a span of a sentence as one of the body.
func moved(p report.Span, by int) report.Span {
	return report.Span{Start: p.Start + by, End: p.End + by}
}

// allIndexes yields where name stands in s.
func allIndexes(s, name string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; {
			i := strings.Index(s[at:], name)
			if i < 0 || !yield(at+i) {
				return
			}
			at += i + len(name)
		}
	}
}

// abbreviation looks for names made of an office's name: characters of its
// region and core in their order, then a tail.
type abbreviation struct {
	full   string
	region []rune // 长沙市望城区
	core   []rune // 重点建设项目事务; empty of a government
	tail   string // 中心
	not    string // what must not follow the tail: 员 of 委员
	must   int    // characters of the core that have to be there
	own    string // 自治区: how the region's name ends
}

// abbreviationsOf returns the ways to shorten an office's name: to the
// shortest tail it ends in, and to what becomes of that (委员会: 委).
func (m *miner) abbreviationsOf(full string) []abbreviation {
	tail := ""
	for _, w := range m.words.OfficeTails {
		if strings.HasSuffix(full, w) && (tail == "" || len(w) < len(tail)) {
			tail = w
		}
	}
	if tail == "" {
		return nil
	}
	a := abbreviation{full: full, tail: tail, must: 1}
	stem := strings.TrimSuffix(full, tail)
	region := m.regionOf(stem)
	a.region, a.core = []rune(region), []rune(stem[len(region):])
	for _, w := range m.words.Regions {
		if strings.HasSuffix(region, w) && len(w) > len(a.own) {
			a.own = w
		}
	}
	a.must = min(a.must, len(a.core))
	out := []abbreviation{a}
	for _, pair := range m.words.ShortTails {
		long, short, _ := strings.Cut(pair, " ")
		if short == "" || !strings.HasSuffix(full, long) {
			continue
		}
		b := a
		b.tail = short
		if rest, ok := strings.CutPrefix(long, short); ok {
			_, n := utf8.DecodeRuneInString(rest)
			b.not = rest[:n]
		}
		if stem := strings.TrimSuffix(full, long); len(stem) >= len(region) {
			b.core = []rune(stem[len(region):])
		}
		b.must = min(2, len(b.core))
		out = append(out, b)
	}
	return out
}

// regionOf returns the regions an office's name begins with, from large to
// small as their list has them. 城市 and 园区 are none: one character makes a
// region's name at the very start only.
func (m *miner) regionOf(stem string) string {
	end, level := 0, 0
	for {
		next, rank := 0, 0
		for i := level; i < len(m.words.Regions); i++ {
			w := m.words.Regions[i]
			at := strings.Index(stem[end:], w)
			if at <= 0 || end > 0 && utf8.RuneCountInString(stem[end:end+at]) < 2 {
				continue
			}
			if at += end + len(w); next == 0 || at < next {
				next, rank = at, i
			}
		}
		if next == 0 {
			return stem[:end]
		}
		end, level = next, rank
		for i, w := range m.words.Regions[:level] { // 州 of 泽州市 is not its end
			if strings.HasPrefix(stem[end:], w) {
				end, level = end+len(w), i
			}
		}
	}
}

// in returns where abbreviations stand in a sentence; the full name is one.
func (a abbreviation) in(sentence string) []report.Span {
	var out []report.Span
	for i := range allIndexes(sentence, a.tail) {
		end := i + len(a.tail)
		if a.not != "" && strings.HasPrefix(sentence[end:], a.not) {
			continue
		}
		if strings.HasSuffix(sentence[:end], a.full) {
			out = append(out, report.Span{Start: end - len(a.full), End: end})
		} else if start, ok := a.backwards(sentence[:i]); ok {
			out = append(out, report.Span{Start: start, End: end})
		}
	}
	return out
}

// backwards returns where the end of s begins that is made of the name's
// characters in their order, and whether that makes a name. 自治区 is never 区,
// and a government is never without its region.
func (a abbreviation) backwards(s string) (int, bool) {
	at, core := takeBack(s, a.core)
	start, region := takeBack(s[:at], a.region)
	if core < a.must || utf8.RuneCountInString(s[start:]+a.tail) > shortMost {
		return 0, false
	}
	if region == 0 {
		return start, core > 1
	}
	word := s[start:at]
	if strings.HasSuffix(a.own, word) {
		return start, word == a.own
	}
	return start, region > 1
}

// takeBack takes characters off the end of s as long as they stand in name, in
// its order; it returns where they begin and how many they are.
func takeBack(s string, name []rune) (start, n int) {
	start, k := len(s), len(name)-1
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		for k >= 0 && name[k] != r {
			k--
		}
		if k < 0 {
			break
		}
		k--
		n++
		start -= size
	}
	return start, n
}

// isWithin tells whether the characters of name stand in full in their order.
func isWithin(name, full string) bool {
	for _, r := range name {
		i := strings.IndexRune(full, r)
		if i < 0 {
			return false
		}
		full = full[i+utf8.RuneLen(r):]
	}
	return name != ""
}

func hasAnyPrefix(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

func hasAnySuffix(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}
