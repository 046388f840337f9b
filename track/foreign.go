package track

import (
	"strings"
	"unicode"
)

// foreign tells whether a text that has the end of a name speaks of another
// thing: the beginning is missing, and something else stands in its place
// (滨河路改造工程 and 望湖公园改造工程). A name that only shrank has nothing there
// (大唐露天矿, 露天矿).
func (v *vocabulary) foreign(name, text string) bool {
	pairs := grams(name)
	for i, g := range pairs {
		at := strings.Index(text, g)
		if at < 0 {
			continue
		}
		return i >= 2 && v.names(before(text[:at]))
	}
	return false
}

// before returns the letters that stand directly before the end of a text.
func before(text string) string {
	runes := []rune(text)
	i := len(runes)
	for i > 0 && unicode.IsLetter(runes[i-1]) {
		i--
	}
	return string(runes[i:])
}

// names tells whether the words hold more than those that name nothing.
func (v *vocabulary) names(words string) bool {
	for _, list := range [][]string{v.Leads, v.Light, v.Continuing, v.Planned, v.Ongoing, v.Hollow, v.Building, v.Added} {
		for _, w := range list {
			words = strings.ReplaceAll(words, w, " ")
		}
	}
	return len(grams(words)) > 0
}

// another tells whether a work that the text names is another than the one
// promised: of the name only the end stands there, and before it stands
// something else, wherever it is named: 松湖急救分站, 长湖急救分站.
func (v *vocabulary) another(name, text string) bool {
	pairs := grams(name)
	for i, g := range pairs {
		found := false
		for at := strings.Index(text, g); at >= 0; {
			found = true
			if i == 0 || v.plain(before(text[:at])) {
				return false
			}
			next := strings.Index(text[at+len(g):], g)
			if next < 0 {
				break
			}
			at += len(g) + next
		}
		if found {
			return true
		}
	}
	return false
}

// plain tells whether the words name nothing at all.
func (v *vocabulary) plain(words string) bool {
	for _, list := range [][]string{v.Leads, v.Light, v.Continuing, v.Planned, v.Ongoing, v.Hollow, v.Tasks.When, v.Tasks.Manner, v.Starting} {
		for _, w := range list {
			words = strings.ReplaceAll(words, w, "")
		}
	}
	for _, s := range v.Stages {
		for _, w := range s {
			words = strings.ReplaceAll(words, w, "")
		}
	}
	return letters(words) == 0
}
