package track

import (
	"slices"
	"strings"
)

// contractedName is how well a name of which characters are left out all over
// names the thing.
const contractedName = 0.75

// leastContracted is how many characters a contracted name has at least.
const leastContracted = 3

// contracted returns how well the topic is the name with characters left out
// wherever they may be, as names of institutions are shortened: 国有资产投资公司, 国投公司.
// First and last character stay, no other thing of the plan has them all in
// order, and together they tell as much as a name must.
func (l *ledger) contracted(topic, name string) float64 {
	short, long := []rune(lettersOf(topic)), []rune(lettersOf(l.v.core(name)))
	if len(short) < leastContracted || 4*len(short) > 3*len(long) || short[0] != long[0] || short[len(short)-1] != long[len(long)-1] ||
		commonOrder(short, long) < len(short) || !l.alone(short) {
		return 0
	}
	whole, pairs := 0, grams(string(short))
	for _, g := range pairs {
		if strings.Contains(string(long), g) {
			whole++
		}
	}
	if 2*whole > len(pairs) {
		return 0 // 城东小学 is not 城东实验小学
	}
	weight := 0.0
	for i, r := range short {
		if !slices.Contains(short[:i], r) {
			weight += 0.5 * max(0, l.charWeight(r)-1)
		}
	}
	if weight < l.rare() {
		return 0
	}
	return contractedName
}

// nameEnds are the first and the last character of a name.
type nameEnds struct{ first, last rune }

// endsOf returns the ends of a name that is long enough to be a contracted one.
func endsOf(name string) (nameEnds, bool) {
	runes := []rune(lettersOf(name))
	if len(runes) < leastContracted {
		return nameEnds{}, false
	}
	return nameEnds{runes[0], runes[len(runes)-1]}, true
}

// actor returns the name that stands before the first verb of a clause: 国投公司 in
// 国投公司挂牌; empty where there is none.
func (v *vocabulary) actor(clause string) string {
	rest := clause[v.skip(clause, false):]
	for i, r := range rest {
		if i >= leastContracted*len("某") && firstPrefix(rest[i:], v.acts[r]) != "" {
			return v.topic(rest[:i])
		}
	}
	return ""
}

// contractedIn returns how well a clause of the sentence names what is promised
// by a contracted name, and which clause, from 1; 0 where none does.
func (l *ledger) contractedIn(p *promise, s *said) (share float64, clause int) {
	for i, actor := range s.actors {
		if x := l.contracted(actor, p.object); x > share {
			share, clause = x, i+1
		}
	}
	return share, clause
}
