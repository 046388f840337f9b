package index

import (
	"fmt"
	"strconv"
	"strings"
)

// SyntaxError is a mistake in a query: where it stands and what was expected.
type SyntaxError struct {
	Column int    // from 1, in characters
	Found  string // what stands there; empty at the end
	Want   string // what was expected
	Code   string // the same, for who says it in another language
	About  string // the field, the limit or the place that Code is about
}

// What was expected, as a SyntaxError codes it.
const (
	WantShorter    = "shorter"   // a query of at most About characters
	WantShallower  = "shallower" // at most About brackets inside each other
	WantEnd        = "end"       // a word, a field or the end of the query
	WantTerm       = "term"      // a word, a field or an opening bracket
	WantBracket    = "bracket"   // one that closes the one at character About
	WantQuote      = "quote"     // one that closes the phrase
	WantPhrase     = "phrase"    // something between the quotes
	WantNoField    = "no_field"  // a value of the field About, no other field
	WantField      = "field"     // the name of a field, perhaps About
	WantFieldValue = "value"     // a value of the field About, as Want says
)

func (e *SyntaxError) Error() string {
	found := "the end of the query"
	if e.Found != "" {
		found = fmt.Sprintf("%q", e.Found)
	}
	return fmt.Sprintf("query, character %d: found %s, want %s", e.Column, found, e.Want)
}

// Queries beyond these limits are refused.
const (
	queryLimit = 4000 // characters
	depthLimit = 50   // brackets inside brackets
)

// Parse reads a query:
//
//	query  = either
//	either = all { ("OR" | "或") all }
//	all    = term { ["AND" | "且"] term }
//	term   = ("NOT" | "非" | "-") term | "(" either ")" | text | field:text | field:(either)
//	text   = word | "phrase" | ="whole name"
//
// The error is a *SyntaxError.
func Parse(s string) (Query, error) { return Language{}.Parse(s) }

// Parse reads a query. Words that are not in quotes are looked for in other
// words, too, where the language knows such.
func (l Language) Parse(s string) (Query, error) {
	return l.parse(lexer{query: []rune(strings.ToValidUTF8(s, "?"))})
}

func (l Language) parse(lex lexer) (Query, error) {
	if len(lex.query) > queryLimit {
		want := fmt.Sprintf("at most %d characters", queryLimit)
		return Query{}, &SyntaxError{queryLimit, "…", want, WantShorter, strconv.Itoa(queryLimit)}
	}
	tokens, err := lex.tokens()
	if err != nil {
		return Query{}, err
	}
	if tokens[0].kind == tokenEnd {
		return Query{}, nil
	}
	p := parser{language: l, tokens: tokens}
	root, err := p.either()
	if err != nil {
		return Query{}, err
	}
	if t := p.tokens[0]; t.kind != tokenEnd {
		return Query{}, t.wrong(WantEnd, "", "a word, a field or the end of the query")
	}
	return Query{root}, nil
}

// parser goes through the tokens from the left.
type parser struct {
	language Language
	tokens   []token // those not read yet; the last is the end
	field    *field  // inside field:( … ), the field all words belong to
	depth    int
}

func (t token) wrong(code, about, want string) error {
	return &SyntaxError{Column: t.at + 1, Found: t.text, Want: want, Code: code, About: about}
}

// accept reads the next token if it is of that kind.
func (p *parser) accept(kind tokenKind) bool {
	if p.tokens[0].kind != kind {
		return false
	}
	p.tokens = p.tokens[1:]
	return true
}

func (p *parser) either() (condition, error) {
	first, err := p.all()
	if err != nil {
		return nil, err
	}
	out := either{first}
	for p.accept(tokenOr) {
		next, err := p.all()
		if err != nil {
			return nil, err
		}
		out = append(out, next)
	}
	if len(out) == 1 {
		return first, nil
	}
	return out, nil
}

func (p *parser) all() (condition, error) {
	first, err := p.term()
	if err != nil {
		return nil, err
	}
	out := all{first}
	for {
		joined := p.accept(tokenAnd)
		if k := p.tokens[0].kind; !joined && (k == tokenEnd || k == tokenClose || k == tokenOr) {
			break
		}
		next, err := p.term()
		if err != nil {
			return nil, err
		}
		out = append(out, next)
	}
	if len(out) == 1 {
		return first, nil
	}
	return out, nil
}

func (p *parser) term() (condition, error) {
	if p.depth++; p.depth > depthLimit {
		want := fmt.Sprintf("at most %d brackets inside each other", depthLimit)
		return nil, p.tokens[0].wrong(WantShallower, strconv.Itoa(depthLimit), want)
	}
	defer func() { p.depth-- }()
	t := p.tokens[0]
	switch t.kind {
	case tokenNot:
		p.tokens = p.tokens[1:]
		x, err := p.term()
		if err != nil {
			return nil, err
		}
		return not{x}, nil
	case tokenOpen:
		p.tokens = p.tokens[1:]
		return p.group(t)
	case tokenField:
		p.tokens = p.tokens[1:]
		return p.ofField(t)
	case tokenWord, tokenPhrase:
		p.tokens = p.tokens[1:]
		return p.value(t)
	}
	return nil, t.wrong(WantTerm, "", "a word, a field or an opening bracket")
}

// group reads the rest of a bracket.
func (p *parser) group(opening token) (condition, error) {
	x, err := p.either()
	if err != nil {
		return nil, err
	}
	if !p.accept(tokenClose) {
		want := fmt.Sprintf("a bracket that closes the one at character %d", opening.at+1)
		return nil, p.tokens[0].wrong(WantBracket, strconv.Itoa(opening.at+1), want)
	}
	return x, nil
}

// ofField reads what follows a field's name: one value, or several in brackets.
func (p *parser) ofField(name token) (condition, error) {
	f, err := p.language.fieldNamed(name)
	if err != nil {
		return nil, err
	}
	if p.field != nil {
		return nil, name.wrong(WantNoField, p.field.names[0], "a value of "+p.field.names[0])
	}
	p.field = f
	defer func() { p.field = nil }()
	t := p.tokens[0]
	switch t.kind {
	case tokenOpen:
		p.tokens = p.tokens[1:]
		return p.group(t)
	case tokenWord, tokenPhrase:
		p.tokens = p.tokens[1:]
		return p.value(t)
	}
	return nil, t.wrong(WantFieldValue, f.names[0], f.want)
}

// value turns a word into a condition: of the field it belongs to, else of the
// text.
func (p *parser) value(t token) (condition, error) {
	text := strings.TrimSpace(t.text)
	if foldString(text) == "" {
		return nil, t.wrong(WantPhrase, "", "something between the quotes")
	}
	if p.field == nil {
		return p.words(t), nil
	}
	if t.whole && p.field.whole != nil {
		return p.field.whole(text), nil
	}
	c, ok := p.field.parse(text)
	if !ok {
		return nil, t.wrong(WantFieldValue, p.field.names[0], p.field.want)
	}
	return c, nil
}

// words looks for a word in its other forms too, for a phrase as it stands.
func (p *parser) words(t token) condition {
	w := words{text: t.text, folded: foldString(t.text)}
	if t.kind == tokenPhrase {
		return w
	}
	w.also = p.language.synonyms(w.folded)
	w.pinyin = p.language.Pinyin && isPinyin(w.folded)
	return w
}
