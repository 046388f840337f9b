package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// word is a Word document in the making: the inner XML of its parts.
type word struct {
	body, styles, numbering, footnotes string
	extra                              map[string]string
}

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

const relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// bytes packs the document.
func (w word) bytes(t testing.TB) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         relations(map[string]string{"officeDocument": "word/document.xml"}),
		"word/document.xml":   part("document", "<w:body>"+w.body+"</w:body>"),
		"word/_rels/document.xml.rels": relations(map[string]string{
			"styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml",
		}),
		"word/styles.xml":    part("styles", w.styles),
		"word/numbering.xml": part("numbering", w.numbering),
		"word/footnotes.xml": part("footnotes", w.footnotes),
	}
	for name, text := range w.extra {
		parts[name] = text
	}
	return zipped(t, parts)
}

// zipped packs parts in the order of their names, so that every run of the
// tests has the same bytes.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var ordered [][2]string
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		ordered = append(ordered, [2]string{name, parts[name]})
	}
	return zippedInOrder(t, ordered)
}

// zippedInOrder packs names with their texts; a part called mimetype is not
// packed.
func zippedInOrder(t testing.TB, parts [][2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		head := &zip.FileHeader{Name: part[0], Method: zip.Deflate}
		if part[0] == "mimetype" {
			head.Method = zip.Store
		}
		f, err := z.CreateHeader(head)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func part(root, inner string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><w:%s %s>%s</w:%s>`, root, wordSpaces, inner, root)
}

func relations(targets map[string]string) string {
	var out strings.Builder
	out.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for kind, target := range targets {
		fmt.Fprintf(&out, `<Relationship Id="r%s" Type="%s%s" Target="%s"/>`, kind, relationSpace, kind, target)
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}

// para is a paragraph of one run, with properties.
func para(text, props string) string {
	return "<w:p><w:pPr>" + props + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

// item is a paragraph of a list.
func item(text string, list, level int) string {
	return para(text, fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list))
}

// level is a level of a list's design; more is further XML in it.
func level(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`,
		i, format, text, more)
}

func design(id int, inner string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, inner)
}

func use(list, design int, inner string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, list, design, inner)
}
