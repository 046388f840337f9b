package read

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/report"
)

// TestBadInput holds that whatever is wrong with a document has its reason code
// and says in one line what to do.
func TestBadInput(t *testing.T) {
	random := make([]byte, 4096)
	r := rand.NewChaCha8([32]byte{1})
	_, _ = r.Read(random)
	page := strings.Repeat(at(80, 700, 14, "全年完成固定资产投资三亿元"), 3)
	docx := word{body: strings.Repeat(para("全年完成投资3亿元", ""), 50)}.bytes(t)
	text := bytes.Repeat([]byte("全年完成固定资产投资36029.5万元，同比增长8.5%。\n"), 50<<20/66)
	tests := []struct {
		name string
		data []byte
		code string
	}{
		{"empty.txt", nil, report.RefusedEmpty},
		{"blank.txt", []byte(" \r\n\t\u3000\n"), report.RefusedEmpty},
		{"blank.md", []byte("#\n\n---\n"), report.RefusedEmpty},
		{"random.txt", random, report.RefusedUnknown},
		{"random.docx", random, report.RefusedUnknown},
		{"zeros.txt", make([]byte, 4096), report.RefusedUnknown},
		{"large.txt", text, report.RefusedTooLarge},
		{"latin.txt", bytes.Repeat([]byte("caf\xE9 au lait d\xE9j\xE0 vu \xFC\xFF "), 40), report.RefusedEncoding},
		{"cut.docx", docx[:len(docx)*2/3], report.RefusedDamaged},
		{"old.doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("x", 600)), report.RefusedUnsupported},
		{"locked.docx", append([]byte(oleMark), utf16Bytes("EncryptedPackage")...), report.RefusedPassword},
		{"a.rtf", []byte(`{\rtf1\ansi abc}`), report.RefusedUnsupported},
		{"cut.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), report.RefusedDamaged},
		{"bomb.png", emptyPNG(60_000, 60_000), report.RefusedTooLarge},
		{"a.png", emptyPNG(60, 60), report.RefusedNeedsOCR},
		{"a.gif", []byte("GIF89a\x01\x00\x01\x00\x00"), report.RefusedDamaged},
		{"a.zip", []byte("PK\x03\x04\x14\x00\x00\x00"), report.RefusedUnsupported},
		{"a.rar", []byte("Rar!\x1a\x07\x01\x00"), report.RefusedUnsupported},
		{"a.mht", []byte("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"), report.RefusedUnsupported},
		{"menu.html", []byte(`<!DOCTYPE html><html><body><ul><li><a href="1">首页</a></ul><script>a="总结。"</script></body></html>`), report.RefusedEmpty},
		{"title.html", []byte(`<html><meta name="ArticleTitle" content="某局2023年工作总结"><div id="app"></div><noscript>请启用脚本。</noscript>`), report.RefusedEmpty},
		{"deep.html", []byte("<html>" + strings.Repeat("<div>", 10_000) + "总结"), report.RefusedTooLarge},
		{"tags.html", []byte("<html>" + strings.Repeat("<p>总</p>", 1<<20)), report.RefusedTooLarge},
		{"tag.html", []byte("<html><p " + strings.Repeat("a ", 5<<20) + ">总结"), report.RefusedTooLarge},
		{"cut.ofd", ofdFile{pages: []string{set(20, 40, "投资")}}.bytes(t)[:400], report.RefusedDamaged},
		{"scan.ofd", ofdFile{pages: []string{`<ofd:ImageObject Boundary="0 0 210 297"/>`}}.bytes(t), report.RefusedNeedsOCR},
		{"cut.xlsx", workbook{sheets: []string{"甲", "<row><c><v>1</v></c></row>"}}.bytes(t)[:600], report.RefusedDamaged},
		{"a.xlsb", zipped(t, map[string]string{"xl/workbook.bin": "x"}), report.RefusedUnsupported},
		{"no.pdf", []byte("%PDF-1.4\nnothing here"), report.RefusedDamaged},
		{"half.pdf", pdfFile{pages: []string{page}}.bytes(t)[:600], report.RefusedDamaged},
		{"scan.pdf", pdfFile{pages: []string{"q 595 0 0 842 0 0 cm /Im Do Q"}, picture: true}.bytes(t), report.RefusedNeedsOCR},
		{"blank.pdf", pdfFile{pages: []string{""}}.bytes(t), report.RefusedEmpty},
		{"locked.pdf", pdfFile{pages: []string{page}, lock: []byte("open")}.bytes(t), report.RefusedPassword},
		{"garbage.pdf", pdfFile{pages: []string{at(80, 700, 14, "嘆囈貭鍔犐犆犛黿齬麤龘")}}.bytes(t), report.RefusedUnreadable},
	}
	reader := newReader(t)
	for _, test := range tests {
		begun := time.Now()
		got := refusedWith(t, reader, test.name, test.data)
		if got.Code != test.code {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
		if line := got.Error(); strings.Contains(line, "\n") || got.Hint == "" || len(line) > 300 {
			t.Errorf("%s: want one line with a hint, got %q", test.name, line)
		}
		if took := time.Since(begun); took > 20*time.Second {
			t.Errorf("%s: took %v", test.name, took)
		}
	}
}

// emptyPNG is the head of a PNG picture of the given size.
func emptyPNG(wide, high uint32) []byte {
	head := binary.BigEndian.AppendUint32([]byte("IHDR"), wide)
	head = append(binary.BigEndian.AppendUint32(head, high), 8, 0, 0, 0, 0)
	sum := crc32.ChecksumIEEE(head)
	return binary.BigEndian.AppendUint32(append([]byte(pngMark+"\x00\x00\x00\x0d"), head...), sum)
}

// TestOddInput holds that what is odd but sound is read.
func TestOddInput(t *testing.T) {
	page := at(80, 700, 14, "全年完成固定资产投资三亿元")
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("全年完成固定资产投资三亿元"))
	tests := []struct {
		name string
		data []byte
	}{
		{"GB18030 called pdf.pdf", gb},
		{"junk before the mark", append([]byte("junk\n"), pdfFile{pages: []string{page}}.bytes(t)...)},
		{"encrypted with empty password", pdfFile{pages: []string{page}, lock: []byte{}}.bytes(t)},
		{"docx called txt", word{body: para("全年完成固定资产投资三亿元", "")}.bytes(t)},
	}
	for _, test := range tests {
		source, err := newReader(t).Read(context.Background(), "a.txt", test.data)
		if err != nil || !strings.Contains(source.Raw, "完成固定资产投资三亿元") {
			t.Errorf("%s: %q, %v", test.name, source.Raw, err)
		}
	}
}

func TestPassword(t *testing.T) {
	data := pdfFile{pages: []string{at(80, 700, 14, "全年完成固定资产投资三亿元")}, lock: []byte("open")}.bytes(t)
	r := New(Options{Password: "open"})
	defer r.Close()
	source, err := r.Read(context.Background(), "a.pdf", data)
	if err != nil || !strings.Contains(source.Raw, "投资三亿元") {
		t.Errorf("%q, %v", source.Raw, err)
	}
}

func TestDeadline(t *testing.T) {
	page := at(80, 700, 14, "全年完成固定资产投资三亿元")
	short := pdfFile{pages: []string{page}}.bytes(t)
	data := pdfFile{pages: strings.Split(strings.Repeat(page+"|", 2000), "|")}.bytes(t)
	r := newReader(t)
	for range 3 {
		if _, err := r.Read(context.Background(), "a.pdf", short); err != nil {
			t.Fatalf("after a deadline: %v", err)
		}
		r.options.Limits.Time = 30 * time.Millisecond
		if got := refusedWith(t, r, "a.pdf", data); got.Code != report.RefusedTimeout {
			t.Errorf("%v, want %s", got, report.RefusedTimeout)
		}
		r.options.Limits.Time = time.Minute
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newReader(t).Read(ctx, "a.pdf", data); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want the context's error", err)
	}
}

func TestTooManyPages(t *testing.T) {
	data := pdfFile{pages: make([]string, 30)}.bytes(t)
	r := New(Options{Limits: Limits{Pages: 20}})
	defer r.Close()
	if got := refusedWith(t, r, "a.pdf", data); got.Code != report.RefusedTooLarge {
		t.Errorf("%v", got)
	}
}
