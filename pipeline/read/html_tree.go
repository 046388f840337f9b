package read

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// mostNodes is far more than any honest page has; mostTokenBytes leaves room
// for a picture written into a page.
const (
	mostNodes      = 500_000
	mostTokenBytes = 8 << 20
)

// node is a block of a page, or a stretch of text in one. Elements that stand
// in a line make no nodes: of them only links, bold type and breaks count.
type node struct {
	tag      string // "" for text
	text     []byte // of text
	linked   bool   // of text: it stands in a link
	bold     bool   // of text
	silent   bool   // what is in it is no text: scripts, styles, forms
	hidden   bool   // not shown, or beside the text: menus, sidebars
	span     int    // columns of a cell
	rows     int    // rows of a cell
	start    int    // first number of a list
	style    string // type of a list's numbers
	parent   *node
	children []*node
	prose    int // letters in sentences, with those of the children
	links    int // letters in links, the same
	letters  int // all letters, the same
}

// page is a parsed page.
type page struct {
	root  *node
	title string // <title>
	named string // <meta name="ArticleTitle">, which the guideline for government sites asks for
}

// parsePage builds the tree of blocks. It is no full HTML parser: that one
// copies unclosed elements and their attributes again and again, so that a
// small hostile page takes all memory. This takes one pass.
func parsePage(ctx context.Context, d *document) (*page, error) {
	z := html.NewTokenizer(&interruptible{ctx, strings.NewReader(d.text)})
	z.SetMaxBuf(mostTokenBytes)
	p := &page{root: &node{tag: "html"}}
	b := &treeBuilder{page: p, current: p.root, limit: d.options.Limits.Depth}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return p, pageError(z.Err())
		}
		if err := b.token(kind, z); err != nil {
			return nil, err
		}
	}
}

func pageError(err error) error {
	switch err {
	case io.EOF:
		return nil
	case html.ErrBufferExceeded:
		return refuseSize("a single tag of more than " + megabytes(mostTokenBytes))
	}
	return err
}

// interruptible stops reading when the context is cancelled.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}

// treeBuilder builds the tree of a page tag by tag.
type treeBuilder struct {
	*page
	current *node
	depth   int
	limit   int
	nodes   int
	link    *node // block in which the open link began; nil outside links
	bold    int   // open bold elements
	inTitle bool
}

func (b *treeBuilder) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		return b.text(z.Text())
	case html.StartTagToken, html.SelfClosingTagToken:
		raw, more := z.TagName()
		return b.startTag(strings.ToLower(string(raw)), attributes(z, more))
	case html.EndTagToken:
		raw, _ := z.TagName()
		return b.endTag(strings.ToLower(string(raw)))
	}
	return nil
}

// mostAttributes is how many attributes of a tag are looked at.
const mostAttributes = 50

func attributes(z *html.Tokenizer, more bool) map[string]string {
	if !more {
		return nil
	}
	found := map[string]string{}
	for n := 0; more && n < mostAttributes; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch k := string(key); k {
		case "href", "style", "hidden", "role", "name", "content", "colspan", "rowspan", "start", "type":
			if _, twice := found[k]; !twice && len(value) < 4096 {
				found[k] = string(value)
			}
		}
	}
	return found
}

func (b *treeBuilder) text(text []byte) error {
	if b.inTitle {
		if b.title == "" {
			b.title = strings.Join(strings.Fields(string(text)), " ")
		}
		return nil
	}
	c := b.current
	if c.silent || len(text) == 0 {
		return nil
	}
	linked, bold := b.link != nil, b.bold > 0
	if n := len(c.children); n > 0 {
		last := c.children[n-1]
		blank := len(bytes.TrimSpace(text)) == 0
		if last.tag == "" && (blank || last.linked == linked && last.bold == bold) {
			last.text = append(last.text, text...)
			return nil
		}
	}
	return b.add(&node{text: bytes.Clone(text), linked: linked, bold: bold})
}

