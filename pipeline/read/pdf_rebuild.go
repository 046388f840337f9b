package read

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// A PDF whose end was cut off has lost the table that says where its objects
// are, but the objects themselves may all be there. pdfium does not look for
// them then, so a new table is written behind the file.

const (
	mostObjects  = 1_000_000
	objectHead   = 4 << 10  // bytes in which an object's dictionary is looked for
	mostUnpacked = 64 << 20 // bytes of all object streams
)

var (
	objectMark  = regexp.MustCompile(`(\d{1,7})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b`)
	catalogMark = regexp.MustCompile(`/Type\s*/Catalog\b`)
	packedMark  = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	countMark   = regexp.MustCompile(`/N\s+(\d{1,7})\b`)
	firstMark   = regexp.MustCompile(`/First\s+(\d{1,9})\b`)
	flateMark   = regexp.MustCompile(`/Filter\s*\[?\s*/FlateDecode\b`)
)

// pdfObjects are the places of the objects of a PDF.
type pdfObjects struct {
	data   []byte
	at     map[int]xrefEntry
	most   int // highest number
	root   int // number of the catalog; 0: not found
	budget int64
}

// xrefEntry is a place: an offset in the file, or a place in an object stream.
type xrefEntry struct {
	packed       bool
	where, which int // offset and generation, or stream and index in it
}

// rebuildPDF returns the file with a new table of its objects, and false where
// its catalog is lost or it is encrypted.
func rebuildPDF(data []byte) ([]byte, bool) {
	head := bytes.Index(data[:min(headBytes, len(data))], []byte("%PDF-"))
	if head < 0 || bytes.Contains(data, []byte("/Encrypt")) {
		return nil, false
	}
	o := &pdfObjects{data: data[head:], at: map[int]xrefEntry{}, budget: mostUnpacked}
	o.scan()
	if o.root == 0 {
		return nil, false
	}
	return o.withTable(), true
}

// scan finds the objects that are whole. Later ones replace earlier ones.
func (o *pdfObjects) scan() {
	for at := 0; at < len(o.data); {
		m := objectMark.FindSubmatchIndex(o.data[at:])
		if m == nil {
			return
		}
		start, body := at+m[0], at+m[1]
		end := o.end(body)
		if end < 0 {
			return
		}
		number, _ := strconv.Atoi(string(o.data[at+m[2] : at+m[3]]))
		generation, _ := strconv.Atoi(string(o.data[at+m[4] : at+m[5]]))
		o.add(number, xrefEntry{where: start, which: generation}, o.data[body:end])
		at = end
	}
}

// end returns where the object ends whose body begins at the given place, -1
// where it was cut off. What looks like an end inside a stream is none.
func (o *pdfObjects) end(body int) int {
	end := bytes.Index(o.data[body:], []byte("endobj"))
	stream := bytes.Index(o.data[body:], []byte("stream"))
	if stream >= 0 && stream < end {
		over := bytes.Index(o.data[body+stream:], []byte("endstream"))
		if over < 0 {
			return -1
		}
		body += stream + over
		end = bytes.Index(o.data[body:], []byte("endobj"))
	}
	if end < 0 {
		return -1
	}
	return body + end
}

func (o *pdfObjects) add(number int, e xrefEntry, body []byte) {
	if number <= 0 || number >= mostObjects {
		return
	}
	o.at[number] = e
	o.most = max(o.most, number)
	dictionary, _, packed := bytes.Cut(body[:min(len(body), objectHead)], []byte("stream"))
	switch {
	case catalogMark.Match(dictionary):
		o.root = number
	case packed && !e.packed && packedMark.Match(dictionary):
		o.unpack(number, dictionary, body[len(dictionary)+len("stream"):])
	}
}

// unpack finds the objects in an object stream.
func (o *pdfObjects) unpack(number int, dictionary, stream []byte) {
	count, first := numberAt(countMark, dictionary), numberAt(firstMark, dictionary)
	text := bytes.TrimLeft(stream, "\r\n")
	if flateMark.Match(dictionary) {
		z, err := zlib.NewReader(bytes.NewReader(text))
		if err != nil {
			return
		}
		text, _ = io.ReadAll(io.LimitReader(z, o.budget)) // a checksum that is wrong does no harm
		o.budget -= int64(len(text))
	}
	if first > len(text) {
		return
	}
	places := bytes.Fields(text[:first])
	for i := 0; i < count && 2*i+1 < len(places); i++ {
		n, err := strconv.Atoi(string(places[2*i]))
		at, err2 := strconv.Atoi(string(places[2*i+1]))
		if err != nil || err2 != nil || at < 0 || first+at > len(text) {
			return
		}
		inner := text[first+at:]
		o.add(n, xrefEntry{packed: true, where: number, which: i}, inner[:min(len(inner), innerHead(places, i, at))])
	}
}

// innerHead returns the length of an object in an object stream.
func innerHead(places [][]byte, i, at int) int {
	if 2*i+3 >= len(places) {
		return objectHead
	}
	next, err := strconv.Atoi(string(places[2*i+3]))
	if err != nil || next < at {
		return objectHead
	}
	return next - at
}

func numberAt(mark *regexp.Regexp, dictionary []byte) int {
	m := mark.FindSubmatch(dictionary)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// withTable returns the file with a table behind it, as a stream: only such a
// table can name objects in object streams.
func (o *pdfObjects) withTable() []byte {
	self := o.most + 1
	out := bytes.NewBuffer(bytes.Clone(o.data))
	out.WriteString("\n")
	o.at[self] = xrefEntry{where: out.Len()}
	var table bytes.Buffer
	for n := range self + 1 {
		e, ok := o.at[n]
		kind := byte(0)
		switch {
		case ok && e.packed:
			kind = 2
		case ok:
			kind = 1
		}
		table.Write([]byte{kind, byte(e.where >> 24), byte(e.where >> 16), byte(e.where >> 8), byte(e.where),
			byte(e.which >> 8), byte(e.which)})
	}
	start := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Length %d>>\nstream\n",
		self, self+1, o.root, table.Len())
	out.Write(table.Bytes())
	fmt.Fprintf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}
