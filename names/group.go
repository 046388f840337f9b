package names

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// siteGroup is a name with its shortened forms.
type siteGroup struct {
	site
	forms []string
}

// grouped puts shortened forms to their long one, in the order of names.
func grouped(found map[string]*site) []*siteGroup {
	names := slices.SortedFunc(maps.Keys(found), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	var out []*siteGroup
	byStart := map[string][]*siteGroup{} // by first two characters and head
	bySuffix := map[string]*siteGroup{}
	for _, name := range names {
		s := found[name]
		g := bySuffix[name]
		if g == nil && s.work {
			g = longer(byStart[startAndHead(s)], name)
		}
		if g != nil {
			g.join(&s.mentioned)
			g.project, g.evidence = g.project || s.project, max(g.evidence, s.evidence)
			g.forms = append(g.forms, name)
			continue
		}
		g = &siteGroup{site: *s}
		out = append(out, g)
		key := startAndHead(s)
		byStart[key] = append(byStart[key], g)
		for i := range name {
			if rest := name[i:]; i > 0 && len(rest) > len(s.head) && bySuffix[rest] == nil {
				bySuffix[rest] = g
			}
		}
	}
	return out
}

// startAndHead is what forms of one name share. Names of a region (青岚县一中)
// begin alike and are others, so the comparison goes on from there.
func startAndHead(s *site) string {
	r := []rune(s.name)
	return string(r[:2]) + " " + s.head
}

// longer returns the group of which name is a shortened form.
func longer(groups []*siteGroup, name string) *siteGroup {
	for _, g := range groups {
		if isWithin(name, g.name) && !tooShort(name, g.name) {
			return g
		}
	}
	return nil
}

// leastKept is the part of a long name that a shortened form keeps: one third.
const leastKept = 3

// tooShort tells whether a form would be too short, or lose the number of the long
// name.
func tooShort(name, full string) bool {
	return utf8.RuneCountInString(name)*leastKept < utf8.RuneCountInString(full) ||
		strings.ContainsAny(full, "0123456789") && !strings.ContainsAny(name, "0123456789")
}
