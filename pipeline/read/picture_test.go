package read

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"strings"
	"testing"

	"taizhang/report"
)

// TestPictures holds which files of pictures are read, and why others are not.
func TestPictures(t *testing.T) {
	sheet := image.NewGray(image.Rect(0, 0, 100, 140))
	one := tiffOf(binary.LittleEndian, sheet)
	changed := func(tag uint16, value uint32) []byte {
		data := bytes.Clone(one)
		at := bytes.Index(data[len(sheet.Pix):], binary.LittleEndian.AppendUint16(nil, tag)) + len(sheet.Pix)
		binary.LittleEndian.PutUint32(data[at+8:], value)
		return data
	}
	circle := bytes.Clone(one)
	copy(circle[len(circle)-4:], circle[4:8])
	tests := []struct {
		name string
		data []byte
		code string // of the refusal, without OCR
	}{
		{"a.tif", one, report.RefusedNeedsOCR},
		{"a.doc", one, report.RefusedNeedsOCR},
		{"cut off.tif", one[:len(one)-60], report.RefusedDamaged},
		{"circle.tif", circle, report.RefusedDamaged},
		{"empty.tif", []byte("II*\x00\x00\x00\x00\x00"), report.RefusedDamaged},
		{"outside.tif", []byte("II*\x00\xff\xff\xff\x7f"), report.RefusedDamaged},
		{"no width.tif", changed(tiffWidth, 0), report.RefusedDamaged},
		{"large.tif", changed(tiffWidth, 1<<30), report.RefusedTooLarge},
		{"deep.tif", changed(tiffBits, 60000), report.RefusedTooLarge},
		{"large.png", emptyPNG(60_000, 60_000), report.RefusedTooLarge},
		{"large.bmp", emptyBMP(30_000, 30_000), report.RefusedTooLarge},
		{"large.gif", []byte("GIF89a\xff\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\xff\xff\xff\xff\x00"), report.RefusedTooLarge},
		{"a.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1"), report.RefusedUnsupported},
		{"RIFF.txt", []byte("RIFF是一个词。全年完成投资三亿元。"), ""},
	}
	r := New(Options{})
	for _, test := range tests {
		if test.code == "" {
			mustRead(t, test.name, test.data)
			continue
		}
		if got := refusedWith(t, r, test.name, test.data); got.Code != test.code {
			t.Errorf("%s: %v, want %s", test.name, got, test.code)
		}
	}
	if got := refusedWith(t, r, "a.tif", one); !strings.Contains(got.Hint, "apt-get install tesseract-ocr") {
		t.Errorf("the hint is %q", got.Hint)
	}
}

// emptyBMP is a picture without its points.
func emptyBMP(width, height uint32) []byte {
	out := []byte("BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00")
	out = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(out, width), height)
	return append(out, "\x01\x00\x18\x00"+strings.Repeat("\x00", 24)...)
}

// TestPicturePages draws the pages of files of pictures.
func TestPicturePages(t *testing.T) {
	dark, light := image.NewGray(image.Rect(0, 0, 60, 80)), image.NewGray(image.Rect(0, 0, 80, 60))
	for i := range light.Pix {
		light.Pix[i] = 255
	}
	for name, data := range map[string][]byte{
		"little": tiffOf(binary.LittleEndian, dark, light), "big": tiffOf(binary.BigEndian, dark, light),
	} {
		r := New(Options{})
		for page, want := range map[int]float64{1: 80, 2: 60} {
			p, err := r.Picture(t.Context(), data, page, 72)
			if err != nil || p.Height != want || len(p.PNG) == 0 {
				t.Errorf("%s, page %d: %v high, %v, want %v", name, page, p.Height, err, want)
			}
		}
		if _, err := r.Picture(t.Context(), data, 3, 72); err == nil {
			t.Errorf("%s: a third page", name)
		}
	}
}

// TestScannedOFD holds what is read of pages made of pictures.
func TestScannedOFD(t *testing.T) {
	stub := newOCRStub(t)
	r := New(Options{OCR: OCR{Mode: OCRAuto, Command: stub.command}})
	at := func(y, height int, id string) string {
		return fmt.Sprintf(`<ofd:ImageObject Boundary="0 %d 210 %d" ResourceID="%s"/>`, y, height, id)
	}
	whole, half := at(0, 297, "5"), at(0, 148, "5")+at(148, 149, "5")
	picture := string(emptyPNG(210, 297))
	resources := func(inner string) string {
		return `<ofd:Res ` + ofdSpace + ` BaseLoc="Res"><ofd:MultiMedias>` + inner + `</ofd:MultiMedias></ofd:Res>`
	}
	media := `<ofd:MultiMedia ID="5"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>`
	file := func(pages []string, template, data string) []byte {
		return ofdFile{pages: pages, template: template, common: "<ofd:PublicRes>P.xml</ofd:PublicRes>",
			extra: map[string]string{"Doc_0/P.xml": resources(media), "Doc_0/Res/a.png": data}}.bytes(t)
	}
	const read = "第1页投资三亿元"
	for name, test := range map[string]struct {
		data []byte
		want string // text, or what the refusal says
	}{
		"a picture":              {file([]string{whole}, "", picture), read},
		"in two parts":           {file([]string{half}, "", picture), read + "|" + read},
		"on the template":        {file([]string{""}, whole, picture), read},
		"with a seal":            {file([]string{whole + at(200, 3, "7")}, "", picture), read},
		"beside a page of text":  {file([]string{set(20, 40, "投资三亿元"), whole}, "", picture), "投资三亿元|" + read},
		"and a page without any": {file([]string{whole, strings.ReplaceAll(whole, `"5"`, `"6"`)}, "", picture), read},
		"no such resource":       {file([]string{strings.ReplaceAll(whole, `"5"`, `"6"`)}, "", picture), "is missing"},
		"of another kind":        {file([]string{whole}, "", "\x97JB2\r\n\x1a\n\x01"), "of a kind that OCR cannot read"},
		"too large":              {file([]string{whole}, "", string(emptyPNG(60_000, 60_000))), "60000 by 60000 pixels"},
		"of too many parts":      {file([]string{strings.Repeat(whole, mostPictures+1)}, "", picture), "made of 257 pictures"},
		"a list in a circle":     {ofdFile{pages: []string{whole}, common: "<ofd:PublicRes>Document.xml</ofd:PublicRes>"}.bytes(t), "is missing"},
	} {
		source, err := r.Read(t.Context(), "a.ofd", test.data)
		if err != nil {
			if !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), report.RefusedNeedsOCR) {
				t.Errorf("%s: %v, want %s", name, err, test.want)
			}
			continue
		}
		checkSource(t, source)
		if got := strings.Join(described(source), "|"); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
