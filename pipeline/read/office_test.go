package read

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

// officeReader returns a reader with LibreOffice, or skips the test where
// there is none.
func officeReader(t testing.TB) *Reader {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("needs LibreOffice (apt-get install libreoffice-writer-nogui) and time")
	}
	r := New(Options{Office: "soffice"})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// officeText is what every document below says.
var officeText = []string{"一、项目建设", "全年完成投资3.6亿元，同比增长8.5%。", "（一）新增学位2700个。"}

// rich is a document in RTF.
func rich(paragraphs []string) []byte {
	var out strings.Builder
	out.WriteString(`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}` + "\n")
	for _, p := range paragraphs {
		for _, r := range p {
			fmt.Fprintf(&out, `\u%d?`, int16(r))
		}
		out.WriteString("\\par\n")
	}
	out.WriteString("}")
	return []byte(out.String())
}

const openSpaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"`

// openDocument is a document in ODT, its manifest with more in it.
func openDocument(t testing.TB, paragraphs []string, more string) []byte {
	t.Helper()
	body := ""
	for _, p := range paragraphs {
		body += "<text:p>" + p + "</text:p>"
	}
	mime := "application/vnd.oasis.opendocument.text"
	return zippedInOrder(t, [][2]string{
		{"mimetype", mime},
		{"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">` +
			`<manifest:file-entry manifest:full-path="/" manifest:media-type="` + mime + `"/>` +
			`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">` + more + `</manifest:file-entry></manifest:manifest>`},
		{"content.xml", `<office:document-content` + openSpaces + `><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
	})
}

// asOld has LibreOffice write a document in another format.
func asOld(t testing.TB, data []byte, name, format string) []byte {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", format, "--outdir", dir+"/out", file).CombinedOutput()
	if err != nil {
		t.Skipf("LibreOffice does not run: %v: %s", err, out)
	}
	made, err := os.ReadFile(filepath.Join(dir, "out", "a."+format))
	if err != nil {
		t.Skipf("LibreOffice cannot write %s here: %s", format, out)
	}
	return made
}

// TestOldFormats reads one text in all formats that LibreOffice turns into
// DOCX, whatever the files are called.
func TestOldFormats(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()) // others may be at work in the common one
	r := officeReader(t)
	tests := []struct {
		name, format string
		data         []byte
	}{
		{"a.rtf", "rtf", rich(officeText)},
		{"a.odt", "odt", openDocument(t, officeText, "")},
		{"called.pdf", "rtf", rich(officeText)},
		{"a.wps", "doc", asOld(t, rich(officeText), "a.rtf", "doc")},
	}
	for _, test := range tests {
		source, err := r.Read(context.Background(), test.name, test.data)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		got := slices.DeleteFunc(strings.Split(source.Raw, "\n"), func(l string) bool { return l == "" })
		if source.Format != test.format || !slices.Equal(got, officeText) || source.Layout != report.LayoutParagraphs {
			t.Errorf("%s: %s %q, want %s %q", test.name, source.Format, got, test.format, officeText)
		}
	}
	if rest, _ := filepath.Glob(filepath.Join(os.TempDir(), "taizhang-office-*", "in.*")); len(rest) > 0 {
		t.Errorf("documents stay behind: %q", rest)
	}
}

func TestOldFormatsRefused(t *testing.T) {
	hang := t.TempDir() + "/soffice"
	if err := os.WriteFile(hang, []byte("#!/bin/sh\nsleep 60 & wait\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, office string
		data         []byte
		code, why    string
	}{
		{"off", "", rich(officeText), report.RefusedUnsupported, "switched off"},
		{"no program", "no-such-office", rich(officeText), report.RefusedUnsupported, "not installed"},
		{"hangs", hang, rich(officeText), report.RefusedTimeout, ""},
		{"does nothing", "true", rich(officeText), report.RefusedDamaged, ""},
		{"locked ODT", "no-such-office", openDocument(t, officeText, "<manifest:encryption-data/>"), report.RefusedPassword, ""},
		{"locked DOC", "no-such-office", compound(t, oleEncrypted, "WordDocument"), report.RefusedPassword, ""},
		{"locked DOCX", "no-such-office", compound(t, 0, "EncryptedPackage"), report.RefusedPassword, ""},
		{"DOC", "no-such-office", compound(t, 0, "WordDocument"), report.RefusedUnsupported, "LibreOffice"},
		{"XLS", "no-such-office", compound(t, 0, "Workbook"), report.RefusedUnsupported, "xls"},
		{"another", "no-such-office", compound(t, 0, "Contents"), report.RefusedUnsupported, "old office"},
	}
	for _, test := range tests {
		begun := time.Now()
		r := New(Options{Office: test.office, Limits: Limits{Time: time.Second}})
		got := refusedWith(t, r, "a.doc", test.data)
		if got.Code != test.code || !strings.Contains(got.Why, test.why) {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
		if err := r.Close(); err != nil || time.Since(begun) > 20*time.Second {
			t.Errorf("%s: %v after %v", test.name, err, time.Since(begun))
		}
	}
}

// compound is a compound file with streams of the given names, the first with
// the flags of a Word file.
func compound(t testing.TB, flags uint16, names ...string) []byte {
	t.Helper()
	const sector = 512
	order := binary.LittleEndian
	head := make([]byte, sector)
	copy(head, oleMark)
	order.PutUint16(head[0x1E:], 9)
	order.PutUint32(head[0x30:], 1) // directory
	order.PutUint32(head[0x4C:], 0) // allocation table
	table := bytes.Repeat([]byte{0xFF}, sector)
	order.PutUint32(table[4*1:], 0xFFFFFFFE)
	directory := make([]byte, sector)
	entry := func(i int, name string, kind byte, child, right uint32) {
		e := directory[i*oleEntry : (i+1)*oleEntry]
		copy(e, utf16Bytes(name))
		order.PutUint16(e[0x40:], uint16(2*len(name)+2))
		e[0x42] = kind
		order.PutUint32(e[0x44:], 0xFFFFFFFF)
		order.PutUint32(e[0x48:], right)
		order.PutUint32(e[0x4C:], child)
		order.PutUint32(e[0x74:], 2)
		order.PutUint32(e[0x78:], oleMini)
	}
	entry(0, "Root Entry", oleRoot, 1, 0xFFFFFFFF)
	for i, name := range names {
		right := uint32(i + 2)
		if i == len(names)-1 {
			right = 0xFFFFFFFF
		}
		entry(i+1, name, 2, 0xFFFFFFFF, right)
	}
	stream := make([]byte, oleMini)
	order.PutUint16(stream[oleFIBFlags:], flags)
	return slices.Concat(head, table, directory, stream)
}

// TestOLENames holds that names in inner folders count for nothing.
func TestOLENames(t *testing.T) {
	f := readOLE(compound(t, 0, "Workbook", "Summary"))
	if len(f.names) != 2 || f.names[0].name != "Workbook" || f.names[1].name != "Summary" {
		t.Errorf("%v", f.names)
	}
	loop := compound(t, 0, "WordDocument", "Data")
	binary.LittleEndian.PutUint32(loop[512+4:], 1)       // the directory follows itself
	binary.LittleEndian.PutUint32(loop[1024+128+72:], 1) // an entry is its own neighbour
	if f := readOLE(loop); len(f.names) != 1 {
		t.Errorf("%d names", len(f.names))
	}
}

func FuzzOLE(f *testing.F) {
	f.Add(compound(f, oleEncrypted, "WordDocument", "Data"))
	r := New(Options{})
	f.Fuzz(func(t *testing.T, data []byte) {
		readOLE(data)
		if !bytes.HasPrefix(data, []byte(oleMark)) {
			return
		}
		var refusal *report.Refusal
		_, err := r.Read(context.Background(), "a.doc", data)
		if !errors.As(err, &refusal) || strings.Contains(err.Error(), "gave up") {
			t.Fatalf("%v is no refusal", err)
		}
	})
}
