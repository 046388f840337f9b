package index

import "strings"

// Narrow returns the query for what meets both: the query and a condition of
// one term, as facets give it. A condition that is there already is not added.
func Narrow(query, condition string) string {
	query = strings.TrimSpace(query)
	switch {
	case query == "":
		return condition
	case Holds(query, condition):
		return query
	case hasOr(query):
		return "(" + query + ") " + condition
	}
	return query + " " + condition
}

// Holds tells whether the condition stands in the query as a term of its own.
func Holds(query, condition string) bool { return termAt(query, condition) >= 0 }

// Widen returns the query without the condition.
func Widen(query, condition string) string {
	at := termAt(query, condition)
	if at < 0 {
		return query
	}
	before, behind := strings.TrimSpace(query[:at]), strings.TrimSpace(query[at+len(condition):])
	return strings.TrimSpace(before + " " + behind)
}

// termAt returns where the condition stands in the query as one of the terms
// that must all be met; -1 where it does not.
func termAt(query, condition string) int {
	for from := 0; condition != "" && !hasOr(query); {
		i := strings.Index(query[from:], condition)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(condition)
		if (end == len(query) || query[end] == ' ') && endsTerm(query[:start]) {
			return start
		}
		from = end
	}
	return -1
}

// endsTerm tells whether what comes before a term is whole: nothing is open,
// and nothing negates what follows.
func endsTerm(before string) bool {
	if before == "" {
		return true
	}
	lex := lexer{query: []rune(before)}
	tokens, err := lex.tokens()
	if err != nil || !strings.HasSuffix(before, " ") || len(tokens) < 2 {
		return false
	}
	depth := 0
	for _, t := range tokens {
		switch t.kind {
		case tokenOpen:
			depth++
		case tokenClose:
			depth--
		}
	}
	last := tokens[len(tokens)-2].kind // before the end
	return depth == 0 && last != tokenNot && last != tokenAnd && last != tokenField
}

// hasOr tells whether an OR stands outside all brackets. What is no query is
// taken for one without.
func hasOr(query string) bool {
	lex := lexer{query: []rune(strings.ToValidUTF8(query, "?"))}
	tokens, err := lex.tokens()
	depth := 0
	for _, t := range tokens {
		switch t.kind {
		case tokenOpen:
			depth++
		case tokenClose:
			depth--
		case tokenOr:
			if depth == 0 && err == nil {
				return true
			}
		}
	}
	return false
}
