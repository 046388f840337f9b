package read

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"taizhang/report"
)

// TestMutations reads damaged copies of each format: bits turned, parts cut out,
// junk put in. Every one must end in a sound source or a refusal, and soon.
func TestMutations(t *testing.T) {
	page := at(80, 700, 14, "全年完成固定资产投资三亿元") + at(80, 680, 14, "竣工项目十五个")
	samples := map[string][]byte{
		"a.pdf":  pdfFile{pages: []string{page, page}, drawn: true, picture: true}.bytes(t),
		"b.pdf":  pdfFile{pages: []string{page}, lock: []byte{}}.bytes(t),
		"a.docx": word{body: item("甲", 1, 0) + "<w:tbl/>", numbering: design(0, level(0, "decimal", "%1.", "")) + use(1, 0, "")}.bytes(t),
		"a.md":   []byte("# 总结\n|甲|乙|\n|-|-|\n|1|2|\n" + longText),
		"a.ofd":  ofdFile{pages: []string{set(20, 40, "投资三亿元"), set(20, 40, "竣工")}, template: set(20, 10, "文件")}.bytes(t),
		"a.xlsx": workbook{sheets: []string{"甲", "<row><c><v>1</v></c><c><v>2</v></c></row>"}}.bytes(t),
		"a.odt":  openDocument(t, officeText, ""),
		"a.doc":  compound(t, 0, "WordDocument", "Data"),
		"a.zip":  archiveOf(t, packed{"a.txt", longText, nil}, packed{"b.docx", "PK", nil}),
		"a.png":  emptyPNG(60, 60),
		"a.html": []byte(savedPage),
		"a.txt":  []byte(longText),
	}
	rounds := 100
	switch {
	case os.Getenv("TAIZHANG_LONG") != "":
		rounds = 1000
	case testing.Short():
		rounds = 4
	}
	r := newReader(t)
	for name, sample := range samples {
		random := rand.New(rand.NewPCG(1, 2))
		for range rounds {
			data := mutated(random, sample)
			begun := time.Now()
			source, err := r.Read(context.Background(), name, data)
			var refusal *report.Refusal
			if err == nil {
				checkSource(t, source)
			} else if !errors.As(err, &refusal) {
				t.Errorf("%s: %v is no refusal", name, err)
			}
			if took := time.Since(begun); took > DefaultLimits().Time {
				t.Errorf("%s: took %v", name, took)
			}
		}
	}
}

func mutated(random *rand.Rand, sample []byte) []byte {
	data := bytes.Clone(sample)
	for range 1 + random.IntN(20) {
		at := random.IntN(len(data))
		switch random.IntN(6) {
		case 0:
			end := min(len(data), at+random.IntN(50))
			data = append(data[:at:at], data[end:]...)
		case 1:
			data = append(data[:at:at], append([]byte("\x00junk<<[(/"), data[at:]...)...)
		case 2:
			if random.IntN(4) == 0 && at > 0 {
				data = data[:at]
			}
		default:
			data[at] ^= 1 << random.IntN(8)
		}
		if len(data) == 0 {
			return sample[:1]
		}
	}
	return data
}
