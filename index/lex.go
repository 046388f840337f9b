package index

import (
	"strings"
	"unicode"
)

// tokenKind is what a piece of a query is.
type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenWord
	tokenPhrase // between quotes
	tokenField  // a name before a colon
	tokenOpen   // (
	tokenClose  // )
	tokenAnd
	tokenOr
	tokenNot
)

// token is a piece of a query and the character it starts at, from 0.
type token struct {
	kind tokenKind
	text string
	at   int

	whole bool // a phrase behind =
}

// operators are the words between terms; a person who looks for one of them
// puts it in quotes.
var operators = map[string]tokenKind{
	"AND": tokenAnd, "且": tokenAnd, "OR": tokenOr, "或": tokenOr, "NOT": tokenNot, "非": tokenNot,
}

// lexer cuts a query into tokens. Chinese punctuation counts as its ASCII twin.
type lexer struct {
	query []rune
	at    int
}

func (l *lexer) tokens() ([]token, error) {
	var out []token
	for {
		t, err := l.next(afterField(out))
		if err != nil {
			return nil, err
		}
		out = append(out, t)
		if t.kind == tokenEnd {
			return out, nil
		}
	}
}

func afterField(out []token) bool { return len(out) > 0 && out[len(out)-1].kind == tokenField }

// next returns the next token. Behind a field, everything up to a blank or
// bracket is its value.
func (l *lexer) next(value bool) (token, error) {
	for l.at < len(l.query) && unicode.IsSpace(l.query[l.at]) {
		l.at++
	}
	start := l.at
	if start == len(l.query) {
		return token{kind: tokenEnd, at: start}, nil
	}
	switch r := l.query[l.at]; {
	case isOne(r, "(（"):
		l.at++
		return token{kind: tokenOpen, text: "(", at: start}, nil
	case isOne(r, ")）"):
		l.at++
		return token{kind: tokenClose, text: ")", at: start}, nil
	case closingQuotes(r) != "":
		return l.phrase(closingQuotes(r))
	case isOne(r, "=＝") && l.at+1 < len(l.query) && closingQuotes(l.query[l.at+1]) != "":
		l.at++
		t, err := l.phrase(closingQuotes(l.query[l.at]))
		t.at, t.whole = start, true
		return t, err
	case isOne(r, "-－") && !value && l.startsTerm(start+1):
		l.at++
		return token{kind: tokenNot, text: "-", at: start}, nil
	}
	return l.word(value), nil
}

func isOne(r rune, of string) bool { return strings.ContainsRune(of, r) }

// startsTerm tells whether something to be negated follows a minus sign.
func (l *lexer) startsTerm(i int) bool {
	return i < len(l.query) && !unicode.IsSpace(l.query[i]) && !isOne(l.query[i], ")）-－")
}

// closingQuotes returns the marks that end a phrase begun with r, "" if r
// begins none.
func closingQuotes(r rune) string {
	switch r {
	case '"', '＂':
		return `"＂”`
	case '“':
		return `”"＂`
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

func (l *lexer) phrase(closing string) (token, error) {
	start := l.at
	for i := start + 1; i < len(l.query); i++ {
		if isOne(l.query[i], closing) {
			l.at = i + 1
			return token{kind: tokenPhrase, text: string(l.query[start+1 : i]), at: start}, nil
		}
	}
	return token{}, &SyntaxError{start + 1, string(l.query[start]), "a closing quote after it", WantQuote, ""}
}

// word reads up to a blank, bracket or quote; up to a colon it may turn out to
// be the name of a field.
func (l *lexer) word(value bool) token {
	start := l.at
	for ; l.at < len(l.query); l.at++ {
		r := l.query[l.at]
		if unicode.IsSpace(r) || isOne(r, "()（）") || closingQuotes(r) != "" {
			break
		}
		if isOne(r, ":：") && !value && isName(l.query[start:l.at]) {
			name := string(l.query[start:l.at])
			l.at++
			return token{kind: tokenField, text: name, at: start}
		}
	}
	text := string(l.query[start:l.at])
	if kind, ok := operators[text]; ok && !value {
		return token{kind: kind, text: text, at: start}
	}
	return token{kind: tokenWord, text: text, at: start}
}

// isName tells whether a field could have this name: 12:30 asks for none.
func isName(name []rune) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) && r != '_' {
			return false
		}
	}
	return len(name) > 0
}
