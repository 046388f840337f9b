package track

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"taizhang/report"
)

// Two promises are one that returns where so much of the shorter name stands in
// the longer: of its characters, in order, and of its pairs of them, the rare
// ones counting more; of a name that stands there whole fewer pairs do.
// mostHolders is how many promises of the office, for each year, may share a
// pair for it to be looked up by.
const (
	sameOrder   = 0.75
	samePairs   = 0.45
	wholePairs  = 0.2
	mostHolders = 6
)

// link joins promises of an office that return in a later plan into chains:
// each gets the wordings of the others. Names shrink from year to year (华润雪花
// 啤酒迁址新建 → 雪花迁建项目), so that the shorter is looked for in the longer. A
// promise is taken up by one of the next year, or of the year after.
func link(lines []promise, v *vocabulary) links {
	c := newChains(lines, v)
	var pairs []returned
	for i := range lines {
		pairs = append(pairs, c.returns(i)...)
	}
	slices.SortStableFunc(pairs, func(a, b returned) int {
		return cmp.Or(cmp.Compare(lines[a.later].Year-lines[a.first].Year, lines[b.later].Year-lines[b.first].Year),
			cmp.Compare(b.alike, a.alike))
	})
	next, before := map[int]int{}, map[int]int{}
	for _, p := range pairs {
		_, taken := next[p.first]
		_, given := before[p.later]
		if !taken && !given {
			next[p.first], before[p.later] = p.later, p.first
		}
	}
	return links{next, before}
}

// links say which line of the ledger takes up which.
type links struct{ next, before map[int]int }

// chain returns the lines that take up line i, it first.
func (k links) chain(i int) []int {
	out := []int{i}
	for {
		j, ok := k.next[i]
		if !ok {
			return out
		}
		out, i = append(out, j), j
	}
}

// wordings gives every promise the names that it has in the plans before.
func (k links) wordings(lines []promise) {
	for i := range lines {
		if _, later := k.before[i]; later {
			continue
		}
		var names []string
		for _, j := range k.chain(i) {
			lines[j].wordings = slices.Clone(names)
			if name := lines[j].object; name != "" && !slices.Contains(names, name) && name != lines[j].Text {
				names = append(names, name)
			}
		}
	}
}

// write gives the lines of every chain the wordings of the others.
func (k links) write(lines []promise) {
	for i := range lines {
		if _, later := k.before[i]; !later {
			write(lines, k.chain(i))
		}
	}
}

// returned is a promise and a later one that says the same.
type returned struct {
	first, later int
	alike        float64
}

// chains finds promises by the rare pairs of characters of their names.
type chains struct {
	rarity
	v     *vocabulary
	lines []promise
	names [][]rune         // by line: what is promised, without what changes
	where map[string][]int // pair → lines, in order
	years int
}

func newChains(lines []promise, v *vocabulary) *chains {
	c := &chains{rarity: rarity{map[string]int{}, len(lines)}, v: v, lines: lines, where: map[string][]int{}}
	years := map[int]bool{}
	for i, l := range lines {
		years[l.Year] = true
		c.names = append(c.names, v.chainName(l))
		for _, g := range grams(string(c.names[i])) {
			if list := c.where[g]; len(list) == 0 || list[len(list)-1] != i {
				c.where[g] = append(list, i)
				c.holders[g]++
			}
		}
	}
	c.years = len(years)
	return c
}

// chainName returns the name of what is promised: the subject, with the verb
// where it alone tells little, or all of the promise.
func (v *vocabulary) chainName(l promise) []rune {
	name := l.object
	if name == "" || len(l.Targets) > 0 {
		name = l.Subject
	}
	if len(l.Targets) == 0 && letters(name) > 2 && letters(name) < mostObject/2 {
		if short := v.coreOf(name); l.goal > 0 && letters(short) > 3 {
			name = short // 某某大桥新建, 某某大桥
		}
		return []rune(lettersOf(v.core(name)))
	}
	if len([]rune(name)) < 4 && (len(l.Targets) > 0 || len([]rune(name)) < 2) {
		if name = l.Action + name; len([]rune(name)) < 4 || l.Action == "" || strings.Contains(l.Subject, l.Action) {
			name = l.Text
		}
	}
	if len(grams(v.solid(name))) == 0 {
		if name = v.solid(l.Text); len(grams(name)) < 4 {
			return nil // 中央财政将投入60亿元 returns nowhere
		}
	}
	var out []rune
	for _, r := range v.core(name) {
		if unicode.IsLetter(r) {
			out = append(out, r)
		}
	}
	return out
}

