package samplefiles

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const (
	textMime = "application/vnd.oasis.opendocument.text"
	manifest = xmlHead + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"` +
		` manifest:version="1.2">` +
		`<manifest:file-entry manifest:full-path="/" manifest:media-type="` + textMime + `"/>` +
		`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
	contentHead = xmlHead + `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>`
	contentFoot = `</office:text></office:body></office:document-content>`
)

// ODT writes lines as an OpenDocument text. Same lines, same bytes.
func ODT(lines []Line) ([]byte, error) {
	var body strings.Builder
	body.WriteString(contentHead)
	for _, l := range lines {
		open, closing := "<text:p>", "</text:p>"
		if l.Style == Title || l.Style == Part || l.Style == Chapter || l.Style == Head {
			open, closing = `<text:h text:outline-level="1">`, "</text:h>"
		}
		body.WriteString(open)
		if err := xml.EscapeText(&body, []byte(l.Text)); err != nil {
			return nil, fmt.Errorf("write the ODT: %w", err)
		}
		body.WriteString(closing)
	}
	body.WriteString(contentFoot)
	return Archive([]Member{{"mimetype", []byte(textMime)}, {"META-INF/manifest.xml", []byte(manifest)},
		{"content.xml", []byte(body.String())}}, false)
}

// Member is a file of an archive.
type Member struct {
	Name string
	Data []byte
}

// Archive packs members, the first of them without compression. With gbk their
// names are written as Windows programs in China do: in GBK, unmarked.
func Archive(members []Member, gbk bool) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i, m := range members {
		head := &zip.FileHeader{Name: m.Name, Method: zip.Deflate}
		if i == 0 {
			head.Method = zip.Store
		}
		if gbk {
			name, err := GB18030(m.Name)
			if err != nil {
				return nil, err
			}
			head.Name, head.NonUTF8 = string(name), true
		}
		w, err := z.CreateHeader(head)
		if err == nil {
			_, err = w.Write(m.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", m.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the archive: %w", err)
	}
	return out.Bytes(), nil
}
