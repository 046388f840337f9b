package report

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// object writes a JSON object, byte for byte as encoding/json does, without
// looking at types: stored reports have thousands of small fields.
type object struct{ to []byte }

// begin begins an object or a list, end ends it.
func (o *object) begin(bracket byte) { o.to = append(o.to, bracket) }
func (o *object) end(bracket byte)   { o.to = append(o.to, bracket) }

// next puts a comma where something stands before.
func (o *object) next() {
	if last := o.to[len(o.to)-1]; last != '{' && last != '[' && last != ':' {
		o.to = append(o.to, ',')
	}
}

// name begins a field.
func (o *object) name(name string) {
	o.next()
	o.to = append(append(append(o.to, '"'), name...), '"', ':')
}

func (o *object) text(name, s string) {
	o.name(name)
	o.string(s)
}

// mayText, mayNumber and mayTexts leave the field out where there is nothing.
func (o *object) mayText(name, s string) {
	if s != "" {
		o.text(name, s)
	}
}

func (o *object) mayNumber(name string, n int) {
	if n != 0 {
		o.number(name, n)
	}
}

func (o *object) mayTexts(name string, all []string) {
	if len(all) == 0 {
		return
	}
	o.name(name)
	o.begin('[')
	for _, s := range all {
		o.next()
		o.string(s)
	}
	o.end(']')
}

func (o *object) number(name string, n int) {
	o.name(name)
	o.to = strconv.AppendInt(o.to, int64(n), 10)
}

// decimal writes a decimal as it writes itself: in quotes.
func (o *object) decimal(name string, d Decimal) {
	o.name(name)
	o.to = append(append(append(o.to, '"'), d.String()...), '"')
}

// string writes a string. What has to be escaped is left to encoding/json.
func (o *object) string(s string) {
	if !isPlainJSON(s) {
		quoted, err := json.Marshal(s)
		if err == nil { // of a string it never gives one
			o.to = append(o.to, quoted...)
		}
		return
	}
	o.to = append(append(append(o.to, '"'), s...), '"')
}

// isPlainJSON tells whether nothing in a string has to be escaped.
func isPlainJSON(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&':
			return false
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&^1 == 0xA8: // the line separators of Unicode
			return false
		}
	}
	return utf8.ValidString(s)
}
