package generate

import (
	"strconv"
	"strings"
)

// slots are the words for the slots of a template.
type slots map[string]string

// fill writes a template: {name} is a slot, {@list} a line of a list, {#low-high}
// or {#low-high.places} a number. A slot that nothing fills stays, which a test
// finds.
func fill(template string, s slots, d dice, l lists) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		template = after
		switch {
		case strings.HasPrefix(name, "@"):
			b.WriteString(fill(d.pick(l[name[1:]]), s, d, l))
		case strings.HasPrefix(name, "#"):
			b.WriteString(d.number(name[1:]))
		default:
			word, ok := s[name]
			if !ok {
				word = "{" + name + "}"
			}
			b.WriteString(word)
		}
	}
}

// number draws from a range such as 12-45, 3.5-9 or 3-9.1, whose end .1 asks
// for one decimal place.
func (d dice) number(of string) string {
	low, high, _ := strings.Cut(of, "-")
	places := 0
	if strings.Contains(low+high, ".") {
		places = 1
	}
	from, _ := scaled(low, places)
	to, _ := scaled(high, places)
	return amount{int64(d.between(int(from), int(to))), places}.String()
}

// amount is a decimal number: n in units of its last place.
type amount struct {
	n      int64
	places int
}

func pow10(places int) int64 {
	p := int64(1)
	for range places {
		p *= 10
	}
	return p
}

// String writes the amount without needless zeros: 12.5, 12.
func (a amount) String() string {
	s := strconv.FormatInt(a.n, 10)
	if a.places == 0 {
		return s
	}
	for len(s) <= a.places {
		s = "0" + s
	}
	s = s[:len(s)-a.places] + "." + s[len(s)-a.places:]
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// times returns a changed by per mille, rounded, never the same where change is
// not 0.
func (a amount) times(perMille int64) amount {
	n := (a.n*perMille + 500) / 1000
	if n == a.n && perMille > 1000 {
		n++
	}
	if n == a.n && perMille < 1000 {
		n--
	}
	return amount{n, a.places}
}

// percentOf returns a in percent of b, with one decimal place.
func (a amount) percentOf(b amount) amount { return amount{(a.n*1000 + b.n/2) / b.n, 1} }

func (a amount) minus(b amount) amount {
	return amount{max(a.n-b.n, b.n-a.n), a.places}
}

// rounded returns a number such as plans name: two significant digits.
func (a amount) rounded() amount {
	step := int64(1)
	for a.n/step >= 100 {
		step *= 10
	}
	return amount{max(1, a.n/step) * step, a.places}
}
