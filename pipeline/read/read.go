// Package read turns the bytes of a document into a report.Source: its text as
// it stood, page by page and line by line, nothing repaired.
//
// What a file is, its bytes decide, not its name. Every reader is bounded in
// size, pages, nesting, expansion and time; whatever is wrong with a document
// comes back as a *report.Refusal, never as a panic or a hang. Text that is
// there but cannot be trusted is said so on its page; garbage is never text.
package read

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"taizhang/report"
)

// Options say how documents are read.
type Options struct {
	Limits   Limits
	Password string // tried on encrypted documents
	CacheDir string // where the compiled PDF reader is kept; "": the user's cache folder
	// PDF is the command line that serves ServePDF on its standard input and
	// output. Empty: PDF files are read in this process, which takes more than
	// twice the time.
	PDF []string
	// Witness is the command line that serves ServeWitness on its standard
	// input and output. Empty: PDF files are read by one reader alone.
	Witness []string
	OCR     OCR // how pictures of pages are read
	// Office is the command of LibreOffice, which reads DOC, WPS, RTF and ODT.
	// Empty: these are refused.
	Office string
	// OnPage, if set, is told how many of a document's pages were read of those
	// that take long. It is called by several goroutines, one at a time for
	// each document.
	OnPage func(name string, done, of int)
}

// Reader reads documents. It keeps what is dear to start (the PDF reader and
// its witness) from file to file, loads it when first needed, and is safe for
// use by several goroutines at once.
type Reader struct {
	options Options
	pdf     *pdfAsker
	witness witnessPool
	ocr     *ocrEngine
	office  *officePool
}

// New returns a reader. Limits that are zero take their defaults.
func New(o Options) *Reader {
	o.Limits = o.Limits.orDefault()
	return &Reader{
		options: o,
		pdf:     newPDFAsker(o.PDF, cacheDir(o.CacheDir)),
		witness: witnessPool{processPool{command: o.Witness}},
		ocr:     newOCREngine(o.OCR, o.Limits.Memory),
		office:  newOfficePool(o.Office, o.Limits.Memory),
	}
}

// Limits returns the limits in force.
func (r *Reader) Limits() Limits { return r.options.Limits }

// Close ends the PDF reader and its witness.
func (r *Reader) Close() error {
	return errors.Join(r.pdf.close(), r.witness.close(), r.office.close())
}

// document is a file on its way through a format's reader.
type document struct {
	name    string
	data    []byte
	text    string   // decoded text, of text formats
	parts   []string // names of the parts of a ZIP container, once asked for
	ole     *oleFile // the compound file, once asked for
	rebuilt []byte   // a PDF with a new table of objects, where its own is lost
	kept    *keptOCR // what OCR has read of it, once any was asked for
	noOCR   error    // why it can read no more, once any was asked for
	*Reader
	out *builder
	// later, if a reader sets it, is the rest of the reading, which has limits
	// of its own.
	later func(ctx context.Context) error
}

// format is one kind of file: how it is told by its content, and its reader.
// A format without a reader is known, but refused with advice.
type format struct {
	name   string
	is     func(d *document) bool
	read   func(ctx context.Context, d *document) error
	advice string
}

