package read

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// headBytes is how far a mark may be from the beginning of a file.
const headBytes = 1024

// textFormats returns the index of the first format that needs decoded text.
func textFormats() int {
	return slices.IndexFunc(formats, func(f format) bool { return f.name == "html" })
}

func startsWith(marks ...string) func(*document) bool {
	return func(d *document) bool { return startsAny(d.data, marks) }
}

// isPDF allows for junk before the mark, as PDF programs do.
func isPDF(d *document) bool {
	return bytes.Contains(d.data[:min(headBytes, len(d.data))], []byte("%PDF-"))
}

func isZip(d *document) bool { return bytes.HasPrefix(d.data, []byte("PK\x03\x04")) }

// hasPart tells a ZIP container by what the names of its parts begin with. Of
// one cut off before its directory the bytes are searched for the names, so
// that it is still known for what it was.
func hasPart(names ...string) func(*document) bool {
	return func(d *document) bool {
		return isZip(d) && slices.ContainsFunc(names, d.holds)
	}
}

// hasMime tells a ZIP container by its first part, which has the name mimetype
// and is not packed.
func hasMime(mime string) func(*document) bool {
	return func(d *document) bool {
		head := d.data[:min(headBytes, len(d.data))]
		name := bytes.Index(head, []byte("mimetype"+mime))
		return isZip(d) && name >= 0 && name < 64
	}
}

func (d *document) holds(name string) bool {
	if d.parts == nil {
		d.parts = []string{}
		if z, err := openZip(d.data); err == nil {
			for _, f := range z.File {
				d.parts = append(d.parts, partName(f.Name))
			}
		}
	}
	if len(d.parts) == 0 {
		return bytes.Contains(d.data, []byte(name))
	}
	return slices.ContainsFunc(d.parts, func(part string) bool {
		return strings.HasPrefix(part, partName(name))
	})
}

const (
	pngMark  = "\x89PNG\r\n\x1a\n"
	jpegMark = "\xFF\xD8\xFF"
)

// textlike are the marks of pictures that a text may begin with, too.
var textlike = []string{"GIF87a", "GIF89a", tiffLittle, tiffBig, "BM", "RIFF"}

func isPicture(d *document) bool {
	return startsAny(d.data, []string{pngMark, jpegMark}) ||
		startsAny(d.data, textlike) && hasControls(d.data)
}

// isPhone tells the pictures of telephones (HEIC, AVIF), whose first box names
// what they are.
func isPhone(d *document) bool {
	return len(d.data) > 12 && string(d.data[4:8]) == "ftyp" &&
		startsAny(d.data[8:], []string{"heic", "heix", "hevc", "mif1", "msf1", "avif"})
}

var archiveMarks = []string{
	"Rar!\x1a\x07", "7z\xBC\xAF\x27\x1C", "\x1F\x8B\x08", "BZh", "\xFD7zXZ\x00",
}

// archiveAdvice is what to do with archives other than ZIP, which an import
// unpacks itself.
const archiveAdvice = "unpack it and give the files in it, or a ZIP of them"

func isArchive(d *document) bool {
	return startsAny(d.data, archiveMarks) && hasControls(d.data) || isTar(d.data)
}

// isTar tells by the mark behind the first file's name and times.
func isTar(data []byte) bool { return len(data) > 512 && string(data[257:262]) == "ustar" }

func startsAny(data []byte, marks []string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return bytes.HasPrefix(data, []byte(m)) })
}

// hasControls tells binary data from a text that happens to begin with BM.
func hasControls(data []byte) bool {
	return bytes.ContainsFunc(data[:min(headBytes, len(data))], func(r rune) bool { return r < '\t' })
}

// isMarkdown goes by the extension, the one thing text cannot say itself, and
// by marks that no plain text has.
func isMarkdown(d *document) bool {
	switch strings.ToLower(filepath.Ext(d.name)) {
	case ".md", ".markdown":
		return true
	}
	return markdownMarks(d.text)
}

func isText(d *document) bool { return d.text != "" }
