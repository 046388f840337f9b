package read

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asLibreOffice returns the lines of a Word document as LibreOffice exports
// them, or skips the test where it is not installed.
func asLibreOffice(t *testing.T, data []byte) []string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("needs LibreOffice (apt-get install libreoffice-writer-nogui) and time")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.docx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
		"--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, file).CombinedOutput()
	if err != nil {
		t.Skipf("LibreOffice does not run: %v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "a.txt"))
	if err != nil {
		t.Skipf("LibreOffice cannot read Word documents here: %s", out)
	}
	return strings.Split(strings.TrimRight(strings.TrimPrefix(string(text), "\uFEFF"), "\n"), "\n")
}

// wordTypes is the part without which LibreOffice does not take a document for
// Word's.
const wordTypes = `<?xml version="1.0" encoding="UTF-8"?>` +
	`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
	`</Types>`

// numberFormats are the formats that LibreOffice has too, and up to where it
// prints them as Word does. It has no full-width, dashed, bracketed or dotted
// numbers and prints those plain; above the limits it reads out what Word
// prints digit by digit, and has more signs in circles.
var numberFormats = []struct {
	name string
	most int
}{
	{"decimal", 9999}, {"decimalZero", 9999}, {"upperRoman", 3999}, {"lowerRoman", 3999},
	{"upperLetter", 780}, {"lowerLetter", 780}, {"decimalEnclosedCircle", 20},
	{"ideographTraditional", 10}, {"ideographZodiac", 12}, {"chineseCounting", 99},
	{"chineseCountingThousand", 9999}, {"chineseLegalSimplified", 9999},
	{"ideographLegalTraditional", 9999}, {"ideographDigital", 9}, {"taiwaneseCounting", 99},
	{"taiwaneseCountingThousand", 9999}, {"japaneseCounting", 9999}, {"none", 9999},
}

// TestNumbersAsLibreOffice prints numbers in every format, around all turns of
// the counting.
func TestNumbersAsLibreOffice(t *testing.T) {
	var w word
	uses := ""
	stretches := [][2]int{{1, 21}, {99, 112}, {778, 782}, {999, 1012}, {2019, 2021}, {9998, 9999}}
	for i, format := range numberFormats {
		w.numbering += design(i+1, level(0, format.name, "第%1、", ""))
		for j, s := range stretches {
			list := 10*(i+1) + j
			uses += use(list, i+1, fmt.Sprintf(`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride>`, s[0]))
			for n := s[0]; n <= min(s[1], format.most); n++ {
				w.body += item(fmt.Sprintf("|%s|%d", format.name, n), list, 0)
			}
		}
	}
	w.numbering += uses
	compareLines(t, w)
}

// TestLevelsAsLibreOffice walks through lists of nine levels, up and down and
// from one list to the other. LibreOffice knows neither isLgl nor lvlRestart,
// and counts a level passed over where Word does not; those are tested in
// docx_numbering_test.go alone.
func TestLevelsAsLibreOffice(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	shapes := []func(level int) string{
		func(l int) string { return fmt.Sprintf("%%%d、", l) },
		func(l int) string { return fmt.Sprintf("（%%%d）", l) },
		func(l int) string { // 1.2.3
			all := make([]string, l)
			for i := range all {
				all[i] = fmt.Sprintf("%%%d", i+1)
			}
			return strings.Join(all, ".")
		},
	}
	var w word
	const designs = 6
	for d := range designs {
		levels := ""
		for l := range listLevels {
			format := numberFormats[random.IntN(len(numberFormats)-1)].name
			levels += level(l, format, shapes[(d+l)%len(shapes)](l+1), "")
		}
		w.numbering += design(d+1, levels)
	}
	for d := range designs {
		w.numbering += use(d+1, d+1, "") + use(d+11, d+1, `<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>`)
	}
	at, list := 0, 1
	for n := range 400 {
		w.body += item(fmt.Sprintf("|%d 列表%d级别%d", n, list, at), list, at)
		switch random.IntN(4) {
		case 0:
			at = min(at+1, listLevels-1)
		case 1:
			at = random.IntN(at + 1)
		case 2:
			if random.IntN(4) == 0 {
				list = 1 + random.IntN(designs) + 10*random.IntN(2)
				at = 0
			}
		}
		if random.IntN(10) == 0 {
			w.body += para(fmt.Sprintf("|%d 正文", n), "")
		}
	}
	compareLines(t, w)
}

// compareLines reads a document here and there. Blanks do not count.
func compareLines(t *testing.T, w word) {
	t.Helper()
	w.extra = map[string]string{"[Content_Types].xml": wordTypes}
	data := w.bytes(t)
	want := asLibreOffice(t, data)
	got := described(mustRead(t, "a.docx", data))
	if len(got) != len(want) {
		t.Errorf("%d lines, LibreOffice has %d", len(got), len(want))
	}
	blanks := strings.NewReplacer(" ", "", "\t", "", "\u00a0", "")
	for i := range min(len(got), len(want)) {
		if g, w := blanks.Replace(got[i]), blanks.Replace(want[i]); g != w {
			t.Errorf("line %d: %q, LibreOffice %q", i+1, g, w)
		}
	}
}
