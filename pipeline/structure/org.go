package structure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

const (
	council      = "国务院"
	government   = "人民政府"
	party        = "中国共产党中央委员会"
	shortLongest = 8  // characters of the longest short name looked for
	speakerMost  = 60 // bytes of the longest region's name
)

// findOrg finds the office that speaks and what it calls itself.
func (d *document) findOrg() {
	org, from, quote := d.office()
	if org == "" {
		return
	}
	d.out.Org = org
	d.know("org", org, from, quote)
	if short := d.shortName(org); short != "" {
		d.out.OrgShort = short
		d.know("org_short", short, "text", short)
	}
}

func (d *document) office() (org, from, quote string) {
	if d.hints.Org != "" {
		return d.hints.Org, "argument", d.hints.Org
	}
	if s := d.officeIn(d.out.Title); s != "" {
		return d.full(s), d.titleFrom(), d.out.Title
	}
	for _, read := range []func(string) string{congressOf, d.headOf} {
		for _, l := range d.lines[:d.front] {
			if s := read(l.text); s == council || d.isRegion(s) {
				return d.full(s), "title", l.text
			}
		}
	}
	if org, quote := d.speaker(); org != "" {
		return org, "text", quote
	}
	if s := d.officeIn(d.fileStem()); s != "" {
		return d.full(s), "file", d.fileStem()
	}
	return "", "", ""
}

// officeIn returns the office named in a title: what is left of the words
// before the kind of document without years and 关于.
func (d *document) officeIn(title string) string {
	end := len(title)
	for _, class := range []string{"政府报告词", "总结词", "计划词"} {
		if i, _ := find(title, d.lex.Words(class)); i >= 0 {
			end = min(end, i)
		}
	}
	s := title[:end]
	if hits := years(s); len(hits) > 0 {
		p := hits[0].span
		if s[:p.Start] != "" {
			s = s[:p.Start]
		} else {
			s = s[p.End:]
		}
	}
	s = strings.TrimPrefix(strings.TrimSpace(s), "关于")
	s = strings.TrimFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != '（' && r != '）' })
	s = strings.TrimSuffix(strings.TrimPrefix(s, "度"), "关于")
	if s == council || utf8.RuneCountInString(s) >= 2 && hasSuffix(s, d.lex.Words("机构尾")) {
		return s
	}
	return ""
}

// congressOf returns the region before 第N届人民代表大会 or N届人大 in a subtitle.
func congressOf(line string) string {
	i, k := strings.Index(line, "人民代表大会"), -1
	if i >= 0 {
		k = strings.LastIndex(line[:i], "第")
	} else if i = strings.Index(line, "届人大"); i >= 0 {
		k = len(strings.TrimSuffix(strings.TrimRight(line[:i], chineseDigits+"十0123456789"), "第"))
	}
	if k < 0 {
		return ""
	}
	s := line[:k]
	if at := strings.LastIndex(s, "在"); at >= 0 {
		s = s[at+len("在"):]
	}
	if strings.Contains(line[k:i], "全国") || s == "" && strings.Contains(line, "全国") {
		return council
	}
	return s
}

// headOf returns the region whose head signs in the title block: 某市人民政府市长　王某.
func (d *document) headOf(line string) string {
	i, w := find(line, d.lex.Words("首长"))
	if i < 0 || w == "" {
		return ""
	}
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(line[:i]), "代"), government)
}

// full returns the name of the government of a region, or the office itself.
func (d *document) full(office string) string {
	if office == council || d.out.Kind != report.KindGovernment {
		return office
	}
	if hasSuffix(office, d.lex.Words("政区尾")) {
		return office + government
	}
	return office
}

// speaker reads 我代表国务院, 我代表江西省人民政府 off the first sentences. A
// name without its region (我代表省人民政府) tells nothing.
func (d *document) speaker() (org, quote string) {
	for _, l := range d.opening() {
		for _, lead := range []string{"我代表", "我受"} {
			_, s, ok := strings.Cut(l.text, lead)
			if !ok {
				continue
			}
			switch i := strings.Index(s, government); {
			case strings.HasPrefix(s, council):
				return council, lead + council
			case d.out.Kind == report.KindCongress && strings.Contains(s, "中央委员会"):
				end := strings.Index(s, "中央委员会") + len("中央委员会")
				return party, lead + s[:end]
			case i > 0 && i < speakerMost && d.isRegion(s[:i]):
				return s[:i+len(government)], lead + s[:i+len(government)]
			}
		}
	}
	return "", ""
}

// isRegion tells whether s is the name of a region, and more than its kind.
func (d *document) isRegion(s string) bool {
	regions := d.lex.Words("政区尾")
	return hasSuffix(s, regions) && !slices.Contains(regions, s)
}

// shortName returns the name by which the text calls the office: the most
// frequent word made of characters of the full name in their order that ends
// as it does (区重建中心), or of a government 省政府 or 省人民政府.
func (d *document) shortName(org string) string {
	switch {
	case org == council:
		return council
	case org == party:
		return d.mostFrequent([]string{"党中央", "中央委员会"})
	case strings.HasSuffix(org, government):
		tail := suffixOf(strings.TrimSuffix(org, government), d.lex.Words("政区尾"))
		if tail == "" {
			return ""
		}
		return d.mostFrequent([]string{tail + "政府", tail + government})
	}
	return d.abbreviation(org)
}

func (d *document) mostFrequent(names []string) string {
	best, most := "", 0
	for _, n := range names {
		if k := strings.Count(d.text.Body, n); k > most {
			best, most = n, k
		}
	}
	return best
}

// abbreviation counts the runs of the full name's characters before each place
// where its last word stands, and returns the most frequent.
func (d *document) abbreviation(org string) string {
	tail := d.shortestTail(org)
	if tail == "" {
		return ""
	}
	name := []rune(strings.TrimSuffix(org, tail))
	count := map[string]int{}
	body := d.text.Body
	for at := 0; ; {
		i := strings.Index(body[at:], tail)
		if i < 0 {
			break
		}
		i += at
		at = i + len(tail)
		if run := backwards(body[:i], name); run != "" && run+tail != org {
			count[run+tail]++
		}
	}
	best := ""
	for s, n := range count {
		led := hasPrefix(s, d.lex.Words("简称起首"))
		if n < 2 && !led || utf8.RuneCountInString(s) > shortLongest {
			continue
		}
		if best == "" || n > count[best] || n == count[best] && s > best {
			best = s
		}
	}
	return best
}

// shortestTail returns the shortest word for a kind of office that ends org:
// 中心 of 事务中心, which a short name drops.
func (d *document) shortestTail(org string) string {
	best := ""
	for _, w := range d.lex.Words("机构尾") {
		if strings.HasSuffix(org, w) && (best == "" || len(w) < len(best)) {
			best = w
		}
	}
	return best
}

// backwards returns the end of s that is made of characters of name in order.
func backwards(s string, name []rune) string {
	end, k := len(s), len(name)-1
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		for k >= 0 && name[k] != r {
			k--
		}
		if k < 0 {
			break
		}
		k--
		start -= size
	}
	return s[start:end]
}
