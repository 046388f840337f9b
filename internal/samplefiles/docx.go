package samplefiles

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// Options of a DOCX file.
type Options struct {
	// Numbered takes the numbers of chapters, heads and items from
	// numbering.xml, as Word does; they are then nowhere in the text.
	Numbered bool
	Header   string // running header; empty: none
	Keywords string // document property
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// DOCX writes lines as a Word document. Same lines, same bytes.
func DOCX(lines []Line, o Options) ([]byte, error) {
	body, lists := documentXML(lines, o)
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", coreXML(title(lines), o.Keywords)},
		{"word/document.xml", body},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", stylesXML},
		{"word/numbering.xml", numberingXML(lists)},
		{"word/header1.xml", headerXML(o.Header)},
		{"word/footer1.xml", footerXML},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", p.name, err)
		}
		if _, err := w.Write([]byte(p.content)); err != nil {
			return nil, fmt.Errorf("write %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the DOCX: %w", err)
	}
	return out.Bytes(), nil
}

func title(lines []Line) string {
	for _, l := range lines {
		if l.Style == Title {
			return l.Text
		}
	}
	return ""
}

// documentXML returns the main part and the number of lists used: each part of
// the report counts its chapters from 一 again.
func documentXML(lines []Line, o Options) (xml string, lists int) {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:document ` + namespaces + `><w:body>`)
	lists = 1
	for i, l := range lines {
		switch {
		case l.Style == Row:
			writeRow(&b, lines, i)
		default:
			if l.Style == Part {
				lists++
			}
			writeParagraph(&b, l, lists, o.Numbered)
		}
	}
	b.WriteString(sectionXML(o.Header != "") + `</w:body></w:document>`)
	return b.String(), lists
}

func writeParagraph(b *strings.Builder, l Line, list int, numbered bool) {
	style := l.Style
	level := map[Style]int{Chapter: 0, Head: 1, Item: 2}
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + string(style) + `"/>`)
	if n, ok := level[style]; ok && numbered {
		fmt.Fprintf(b, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, n, list)
	}
	b.WriteString(`</w:pPr>`)
	lead, rest := leadOf(l)
	writeRuns(b, lead, true)
	writeRuns(b, rest, false)
	b.WriteString("</w:p>\n")
}

// leadOf splits the bold lead sentence off an item and off a typed （一）.
func leadOf(l Line) (lead, rest string) {
	if l.Style != Item && !strings.HasPrefix(l.Text, "（") {
		return "", l.Text
	}
	if i := strings.Index(l.Text, "。"); i >= 0 {
		i += len("。")
		return l.Text[:i], l.Text[i:]
	}
	return "", l.Text
}

// writeRuns writes text in runs as Word does: Latin letters and digits stand
// in runs of their own, so that amounts are cut between number and unit.
func writeRuns(b *strings.Builder, text string, bold bool) {
	for text != "" {
		wide := text[0] >= 0x80
		n := strings.IndexFunc(text, func(r rune) bool { return (r >= 0x80) != wide })
		if n < 0 {
			n = len(text)
		}
		b.WriteString(`<w:r><w:rPr>`)
		if wide {
			b.WriteString(`<w:rFonts w:hint="eastAsia"/>`)
		}
		if bold {
			b.WriteString(`<w:b/>`)
		}
		b.WriteString(`</w:rPr><w:t xml:space="preserve">` + escape(text[:n]) + `</w:t></w:r>`)
		text = text[n:]
	}
}

// tableWidth is the width of a table in twentieths of a point.
const tableWidth = 8800

// writeRow writes row i, opening and closing its table where they begin and end.
func writeRow(b *strings.Builder, lines []Line, i int) {
	first := i == 0 || lines[i-1].Style != Row
	columns := len(lines[i].Cells)
	width := tableWidth / columns
	if first {
		fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>`+
			`<w:tblW w:w="%d" w:type="dxa"/></w:tblPr><w:tblGrid>`, tableWidth)
		b.WriteString(strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, width), columns))
		b.WriteString(`</w:tblGrid>`)
	}
	b.WriteString(`<w:tr>`)
	for _, c := range lines[i].Cells {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p>`, width)
		writeRuns(b, c, first)
		b.WriteString(`</w:p></w:tc>`)
	}
	b.WriteString("</w:tr>\n")
	if i+1 == len(lines) || lines[i+1].Style != Row {
		b.WriteString("</w:tbl>\n")
	}
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
