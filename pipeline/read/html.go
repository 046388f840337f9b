package read

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"taizhang/report"
)

var (
	pageHead = regexp.MustCompile(`(?i)^<(?:!doctype html|html|head|body|meta|title)[\s/>]`)
	pageTag  = regexp.MustCompile(`(?i)<(?:html|head|body|meta|title|div|p|br|table|span|font)[\s/>]`)
	xmlHead  = regexp.MustCompile(`(?is)^<\?xml[^>]*\?>\s*`)
	comment  = regexp.MustCompile(`(?s)^(?:\s|\x{FEFF})*(?:<!--.*?-->)?`)
)

// isHTML goes by what the file begins with, blanks and comments aside; a file
// that is called a page may also begin with any other tag.
func isHTML(d *document) bool {
	head := d.text[:min(64*headBytes, len(d.text))]
	for n := -1; n != len(head); {
		n = len(head)
		head = head[len(comment.FindString(head)):]
		head = head[len(xmlHead.FindString(head)):]
	}
	if pageHead.MatchString(head) {
		return true
	}
	switch strings.ToLower(filepath.Ext(d.name)) {
	case ".htm", ".html", ".shtml", ".xhtml":
		return pageTag.MatchString(head)
	}
	return false
}

// isWebArchive tells a page saved with all its parts as one mail message.
func isWebArchive(d *document) bool {
	head := d.data[:min(4*headBytes, len(d.data))]
	if !bytes.ContainsRune(head, '/') || !bytes.ContainsRune(head, ':') {
		return false // no mail message
	}
	head = bytes.Clone(head)
	for i, b := range head {
		if b >= 'A' && b <= 'Z' {
			head[i] = b - 'A' + 'a'
		}
	}
	return bytes.Contains(head, []byte("mime-version:")) &&
		bytes.Contains(head, []byte("multipart/related"))
}

// readHTML reads a saved web page: the block with its running text, headings,
// lists and tables, under the title; not what stands around it.
func readHTML(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutParagraphs
	if text, ok := declaredText(d); ok {
		d.text = text
	}
	p, err := parsePage(ctx, d)
	if err != nil {
		return err
	}
	main, found := p.mainBlock()
	if !found {
		d.out.problem(report.Problem{
			Code:    "no_article",
			Message: "the page has no running text; all that is not a link was read",
			Hint:    "check that it is the page of the report and not a list of pages",
		})
	}
	filler := mostFiller
	writer{d.out, 0}.write(titled(blocksOf(main, &filler), p.titleFor(main)))
	return nil
}

// headBlocks is where in an article its own title may stand.
const headBlocks = 6

// titled makes sure that the article begins with its title.
func titled(blocks []block, title string) []block {
	head := blocks[:min(headBlocks, len(blocks))]
	all := ""
	for i, b := range head {
		text := folded(strings.Join(b.lines, ""))
		if b.line.Role == report.RoleHeading && b.line.Level == 1 || text != "" && text == folded(title) {
			blocks[i].line.Role, blocks[i].line.Level = report.RoleTitle, 0
			return blocks
		}
		all += text
	}
	if title == "" || len(blocks) == 0 || strings.Contains(all, folded(title)) {
		return blocks
	}
	first := block{lines: []string{title}, line: report.Line{Role: report.RoleTitle}}
	return append([]block{first}, blocks...)
}

var charsetLabel = regexp.MustCompile(`(?i)charset\s*=\s*["']?\s*([\w-]+)`)

// declaredText decodes a page as it says of itself, where its bytes leave a
// choice: those that are sound UTF-8 or have a byte order mark do not.
func declaredText(d *document) (string, bool) {
	if e, _ := byteOrderMark(d.data); e != nil || utf8.Valid(d.data) {
		return "", false
	}
	label := charsetLabel.FindSubmatch(d.data[:min(8*headBytes, len(d.data))])
	if label == nil {
		return "", false
	}
	var e encoding.Encoding
	switch name := strings.ToLower(string(label[1])); {
	case strings.HasPrefix(name, "gb"):
		e = simplifiedchinese.GB18030 // takes in all older ones
	case strings.HasPrefix(name, "big5"):
		e = traditionalchinese.Big5
	default:
		return "", false
	}
	text, _ := withoutNUL(decoded(e, d.data))
	return text, strings.Count(text, "\uFFFD") <= strings.Count(d.text, "\uFFFD")
}