// returns lists the promises of the two years after line i that may say the
// same. Only lines that share a rare pair are compared.
func (c *chains) returns(i int) []returned {
	seen := map[int]bool{}
	var out []returned
	for _, g := range grams(string(c.names[i])) {
		if len(c.where[g]) > mostHolders*c.years {
			continue
		}
		for _, j := range c.where[g] {
			gap := c.lines[j].Year - c.lines[i].Year
			if gap < 1 || gap > 2 || seen[j] || c.lines[j].MadeIn == c.lines[i].MadeIn {
				continue
			}
			seen[j] = true
			if s := c.shrunk(c.names[i], c.names[j]); s > 0 && sameSort(c.lines[i], c.lines[j]) {
				out = append(out, returned{i, j, s + 0.1*alike(c.lines[i].Text, c.lines[j].Text)})
			}
		}
	}
	return out
}

// shrunk returns how much of the shorter name stands in the longer; 0 where it
// is another one. A shorter one of one word must stand there whole; 一期 is not
// 二期.
func (c *chains) shrunk(a, b []rune) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || c.v.areaOf(a) != c.v.areaOf(b) {
		return 0
	}
	if commonOrder(a[:2], b) < 2 && commonOrder(b[:2], a) < 2 {
		return 0 // what tells one from another stands first
	}
	x, y := phase(a), phase(b)
	order := float64(commonOrder(a, b)) / float64(len(a))
	if order < sameOrder || len(a) <= 3 && order < 1 || x != y && x != 0 && y != 0 {
		return 0
	}
	pairs := c.cover(string(a), string(b))
	if pairs < samePairs && (order < 1 || pairs < wholePairs) {
		return 0
	}
	return (order + pairs) / 2
}

// phase returns the numeral before 期: 一 of 迁建项目一期; 0 for none.
func phase(name []rune) rune {
	for i, r := range name {
		if r == '期' && i > 0 && strings.ContainsRune("一二三四五六七八九十", name[i-1]) {
			return name[i-1]
		}
	}
	return 0
}

// commonOrder returns the length of the longest sequence of characters that
// stands, with gaps, in both.
func commonOrder(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

// sameSort tells whether two promises are of one sort: both with a number in
// one unit, or both without, and both about awards or neither.
func sameSort(a, b promise) bool {
	if a.award() != b.award() || a.award() && asideOf(a.Text) != asideOf(b.Text) || a.Indicator != "" && b.Indicator != "" && a.Indicator != b.Indicator {
		return false
	}
	if len(a.Targets) == 0 || len(b.Targets) == 0 {
		return len(a.Targets) == len(b.Targets)
	}
	return a.Targets[0].Comparison == b.Targets[0].Comparison && sameUnit(a.Targets[0].Value, b.Targets[0].Value)
}

// asideOf returns what stands in brackets: 示范县（某镇） is not 示范县.
func asideOf(s string) string {
	_, rest, _ := strings.Cut(s, "（")
	in, _, _ := strings.Cut(rest, "）")
	return in
}

// areaOf returns the area that a name begins with: 某某片区人民调解试点.
func (v *vocabulary) areaOf(name []rune) string {
	head := string(name[:min(len(name), 6)])
	for _, w := range v.Areas {
		if i := strings.Index(head, w); i > 0 && len(head) > i+len(w) {
			return head[:i+len(w)]
		}
	}
	return ""
}

// write gives each line of a chain the wordings of the others, by year.
func write(lines []promise, chain []int) {
	if len(chain) < 2 {
		return
	}
	final := lines[chain[len(chain)-1]].Status
	for _, at := range chain {
		if rankOf(lines[at].Status) >= rankOf(final) && rankOf(lines[at].Status) > 1 {
			final = lines[at].Status // what was done once is done, though the last plan is still open
		}
	}
	for _, at := range chain {
		lines[at].Returns = &report.Returns{First: lines[chain[0]].Year, Times: len(chain), Final: final}
		for _, other := range chain {
			if other != at {
				lines[at].Chain = append(lines[at].Chain, wording(lines[other].Commitment))
			}
		}
	}
}

func wording(c report.Commitment) report.Wording {
	return report.Wording{Report: c.MadeIn, Year: c.Year, Text: c.Text}
}