// add puts a node under the current one.
func (b *treeBuilder) add(n *node) error {
	if b.nodes++; b.nodes > mostNodes {
		return refuseSize(fmt.Sprintf("a page of more than %d elements", mostNodes))
	}
	n.parent = b.current
	b.current.children = append(b.current.children, n)
	return nil
}

func (b *treeBuilder) startTag(tag string, attrs map[string]string) error {
	switch tag {
	case "title":
		b.inTitle = true
		return nil
	case "meta":
		if strings.EqualFold(attrs["name"], "ArticleTitle") {
			b.named = strings.TrimSpace(attrs["content"])
		}
		return nil
	case "br", "hr":
		return b.add(&node{tag: "br"})
	case "a":
		b.link = nil
		if href := attrs["href"]; href != "" && (href[0] != '#' || len(href) == 1) {
			b.link = b.current
		}
		return nil
	case "b", "strong":
		b.bold++
		return nil
	}
	if !isBlock(tag) {
		return nil
	}
	if !silentTags[tag] {
		b.closeFor(tag)
	}
	return b.push(blockNode(tag, attrs))
}

func blockNode(tag string, attrs map[string]string) *node {
	n := &node{tag: tag, span: 1, rows: 1, start: 1, style: attrs["type"]}
	if v := number(attrs["colspan"]); v != nil && *v > 0 {
		n.span = min(*v, 64)
	}
	if v := number(attrs["rowspan"]); v != nil && *v > 0 {
		n.rows = min(*v, 1000)
	}
	if v := number(attrs["start"]); v != nil {
		n.start = *v
	}
	_, hidden := attrs["hidden"]
	style := strings.ToLower(strings.ReplaceAll(attrs["style"], " ", ""))
	n.hidden = hidden || besideTags[tag] || besideRoles[attrs["role"]] ||
		strings.Contains(style, "display:none")
	n.silent = silentTags[tag]
	return n
}

func (b *treeBuilder) push(n *node) error {
	if b.depth++; b.depth > b.limit {
		return refuseSize(errDepth.Error())
	}
	if err := b.add(n); err != nil {
		return err
	}
	n.silent = n.silent || b.current.silent
	n.hidden = n.hidden || b.current.hidden
	b.current = n
	return nil
}

func (b *treeBuilder) pop() {
	if b.link == b.current {
		b.link = nil
	}
	if b.current.tag == "p" {
		b.bold = 0 // <p><b>…</p> left open
	}
	b.current = b.current.parent
	b.depth--
}

func (b *treeBuilder) endTag(tag string) error {
	switch tag {
	case "title":
		b.inTitle = false
	case "a":
		b.link = nil
	case "b", "strong":
		b.bold = max(0, b.bold-1)
	case "br":
		return b.add(&node{tag: "br"})
	case "html", "body":
	default:
		if isBlock(tag) {
			b.close(tag)
		}
	}
	return nil
}

// close ends the innermost open element of a name, with all in it. An end tag
// in a cell closes nothing outside its table.
func (b *treeBuilder) close(tag string) {
	for n := b.current; n.parent != nil; n = n.parent {
		if n.tag == tag {
			for b.current != n.parent {
				b.pop()
			}
			return
		}
		if n.tag == "table" || cellTags[n.tag] && !tableTags[tag] {
			return
		}
	}
}

// closeFor ends what a start tag ends without saying: the paragraph, item, row
// or cell before it.
func (b *treeBuilder) closeFor(tag string) {
	if !tableTags[tag] || tag == "table" {
		if b.current.tag == "p" {
			b.pop()
		}
	}
	ended, within := implied[tag], scope[tag]
	var last *node
	for n := b.current; n.parent != nil && !within[n.tag]; n = n.parent {
		if ended[n.tag] {
			last = n
		}
	}
	if last == nil {
		return
	}
	for b.current != last.parent {
		b.pop()
	}
}
