package read

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// xmlStream walks the elements of an XML part. It expands no entities but
// XML's own five, loads nothing from outside, and bounds nesting.
type xmlStream struct {
	ctx    context.Context
	dec    *xml.Decoder
	depth  int
	limit  int
	tokens int
	raw    *stretch
}

// element is a start tag. name is prefix:local with the prefix of the usual
// namespace (w, mc, m), or local alone for any other.
type element struct {
	name string
	xml.StartElement
}

var (
	errDepth = errors.New("nested too deeply")
	errToken = errors.New("a tag or a stretch of text without end")
)

func newXMLStream(ctx context.Context, r io.Reader, depth int) *xmlStream {
	raw := &stretch{r: r}
	dec := xml.NewDecoder(raw)
	dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.EqualFold(label, "utf-8") || strings.EqualFold(label, "us-ascii") {
			return in, nil
		}
		return nil, fmt.Errorf("XML in %s, want UTF-8", label)
	}
	return &xmlStream{ctx: ctx, dec: dec, limit: depth, raw: raw}
}

// mostToken is more than the longest tag, text or comment of any document. The
// decoder holds one whole, several times over.
const mostToken = 16 << 20

// stretch reads no further than mostToken beyond the end of the last token.
type stretch struct {
	r         io.Reader
	read, end int64
	over      bool
}

func (s *stretch) Read(p []byte) (int, error) {
	if s.over = s.read-s.end > mostToken; s.over {
		return 0, errToken
	}
	n, err := s.r.Read(p)
	s.read += int64(n)
	return n, err
}

// prefixes are the namespaces that matter, in both of the standard's editions.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             "w:",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  "mc:",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   "m:",
	"http://purl.oclc.org/ooxml/officeDocument/math":               "m:",
}

// next returns the next start tag, end tag or text.
func (x *xmlStream) next() (xml.Token, error) {
	if x.tokens++; x.tokens%1024 == 0 && x.ctx.Err() != nil {
		return nil, x.ctx.Err()
	}
	t, err := x.dec.Token()
	if x.raw.over { // the decoder may call what is cut off broken
		return nil, errToken
	}
	if err != nil {
		return nil, err
	}
	x.raw.end = x.dec.InputOffset()
	switch t := t.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > x.limit {
			return nil, errDepth
		}
		return element{prefixes[t.Name.Space] + t.Name.Local, t}, nil
	case xml.EndElement:
		x.depth--
	}
	return t, nil
}

// each calls f for every child of the element just started, and returns at its
// end. f reads its element to the end, by each, text or skip.
func (x *xmlStream) each(f func(element) error) error {
	for {
		t, err := x.next()
		if err == io.EOF && x.depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case element:
			if err := f(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads to the end of the element just started.
func (x *xmlStream) skip() error {
	for end := x.depth - 1; x.depth > end; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// text returns the characters of the element just started, and reads to its end.
func (x *xmlStream) text() (string, error) {
	var out strings.Builder
	for end := x.depth - 1; x.depth > end; {
		t, err := x.next()
		if err != nil {
			return "", err
		}
		if c, ok := t.(xml.CharData); ok {
			out.Write(c)
		}
	}
	return out.String(), nil
}

// attr returns the value of an attribute by its local name, or "".
func (e element) attr(local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// on returns the value of a switch such as <w:b/> or <w:b w:val="0"/>.
func (e element) on() bool {
	switch e.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
