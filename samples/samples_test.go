package samples

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"taizhang/internal/gold"
	"taizhang/internal/samplefiles"
)

// reports are the files a person imports; readable names where the same text
// can be read without a reader of ours.
var reports = []struct{ file, readable string }{
	{"linjiang-project-centre/2021.md", "linjiang-project-centre/2021.md"},
	{"linjiang-project-centre/2022.docx", "src/linjiang-project-centre/2022.md"},
	{"linjiang-project-centre/2023.pdf", "src/linjiang-project-centre/2023.md"},
	{"qinglan-education-bureau/2021.txt", "src/qinglan-education-bureau/2021.txt"},
	{"qinglan-education-bureau/2022.txt", "qinglan-education-bureau/2022.txt"},
	{"qinglan-education-bureau/2023.md", "qinglan-education-bureau/2023.md"},
	{"heling-county/2022.txt", "heling-county/2022.txt"},
	{"heling-county/2023.docx", "src/heling-county/2023.md"},
	{"heling-county/2024.md", "heling-county/2024.md"},
	{"heling-county/2025.txt", "heling-county/2025.txt"},
}

// furniture are the page numbers and running headers of the wrapped text.
var furniture = regexp.MustCompile(`(?m)^(— \d+ —|青岚县教育局文件)$`)

func TestGoldenContextsStandInTheText(t *testing.T) {
	for _, r := range reports {
		text := gold.Squeeze(furniture.ReplaceAllString(readText(t, r.readable), ""))
		at := 0
		for _, g := range readGold(t, r.file) {
			context, quote := gold.Squeeze(g.Context), gold.Squeeze(g.Quote)
			if !strings.Contains(context, quote) {
				t.Errorf("%s: line %d: %s is not in its context %s", r.file, g.N, g.Quote, g.Context)
			}
			i := strings.Index(text, context)
			if i < 0 {
				t.Errorf("%s: line %d: not in the text: %s", r.file, g.N, g.Context)
			}
			at = max(at, i)
		}
		if at < len(text)/2 {
			t.Errorf("%s: the gold lines end in the first half of the text", r.file)
		}
	}
}

func TestGoldIsWellFormed(t *testing.T) {
	oneOf := func(values string) *regexp.Regexp {
		return regexp.MustCompile(`^(` + values + `)(\|(` + values + `))*$`)
	}
	kinds := oneOf("count|amount|ratio|measure|frequency|rank|deadline|award|event|document|task")
	bounds, modalities := oneOf("exact|about|at_least|at_most|range"), oneOf("actual|forecast|target|ongoing")
	number := regexp.MustCompile(`^-?\d+(\.\d*[1-9])?$`)
	day := `\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])`
	period, due := regexp.MustCompile(`^(`+day+`/`+day+`(\||$))*$`), regexp.MustCompile(`^(\|?(`+day+`)?)*$`)
	ratioUnit, moneyUnit := regexp.MustCompile(`^(%|‰|百分点|倍|个基点\|.*)$`), regexp.MustCompile(`^(美)?元$`)
	strength := regexp.MustCompile(`^(ensure|complete|strive|push|plan)?$`)
	for _, r := range reports {
		for i, g := range readGold(t, r.file) {
			if g.N != i+1 {
				t.Errorf("%s: line %d has n %d", r.file, i+1, g.N)
			}
			for what, ok := range map[string]bool{
				"kind": kinds.MatchString(g.Kind), "bound": bounds.MatchString(g.Bound),
				"modality": modalities.MatchString(g.Modality), "period": period.MatchString(g.Period),
				"due": due.MatchString(g.Due), "strength": strength.MatchString(g.Strength),
				"value": (number.MatchString(g.Min) && number.MatchString(g.Max)) == hasValue(g.Kind),
				"unit": strings.Contains(g.Kind, "ratio") == ratioUnit.MatchString(g.Unit) &&
					strings.Contains(g.Kind, "amount") == moneyUnit.MatchString(g.Unit),
				"range":    (g.Bound == "range") == (g.Min != g.Max),
				"deadline": g.Kind != "deadline" || g.Due != "", "frequency": g.Kind != "frequency" || g.Per != "",
				"members": len(g.Members) == 0 || hasValue(g.Kind) && membersIn(g),
				"task":    g.Kind != "task" || g.Strength != "" && g.Testable != nil,
				"subject": g.Subject != "" && len(g.Quote) < len(g.Subject)+200,
			} {
				if !ok {
					t.Errorf("%s: line %d: %s is wrong: %+v", r.file, g.N, what, g)
				}
			}
		}
	}
}