// formats are tried in this order; the first whose sniffer agrees reads.
var formats = []format{
	// Marks at the head of the file are certain, so they come first.
	{name: "pdf", is: isPDF, read: readPDF},
	// Documents of many programs are ZIP archives: told by the parts in them.
	{name: "docx", is: hasPart("word/document"), read: readDocx},
	{name: "xlsb", is: hasPart("xl/workbook.bin"), advice: "save it as XLSX"},
	{name: "xlsx", is: hasPart("xl/workbook.xml", "xl/worksheets/", "xl/_rels/"), read: readXLSX},
	{name: "pptx", is: hasPart("ppt/presentation.xml"), advice: "save the text as DOCX or TXT"},
	{name: "odt", is: hasMime("application/vnd.oasis.opendocument.text"), read: readODT},
	{name: "opendocument", is: hasPart("META-INF/manifest.xml"), advice: "save it as DOCX or XLSX"},
	{name: "ofd", is: hasPart("OFD.xml", "Doc_0/"), read: readOFD},
	{name: "zip", is: isZip, advice: archiveAdvice},
	// The programs before 2007 kept all their files in the same container.
	{name: "docx", is: isOLE("EncryptedPackage"), read: readEncrypted},
	{name: "doc", is: isOLE("WordDocument"), read: readDOC},
	{name: "xls", is: isOLE("Workbook", "Book"), advice: "save it as XLSX"},
	{name: "ppt", is: isOLE("PowerPoint Document"), advice: "save the text as DOCX or TXT"},
	{name: "old office", is: startsWith(oleMark), advice: "open it in its own program and save it as DOCX"},
	{name: "rtf", is: startsWith(`{\rtf`), read: readByOffice("rtf")},
	{name: "picture", is: isPicture, read: readPicture},
	{name: "heic", is: isPhone, advice: "save it as JPEG, PNG or PDF, or give the DOCX"},
	{name: "archive", is: isArchive, advice: archiveAdvice},
	{name: "webarchive", is: isWebArchive, advice: "save the page as HTML or as TXT"},
	// Text has no mark at its head. It comes last, and decoding is its sniffer.
	{name: "html", is: isHTML, read: readHTML},
	{name: "markdown", is: isMarkdown, read: readMarkdown},
	{name: "txt", is: isText, read: readText},
}

// Read turns the bytes of the file called name into a source. The error is a
// *report.Refusal for anything wrong with the document, and the error of the
// context when that was cancelled.
func (r *Reader) Read(ctx context.Context, name string, data []byte) (report.Source, error) {
	limited, cancel := context.WithTimeout(ctx, r.options.Limits.Time)
	defer cancel()
	d := &document{name: filepath.Base(name), data: data, Reader: r, out: &builder{room: r.options.Limits.Lines}}
	f, err := r.read(limited, d)
	if err == nil && d.later != nil {
		limited, err = ctx, guarded(f.name, func() error { return d.later(ctx) })
	}
	switch {
	case err == nil:
		return d.source(f)
	case ctx.Err() != nil:
		return report.Source{}, ctx.Err()
	case limited.Err() != nil:
		return report.Source{}, refuseTimeout(r.options.Limits.Time)
	}
	var refusal *report.Refusal
	if !errors.As(err, &refusal) {
		err = damaged("document", err)
	}
	return report.Source{}, err
}

// read has the reader of the document's format read it.
func (r *Reader) read(ctx context.Context, d *document) (format, error) {
	if err := checkSize(d, r.options.Limits); err != nil {
		return format{}, err
	}
	f, err := sniff(d)
	if err != nil {
		return f, err
	}
	if f.read == nil {
		return f, refuseFormat(f)
	}
	return f, guarded(f.name, func() error { return f.read(ctx, d) })
}

// source returns what was read, or the refusal of a document without text.
func (d *document) source(f format) (report.Source, error) {
	if d.out.full() {
		return report.Source{}, refuseLines(d.options.Limits.Lines)
	}
	source := d.out.source()
	if strings.TrimSpace(source.Raw) == "" {
		return report.Source{}, refuseEmpty("no text in it")
	}
	source.Name, source.Format, source.Hash = d.name, f.name, d.hash()
	return source, nil
}

// hash returns the hash of the document's bytes, as it is written.
func (d *document) hash() string {
	sum := sha256.Sum256(d.data)
	return hex.EncodeToString(sum[:])
}

// guarded runs a reader so that a panic of it, or of a library under it, is
// this document's misfortune alone.
func guarded(name string, read func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = damaged(name, fmt.Errorf("reader gave up: %v", p))
		}
	}()
	return read()
}

// sniff returns the format of a document.
func sniff(d *document) (format, error) {
	for _, f := range formats[:textFormats()] {
		if f.is(d) {
			return f, nil
		}
	}
	if err := decodeText(d); err != nil {
		return format{}, err
	}
	for _, f := range formats[textFormats():] {
		if f.is(d) {
			return f, nil
		}
	}
	return format{}, refuseUnknown()
}
