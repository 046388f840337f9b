package generate

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// lists are the words by the name of their list.
type lists map[string][]string

// kind is a kind of office: what it writes about.
type kind struct {
	lists
	quantities []noun
	ceilings   []noun
	indicators []noun
}

// noun is something counted, with the range it is drawn from.
type noun struct {
	name, unit   string
	low, high    int64 // in units of the last decimal place
	places       int
	plan, done   string // verbs
	name2, done2 string // the same in other words; may be empty
}

// readKinds returns the kinds of offices, in a fixed order. A county government
// writes about what all others write about.
func readKinds() ([]kind, error) {
	common, err := readLists("data/common.txt")
	if err != nil {
		return nil, err
	}
	var kinds []kind
	all := lists{}
	for _, name := range []string{"education", "construction", "health", "water", "transport", "county"} {
		own, err := readLists("data/" + name + ".txt")
		if err != nil {
			return nil, err
		}
		if name == "county" {
			for list, lines := range all {
				if list != "org" && list != "title" && list != "heading" && list != "indicator" {
					own[list] = append(own[list], lines...)
				}
			}
		}
		for list, lines := range own {
			all[list] = append(all[list], lines...)
		}
		for list, lines := range common {
			own[list] = append(own[list], lines...)
		}
		k, err := newKind(own)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		kinds = append(kinds, k)
	}
	return kinds, nil
}

func newKind(l lists) (kind, error) {
	k := kind{lists: l}
	for _, list := range []struct {
		name string
		to   *[]noun
	}{{"quantity", &k.quantities}, {"ceiling", &k.ceilings}, {"indicator", &k.indicators}} {
		for _, line := range l[list.name] {
			n, err := readNoun(line)
			if err != nil {
				return k, fmt.Errorf("%s: %w", list.name, err)
			}
			*list.to = append(*list.to, n)
		}
	}
	return k, nil
}

// readLists reads a file of lists: [name], then a line each.
func readLists(file string) (lists, error) {
	raw, err := data.ReadFile(file)
	if err != nil {
		return nil, err
	}
	l := lists{}
	name := ""
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
		default:
			l[name] = append(l[name], line)
		}
	}
	return l, nil
}

// readNoun reads 名词|单位|低|高|小数|计划动词|完成动词|换说法的名词|换说法的动词.
func readNoun(line string) (noun, error) {
	f := strings.Split(line, "|")
	if len(f) != 5 && len(f) != 9 {
		return noun{}, fmt.Errorf("want 5 or 9 fields: %s", line)
	}
	places, err := strconv.Atoi(f[4])
	if err != nil {
		return noun{}, err
	}
	n := noun{name: f[0], unit: f[1], places: places}
	if n.low, err = scaled(f[2], places); err != nil {
		return noun{}, err
	}
	if n.high, err = scaled(f[3], places); err != nil {
		return noun{}, err
	}
	if len(f) == 9 {
		n.plan, n.done, n.name2, n.done2 = f[5], f[6], f[7], f[8]
	}
	return n, nil
}

// scaled reads a decimal in units of its last place.
func scaled(s string, places int) (int64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, err
	}
	return int64(x*float64(pow10(places)) + 0.5), nil
}

// fields splits a line of a list.
func fields(line string) []string { return slices.Collect(strings.SplitSeq(line, "|")) }
