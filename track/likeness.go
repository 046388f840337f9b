package track

import (
	"math"
	"strings"
	"unicode"
)

// Of the shorter of two names of a work so many characters must stand, in
// order, in the longer.
const (
	likeOrder = 0.66
	likeShort = 4 // a name of fewer characters must stand there whole
)

// likeness returns how well two names may name one work, from 0 to 1: what
// tells it from others stands first in both, sizes (年产30万吨), kinds and the
// form of its owner (集团) may be left out, something may be missing in either, but
// nothing may stand in the place of something else (城东污水厂, 城东供水厂).
func (l *ledger) likeness(a, b string) float64 {
	x, y := l.plainOf(a), l.plainOf(b)
	x, y = l.v.withoutNew(x, y), l.v.withoutNew(y, x)
	short, long := x, y
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 3 || !sharesHead(x, y) && (x[0] != y[0] || commonOrder(short, long) < len(short) || !l.alone(short)) {
		return 0 // 市医院, 市人民医院
	}
	p, q := phase([]rune(a)), phase([]rune(b))
	if p != 0 && q != 0 && p != q {
		return 0
	}
	common, replaced := aligned(x, y)
	order := float64(common) / float64(len(short))
	if replaced || order < likeOrder || len(short) < likeShort && order < 1 {
		return 0
	}
	need := l.rare()
	if order == 1 && len(short) > 2 && (string(x[:2]) == string(y[:2]) || l.alone(short)) {
		need *= 0.6 // 污水处理厂, 污水厂
	}
	if l.sharedWeight(x, y) < need {
		return 0
	}
	return 0.6 + 0.3*order
}

// phaseName is how well a name that begins alike and has the same phase names the
// work: 云雀二期首条生产线, 云雀电子二期.
const phaseName = 0.7

// samePhase returns how well two names that begin alike name one phase of a work.
func (l *ledger) samePhase(a, b string) float64 {
	x, y := l.plainOf(a), l.plainOf(b)
	p := phase([]rune(a))
	if p == 0 || p != phase([]rune(b)) || len(x) < 2 || len(y) < 2 || string(x[:2]) != string(y[:2]) ||
		l.a.tells(string(x[:2])) < leastHead*l.rare() {
		return 0
	}
	return phaseName
}

// plainOf returns the plain name; it is asked for often.
func (l *ledger) plainOf(name string) []rune {
	x, ok := l.plain[name]
	if !ok {
		if l.plain == nil {
			l.plain = map[string][]rune{}
		}
		x = l.v.plainName(name)
		l.plain[name] = x
	}
	return x
}

// alone tells whether no more than one object of the plan holds the name, its
// characters in order: 铁路, where one railway is promised.
func (l *ledger) alone(name []rune) bool {
	key := string(name)
	n, ok := l.holding[key]
	if !ok {
		for _, object := range l.objects {
			if commonOrder(name, object) == len(name) {
				n++
			}
		}
		l.holding[key] = n
	}
	return n <= 1
}

// withoutNew returns the name without 新 or 老 before it where the other name has
// none: 新客运站, 客运总站.
func (v *vocabulary) withoutNew(name, other []rune) []rune {
	w := []rune(firstPrefix(string(name), v.Newness))
	if len(w) == 0 || len(name) < len(w)+2 || len(other) == 0 || other[0] == name[0] {
		return name
	}
	return name[len(w):]
}

// sharesHead tells whether the first two characters of one name stand in the
// other.
func sharesHead(x, y []rune) bool {
	return strings.Contains(string(x), string(y[:2])) || strings.Contains(string(y), string(x[:2]))
}

// sharedWeight returns how much the pairs that both names have tell.
func (l *ledger) sharedWeight(x, y []rune) float64 {
	weight := 0.0
	other := string(y)
	for _, n := range strings.FieldsFunc(string(x), func(r rune) bool { return !unicode.IsDigit(r) }) {
		if len(n) > 1 && strings.Contains(other, n) {
			weight += l.rare() // 307线
		}
	}
	for _, g := range grams(string(x)) {
		if strings.Contains(other, g) {
			weight += math.Max(0, l.a.weight(g)-1)
		}
	}
	return weight
}

// aligned returns how many characters two names have in common, in order, and
// whether both have something else between two of these, or at the end.
func aligned(x, y []rune) (common int, replaced bool) {
	n, m := len(x), len(y)
	table := make([]uint8, (n+1)*(m+1)) // of the ends of both: what they have in common
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if x[i] == y[j] {
				table[at(i, j)] = table[at(i+1, j+1)] + 1
			} else {
				table[at(i, j)] = max(table[at(i+1, j)], table[at(i, j+1)])
			}
		}
	}
	inX, inY := 0, 0
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case x[i] == y[j]:
			replaced = replaced || common > 0 && inX > 0 && inY > 0
			common, inX, inY = common+1, 0, 0
			i, j = i+1, j+1
		case table[at(i+1, j)] >= table[at(i, j+1)]:
			i, inX = i+1, inX+1
		default:
			j, inY = j+1, inY+1
		}
	}
	inX, inY = inX+n-i, inY+m-j
	return common, replaced || common > 0 && inX > 0 && inY > 0
}

// plainName returns the characters of a name without sizes, the forms of
// owners, its phase, and the kinds and ways of building at its end. Digits of a
// number that is part of the name stay: 307线, 220千伏.
func (v *vocabulary) plainName(name string) []rune {
	name = v.withoutSizes(name)
	for _, w := range v.Owners {
		name = strings.Replace(name, w, "", 1)
	}
	if i := strings.Index(name, "期"); i >= len("一") && phase([]rune(name)) != 0 {
		runes := []rune(name)
		for k := range runes {
			if runes[k] == '期' && k > 0 {
				name = string(runes[:k-1]) + string(runes[k+1:])
				break
			}
		}
	}
	name = v.coreOf(name)
	if w := firstSuffix(name, v.NewSites); letters(name) > letters(w)+2 {
		name = strings.TrimSuffix(name, w)
	}
	out := make([]rune, 0, len(name)/3)
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// coreOf cuts kinds and ways of building from the end of a name as long as
// something is left: 肉牛屠宰扩建项目, 肉牛屠宰.
func (v *vocabulary) coreOf(name string) string {
	for {
		w := firstSuffix(name, v.Kinds)
		if w == "" {
			w = firstSuffix(name, v.Modes)
		}
		rest := strings.TrimSuffix(name, w)
		if w == "" || letters(rest) < 3 && letters(rest) < letters(w) || letters(rest) < 2 {
			return name
		}
		name = rest
	}
}

// withoutSizes returns the name without the numbers that say how large the work
// is: 年产30万吨, 2×60万千瓦. Others stay.
func (v *vocabulary) withoutSizes(name string) string {
	if !strings.ContainsAny(name, "0123456789") {
		return name
	}
	var out strings.Builder
	for i := 0; i < len(name); {
		c := name[i]
		if c < '0' || c > '9' {
			out.WriteByte(c)
			i++
			continue
		}
		end := i
		for end < len(name) && (name[end] >= '0' && name[end] <= '9' || name[end] == '.' || strings.HasPrefix(name[end:], "×")) {
			if name[end] >= 0x80 {
				end++ // × has two bytes
			}
			end++
		}
		if w := firstPrefix(name[end:], v.Sizes); w != "" {
			head := out.String()
			out.Reset()
			out.WriteString(strings.TrimSuffix(head, firstSuffix(head, v.Yearly)))
			i = end + len(w)
			continue
		}
		out.WriteString(name[i:end])
		i = end
	}
	return out.String()
}
