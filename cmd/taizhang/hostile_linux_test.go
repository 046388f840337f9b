package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// mostMemory is what no process of the program may take, whatever a file holds,
// in KB: the program itself, its PDF readers and tesseract.
const mostMemory = 900 << 10

// TestHostileMemory has the whole program read files made to take much memory.
// Each must end in a report or a refusal of one line, with its memory bounded.
// What a file asks for here is mostly gigabytes.
func TestHostileMemory(t *testing.T) {
	long := os.Getenv("TAIZHANG_LONG") != ""
	dir := t.TempDir()
	for _, h := range hostileFiles() {
		if h.long && !long || h.tool != "" && !installed(h.tool) {
			continue
		}
		t.Run(h.name, func(t *testing.T) {
			path := filepath.Join(dir, h.name)
			writeHostile(t, path, h.write)
			peak, took, said := extracted(t, path)
			t.Logf("%d MB, %.1f s of processor: %s", peak>>10, took.Seconds(), said)
			if peak > mostMemory {
				t.Errorf("took %d MB, want at most %d", peak>>10, mostMemory>>10)
			}
			if !strings.Contains(said, h.says) {
				t.Errorf("says %q, want %q", said, h.says)
			}
			_ = os.Remove(path)
		})
	}
}

func installed(tool string) bool { _, err := exec.LookPath(tool); return err == nil }

func writeHostile(t *testing.T, path string, write func(io.Writer) error) {
	t.Helper()
	f, err := os.Create(path)
	if err == nil {
		err = write(f)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// extracted runs the program on a file. It returns the most memory that it or
// any process it started has held, in KB, the processor time of all, and the
// last line that it says; empty if the file was read.
func extracted(t *testing.T, path string) (peak int64, took time.Duration, said string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "taizhang", "extract", path)
	cmd.Env = append(os.Environ(), "TAIZHANG_CACHE="+filepath.Join(os.TempDir(), "taizhang-test"))
	var errs bytes.Buffer
	cmd.Stderr = &errs
	err := cmd.Run()
	if ctx.Err() != nil || err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %s", err, errs.String())
	}
	used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Fatal("the system does not say what was used")
	}
	if err != nil {
		said = strings.TrimSpace(errs.String())
		said = said[strings.LastIndex(said, "\n")+1:]
	}
	return used.Maxrss, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), said
}

// hostileFile is a file made to take much.
type hostileFile struct {
	name  string
	says  string // part of what the program must say; empty where any report will do
	long  bool   // too long for every day
	tool  string // that must be installed
	write func(io.Writer) error
}

func hostileFiles() []hostileFile {
	const lines, values, huge = "lines and cells", "values and times", "a stretch of text without end"
	paragraph := []byte("<w:p><w:r><w:t>新增学位12个。</w:t></w:r></w:p>")
	return []hostileFile{
		{name: "empty paragraphs.docx", says: lines, write: word("", []byte("<w:p/>"), 8_000_000)},
		{name: "one long run.docx", says: huge, write: word("<w:p><w:r><w:t>", []byte("甲"), 20_000_000)},
		{name: "rows.xlsx", says: lines, write: workbookOf([]byte("<row><c><v>12</v></c></row>"), 1_000_000)},
		{name: "deep.docx", says: "nested too deeply", write: word("", []byte("<w:tbl><w:tr><w:tc>"), 1_000_000)},
		{name: "large.png", says: "pixels", write: pngOf(60_000, 60_000, 100)},
		{name: "paragraphs.docx", says: lines, long: true, write: word("", paragraph, 1_000_000)},
		{name: "one long attribute.docx", says: huge, long: true, write: word(`<w:p w:a="`, []byte("aaaa"), 60_000_000)},
		{name: "one long comment.docx", says: huge, long: true, write: word(`<!-- `, []byte("<aa "), 60_000_000)},
		{name: "line ends.docx", says: lines, long: true, write: word("<w:p><w:r>", []byte("<w:br/>"), 30_000_000)},
		{name: "notes.docx", says: lines, long: true, write: word("<w:p><w:r>", []byte("<w:footnoteReference/>"), 10_000_000)},
		{name: "two cells.xlsx", says: lines, long: true,
			write: workbookOf([]byte("<row><c><v>12</v></c><c><v>3</v></c></row>"), 1_000_000)},
		{name: "nearly too many values.html", long: true,
			write: numbered("<html><table>", "<tr><td>学位%d个</td></tr>\n", "</table>")},
		{name: "nearly too many values.txt", long: true, write: numbered("", "新增学位%d个。\n", "")},
		{name: "values in one line.txt", says: values, long: true, write: repeated("", "全年完成投资3亿元，", 1_000_000)},
		{name: "numbers.txt", long: true, write: repeated("", "1234567890 ", 2_700_000)},
		{name: "rows.md", says: lines, long: true, write: repeated("|甲|乙|\n|-|-|\n", "|投资|3亿元|\n", 1_000_000)},
		{name: "deep.html", says: "nested too deeply", long: true, write: repeated("<html><body>", "<div>", 4_000_000)},
		{name: "spans.html", long: true,
			write: repeated("<html><table>", "<tr><td rowspan=65000 colspan=1000>3亿元</td></tr>", 10_000)},
		{name: "just allowed.png", says: "found no text", long: true, tool: "tesseract", write: pngOf(6300, 6300, 6300)},
		{name: "large pictures.pdf", says: "needs_ocr", long: true, tool: "tesseract", write: picturePDF(20_000, 20_000)},
		{name: "larger pictures.pdf", says: "needs_ocr", long: true, tool: "tesseract", write: picturePDF(30_000, 30_000)},
	}
}

