package index

import "strings"

// Query is a parsed query. The zero Query finds everything.
type Query struct {
	root condition
}

// condition is a node of a query, about a sentence and a fact in it.
type condition interface {
	// String returns the condition in query language.
	String() string
	// ready prepares a look at the reports of an index.
	ready(p *plan) test
}

// String returns the query in query language; parsed again it is the same.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	return q.root.String()
}

// IsZero tells whether the query finds everything.
func (q Query) IsZero() bool { return q.root == nil }

// And returns a query for what both find.
func (q Query) And(other Query) Query {
	switch {
	case q.root == nil:
		return other
	case other.root == nil:
		return q
	}
	return Query{all{q.root, other.root}}
}

// all is met where all of its conditions are.
type all []condition

func (a all) String() string { return join(a, " ") }

// any of its conditions meets either.
type either []condition

func (e either) String() string { return join(e, " OR ") }

func join(conditions []condition, between string) string {
	var parts []string
	for _, x := range conditions {
		parts = append(parts, x.String())
	}
	return "(" + strings.Join(parts, between) + ")"
}

// not is met where its condition is not.
type not struct{ condition }

func (n not) String() string { return "NOT " + n.condition.String() }

// words is met where they stand in the sentence, as they are, in one piece; or
// where the fact is about an indicator or subject of that name.
type words struct {
	text   string // as typed
	folded string
	also   []string // other forms, any of which will do
	pinyin bool     // other forms are still to be found by sound
}

// forms are the folded texts one of which has to stand there.
func (w words) forms() []string {
	out := []string{w.folded}
	for _, form := range w.also {
		out = append(out, foldString(form))
	}
	return out
}

func (w words) String() string {
	switch {
	case w.pinyin:
		return "pinyin:" + quote(w.text)
	case len(w.also) == 0:
		return quote(w.text)
	}
	out := "(" + quote(w.text)
	for _, form := range w.also {
		out += " OR " + quote(form)
	}
	return out + ")"
}

// quote writes words so that nothing in them is taken for query language.
func quote(s string) string {
	for _, marks := range [][2]string{{`"`, `"`}, {"“", "”"}, {"「", "」"}, {"『", "』"}} {
		if !strings.ContainsAny(s, closingQuotes([]rune(marks[0])[0])) {
			return marks[0] + s + marks[1]
		}
	}
	return `"` + strings.NewReplacer(`"`, "", "＂", "", "”", "").Replace(s) + `"`
}

// texts returns all words that are asked for, not those asked to be absent.
func texts(c condition) []words {
	var out []words
	switch c := c.(type) {
	case words:
		out = append(out, c)
	case all:
		for _, x := range c {
			out = append(out, texts(x)...)
		}
	case either:
		for _, x := range c {
			out = append(out, texts(x)...)
		}
	}
	return out
}

// anyCondition tells whether some node of the query is as is says.
func anyCondition(c condition, is func(condition) bool) bool {
	switch c := c.(type) {
	case nil:
		return false
	case all:
		for _, x := range c {
			if anyCondition(x, is) {
				return true
			}
		}
	case either:
		for _, x := range c {
			if anyCondition(x, is) {
				return true
			}
		}
	case not:
		return anyCondition(c.condition, is)
	}
	return is(c)
}
