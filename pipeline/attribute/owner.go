package attribute

import (
	"strings"
	"unicode/utf8"
)

// longestOwner is how many characters the names of responsible units may have.
const longestOwner = 40

// owner returns the responsible unit a sentence names: 由工程建设部牵头,
// 责任单位：住建局、城管局.
func owner(words []word) string {
	for i := range words {
		w := &words[i]
		var name string
		switch {
		case w.plays(isBy):
			name = upTo(words[i+1:], isLeading)
		case w.is(isLeading) && i+1 < len(words) && words[i+1].text == "：":
			name = upTo(words[i+2:], 0)
		}
		if name != "" && utf8.RuneCountInString(name) <= longestOwner {
			return name
		}
	}
	return ""
}

// upTo joins the words up to one of the class; with no class, up to the mark
// that ends the list. It is empty where a number or a clause comes first.
func upTo(words []word, end class) string {
	var name strings.Builder
	for _, w := range words {
		switch {
		case end != 0 && w.is(end):
			return name.String()
		case w.is(isCut | isOpen | isClose | isValue | isTime):
			if end != 0 {
				return ""
			}
			return name.String()
		}
		name.WriteString(w.text)
	}
	if end != 0 {
		return ""
	}
	return name.String()
}
