package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"taizhang/report"
)

// packed is a file of an archive in the making.
type packed struct {
	name string
	data string
	more func(*zip.FileHeader)
}

func archiveOf(t testing.TB, files ...packed) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		if f.more != nil {
			f.more(head)
		}
		w, err := z.CreateHeader(head)
		if err == nil {
			_, err = w.Write([]byte(f.data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func membersOf(t testing.TB, data []byte, l Limits) []Member {
	t.Helper()
	if !IsArchive(bytes.NewReader(data), int64(len(data)), l) {
		t.Fatal("not taken for an archive")
	}
	members, err := Members(bytes.NewReader(data), int64(len(data)), l)
	if err != nil {
		t.Fatal(err)
	}
	return members
}

// TestMembers lists folders, names in several encodings, and archives in
// archives; __MACOSX and the like are for the caller to pass over.
func TestMembers(t *testing.T) {
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String("总结/二〇二三年.txt")
	extra := []byte{0x75, 0x70, 0, 0, 1, 0, 0, 0, 0}
	extra = append(extra, "计划.txt"...)
	binary.LittleEndian.PutUint16(extra[2:], uint16(len(extra)-4))
	deepest := archiveOf(t, packed{"丁.txt", "四", nil})
	inner := archiveOf(t, packed{"丙.txt", "三", nil}, packed{"更深.zip", string(deepest), nil})
	data := archiveOf(t,
		packed{"2023/", "", nil},
		packed{"2023/总结.txt", "一", nil},
		packed{gbk, "二", func(h *zip.FileHeader) { h.NonUTF8 = true }},
		packed{"plan.txt", "五", func(h *zip.FileHeader) { h.NonUTF8, h.Extra = true, extra }},
		packed{`..\..\etc\甲.txt`, "六", nil},
		packed{"内.ZIP", string(inner), nil},
		packed{"坏.zip", "PK\x03\x04no archive", nil},
		packed{"a.docx", string(word{body: para("七", "")}.bytes(t)), nil},
		packed{"docx.zip", string(word{body: para("八", "")}.bytes(t)), nil},
	)
	want := []string{"2023/总结.txt", "总结/二〇二三年.txt", "计划.txt", "etc/甲.txt", "内.ZIP!/丙.txt", "内.ZIP!/更深.zip!/丁.txt",
		"坏.zip", "a.docx", "docx.zip"}
	members := membersOf(t, data, Limits{})
	var got, texts []string
	for _, m := range slices.Backward(members) {
		text, err := m.Read()
		if err != nil {
			t.Errorf("%s: %v", m.Path, err)
		}
		if strings.HasSuffix(m.Path, ".txt") {
			texts = append([]string{string(text)}, texts...)
		}
		got = append([]string{m.Path}, got...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if strings.Join(texts, "") != "一二五六三四" {
		t.Errorf("texts %q", texts)
	}
}

// TestNoArchive holds that documents which are ZIP containers are none.
func TestNoArchive(t *testing.T) {
	for name, data := range map[string][]byte{
		"docx": word{body: para("甲", "")}.bytes(t), "ofd": ofdFile{pages: []string{set(20, 40, "投资")}}.bytes(t),
		"xlsx": workbook{sheets: []string{"甲", ""}}.bytes(t), "odt": openDocument(t, officeText, ""),
		"text": []byte("PK是什么"), "nothing": nil,
	} {
		if IsArchive(bytes.NewReader(data), int64(len(data)), Limits{}) {
			t.Errorf("%s is taken for an archive", name)
		}
	}
}

// TestHostileArchives holds that no archive unpacks to more than the limits.
func TestHostileArchives(t *testing.T) {
	large := strings.Repeat("零", 4<<20)
	bomb := archiveOf(t, packed{"a.txt", large, nil})
	two := archiveOf(t, packed{"a.txt", shortText, nil}, packed{"b.txt", shortText, nil})
	locked := archiveOf(t, packed{"a.txt", shortText, func(h *zip.FileHeader) { h.Flags |= 1 }})
	strange := bytes.Clone(two)
	for _, mark := range []string{"PK\x01\x02", "PK\x03\x04"} {
		i := bytes.Index(strange, []byte(mark))
		strange[i+map[string]int{"PK\x01\x02": 10, "PK\x03\x04": 8}[mark]] = 14 // LZMA
	}
	damagedOne := bytes.Clone(two)
	damagedOne[40] ^= 0xFF
	tests := []struct {
		name   string
		data   []byte
		limits Limits
		code   string
	}{
		{"ratio", bomb, Limits{}, report.RefusedTooLarge},
		{"size", bomb, Limits{Bytes: 1 << 20, Ratio: 1 << 20}, report.RefusedTooLarge},
		{"total", two, Limits{Archive: int64(len(shortText)) - 1}, report.RefusedTooLarge},
		{"password", locked, Limits{}, report.RefusedPassword},
		{"method", strange, Limits{}, report.RefusedUnsupported},
		{"damaged", damagedOne, Limits{}, report.RefusedDamaged},
	}
	for _, test := range tests {
		_, err := membersOf(t, test.data, test.limits)[0].Read()
		var refusal *report.Refusal
		if !errors.As(err, &refusal) || refusal.Code != test.code || refusal.Hint == "" {
			t.Errorf("%s: %v, want %s", test.name, err, test.code)
		}
	}
	var many []packed
	for i := range 60 {
		many = append(many, packed{fmt.Sprint(i), "", nil})
	}
	nested := archiveOf(t, packed{"a.zip", string(archiveOf(t, many...)), nil}, packed{"b.zip", string(archiveOf(t, many...)), nil})
	for name, data := range map[string][]byte{"entries": archiveOf(t, many...), "entries within": nested} {
		_, err := Members(bytes.NewReader(data), int64(len(data)), Limits{Members: 50})
		var refusal *report.Refusal
		if name == "entries" && (!errors.As(err, &refusal) || refusal.Code != report.RefusedTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
		if name == "entries within" && err != nil {
			t.Errorf("%s: %v", name, err) // both stand for themselves
		}
	}
}

// endless is a file of zeros that ends as a ZIP file of very many entries.
type endless struct{ size int64 }

func (e endless) ReadAt(p []byte, at int64) (int, error) {
	end := make([]byte, 22)
	copy(end, zipEnd)
	binary.LittleEndian.PutUint16(end[10:], 0xFFFF)
	clear(p)
	for i := range p {
		if k := at + int64(i) - (e.size - 22); k >= 0 && k < 22 {
			p[i] = end[k]
		}
	}
	if at+int64(len(p)) >= e.size {
		return len(p), io.EOF
	}
	return len(p), nil
}

func TestClaimedEntries(t *testing.T) {
	if _, err := Members(endless{1 << 40}, 1<<40, Limits{}); err == nil {
		t.Error("a directory without end was read")
	}
}

func FuzzArchive(f *testing.F) {
	f.Add(archiveOf(f, packed{"a.txt", "甲", nil}, packed{"b.zip", string(archiveOf(f, packed{"c.txt", "乙", nil})), nil}))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Archive: 1 << 20, Members: 100}
		IsArchive(bytes.NewReader(data), int64(len(data)), limits)
		members, err := Members(bytes.NewReader(data), int64(len(data)), limits)
		var refusal *report.Refusal
		if err != nil && !errors.As(err, &refusal) {
			t.Fatalf("%v is no refusal", err)
		}
		for _, m := range members {
			if _, err := m.Read(); err != nil && !errors.As(err, &refusal) {
				t.Fatalf("%s: %v is no refusal", m.Path, err)
			}
		}
	})
}