// membersIn tells whether all enumerated names stand in the context.
func membersIn(g gold.Line) bool {
	for _, m := range g.Members {
		if !strings.Contains(gold.Squeeze(g.Context), gold.Squeeze(m)) {
			return false
		}
	}
	return true
}

func hasValue(kind string) bool {
	switch kind {
	case "deadline", "award", "event", "document", "task":
		return false
	}
	return true
}

// TestGoldHasEnoughOfEachKind keeps the scores of rare kinds from resting on a
// handful of lines.
func TestGoldHasEnoughOfEachKind(t *testing.T) {
	have := map[string]int{}
	for _, r := range reports {
		for _, g := range readGold(t, r.file) {
			have[g.Kind]++
			for what, ok := range map[string]bool{"cell": g.Cell != nil, "members": len(g.Members) > 0, "part_of": g.PartOf != ""} {
				if ok {
					have[what]++
				}
			}
		}
	}
	for what, want := range map[string]int{"award": 40, "document": 30, "task": 60, "cell": 40, "members": 20, "part_of": 10} {
		if have[what] < want {
			t.Errorf("%d lines of %s, want %d at least", have[what], what, want)
		}
	}
}

func TestLengths(t *testing.T) {
	for _, r := range reports {
		if n := utf8.RuneCountInString(gold.Squeeze(readText(t, r.readable))); n < 4000 || n > 8000 {
			t.Errorf("%s has %d characters without blanks and marks, want 4,000 to 8,000", r.file, n)
		}
	}
	clean, err := filepath.Glob("clean/*")
	if err != nil || len(clean) < 6 {
		t.Fatalf("clean/ has %d texts (%v), want 6 at least", len(clean), err)
	}
	for _, name := range clean {
		if n := utf8.RuneCountInString(gold.Squeeze(readText(t, name))); n < 300 || n > 800 {
			t.Errorf("%s has %d characters, want 300 to 800", name, n)
		}
	}
}

func TestFilesAreSmall(t *testing.T) {
	for _, r := range reports {
		if n := len(readBytes(t, r.file)); n > 300_000 {
			t.Errorf("%s has %d bytes, want 300,000 at most", r.file, n)
		}
	}
}

// TestMadeFromSource holds the binary samples to samples/src.
func TestMadeFromSource(t *testing.T) {
	for _, s := range samplefiles.Samples() {
		t.Run(s.Target, func(t *testing.T) {
			have := readBytes(t, s.Target)
			if filepath.Ext(s.Target) == ".pdf" {
				mark := utf16Hex(samplefiles.Mark(readBytes(t, "src/"+s.Source)))
				if !bytes.HasPrefix(have, []byte("%PDF-")) || !bytes.Contains(have, []byte(mark)) {
					t.Errorf("not made from this %s: go run samples/generate.go -pdf", s.Source)
				}
				return
			}
			want, err := samplefiles.Make(context.Background(), ".", s)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(contents(t, have), contents(t, want)) {
				t.Errorf("not made from this %s: go run samples/generate.go", s.Source)
			}
		})
	}
}

func TestNumbersOfDOCXAreAutomatic(t *testing.T) {
	parts := string(contents(t, readBytes(t, "linjiang-project-centre/2022.docx")))
	for _, typed := range []string{"一、紧盯", "（一）前期", "1.强化"} {
		if strings.Contains(parts, typed) {
			t.Errorf("%q is typed, but should come from numbering.xml", typed)
		}
	}
	for _, want := range []string{`w:val="chineseCounting"`, `w:lvlText w:val="（%2）"`, "<w:tbl>"} {
		if !strings.Contains(parts, want) {
			t.Errorf("the DOCX has no %s", want)
		}
	}
}

// contents returns the parts of a zip file one after the other, so that files
// packed by another Go release compare equal; other bytes as they are.
func contents(t *testing.T, data []byte) []byte {
	t.Helper()
	if !bytes.HasPrefix(data, []byte("PK")) {
		return data
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(f.Name + "\n")
		if _, err := io.Copy(&out, r); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// utf16Hex writes s as LibreOffice writes a document property.
func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(digits[u>>shift&15])
		}
	}
	return b.String()
}

func readGold(t *testing.T, report string) []gold.Line {
	t.Helper()
	lines, err := gold.Read(strings.TrimSuffix(report, filepath.Ext(report)) + ".gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func readText(t *testing.T, name string) string {
	t.Helper()
	data := readBytes(t, name)
	if !utf8.Valid(data) {
		t.Fatalf("%s is not UTF-8", name)
	}
	return string(data)
}

func readBytes(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