// repeated writes a text many times.
func repeated(head, text string, times int) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, head)
		many := []byte(strings.Repeat(text, 1000))
		for n := times; n > 0 && err == nil; n -= 1000 {
			_, err = w.Write(many[:min(n, 1000)*len(text)])
		}
		return err
	}
}

// numbered writes nearly as many values as are allowed, each another.
func numbered(head, line, tail string) func(io.Writer) error {
	return func(w io.Writer) error {
		out := []byte(head)
		for n := range 199_000 {
			out = fmt.Appendf(out, line, n)
		}
		_, err := w.Write(append(out, tail...))
		return err
	}
}

const officeRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>`

// packedOffice writes a container whose last part repeats a text.
func packedOffice(small map[string]string, part, head string, text []byte, times int) func(io.Writer) error {
	return func(w io.Writer) error {
		z := zip.NewWriter(w)
		for name, data := range small {
			p, err := z.Create(name)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(p, data); err != nil {
				return err
			}
		}
		p, err := z.Create(part)
		if err != nil {
			return err
		}
		if err := repeated(head, string(text), times)(p); err != nil {
			return err
		}
		return z.Close()
	}
}

// word is a DOCX whose body begins with head and goes on with text, again and
// again, without an end.
func word(head string, text []byte, times int) func(io.Writer) error {
	return packedOffice(map[string]string{"_rels/.rels": fmt.Sprintf(officeRelations, "officeDocument", "word/document.xml")},
		"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+head, text, times)
}

// workbookOf is a workbook with a sheet of the same rows.
func workbookOf(row []byte, times int) func(io.Writer) error {
	const space = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	book := packedOffice(map[string]string{
		"_rels/.rels":                fmt.Sprintf(officeRelations, "officeDocument", "xl/workbook.xml"),
		"xl/_rels/workbook.xml.rels": fmt.Sprintf(officeRelations, "worksheet", "worksheets/sheet1.xml"),
		"xl/workbook.xml": `<workbook ` + space + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets></workbook>`,
	}, "xl/worksheets/sheet1.xml", `<worksheet `+space+`><sheetData>`, append(row, '\n'), times)
	return book
}

// pngOf is a white picture that has only so many of its rows.
func pngOf(width, height uint32, rows int) func(io.Writer) error {
	return func(w io.Writer) error {
		head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
		if _, err := io.WriteString(w, "\x89PNG\r\n\x1a\n"); err != nil {
			return err
		}
		points, err := packed(int(width)+1, rows, 0)
		if err != nil {
			return err
		}
		for _, c := range []struct{ name, data string }{
			{"IHDR", string(append(head, 8, 0, 0, 0, 0))}, {"IDAT", string(points)}, {"IEND", ""},
		} {
			out := binary.BigEndian.AppendUint32(nil, uint32(len(c.data)))
			out = append(out, c.name+c.data...)
			out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
			if _, err := w.Write(out); err != nil {
				return err
			}
		}
		return nil
	}
}

// packed is so many rows of white points, the first byte of each of them given.
func packed(width, height int, first byte) ([]byte, error) {
	row := bytes.Repeat([]byte{255}, width)
	row[0] = first
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	for range height {
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// picturePDF is a PDF of two pages that show a white picture.
func picturePDF(width, height int) func(io.Writer) error {
	return func(w io.Writer) error {
		points, err := packed(width, height, 255)
		if err != nil {
			return err
		}
		const content = "q 595 0 0 842 0 0 cm /Im Do Q"
		page := "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</XObject<</Im 4 0 R>>>>>>"
		out := []byte("%PDF-1.5\n")
		var table strings.Builder
		for i, object := range []string{
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kids[5 0 R 6 0 R]>>",
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
			fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"+
				"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", width, height, len(points), points),
			page, page,
		} {
			fmt.Fprintf(&table, "%010d 00000 n \n", len(out))
			out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", i+1, object)
		}
		start := len(out)
		out = fmt.Appendf(out, "xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", table.String(), start)
		_, err = w.Write(out)
		return err
	}
}
