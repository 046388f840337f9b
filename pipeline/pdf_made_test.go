package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"taizhang/internal/samplefiles"
)

// madePDF is a PDF whose text is known, made by the test.
type madePDF struct {
	name  string
	known []string // its paragraphs, headings and table rows, cells set apart by tabs
	data  []byte
	most  float64 // character error rate that is allowed
}

// TestMadePDFs reads PDFs that several programs make of known texts, and holds
// the characters, the paragraphs and the numbers against them.
func TestMadePDFs(t *testing.T) {
	for _, make := range []func(*testing.T) []madePDF{byLibreOffice, byChromium, byPredefinedCMaps} {
		for _, m := range make(t) {
			t.Run(m.name, func(t *testing.T) { checkMade(t, m) })
		}
	}
}

func checkMade(t *testing.T, m madePDF) {
	r, err := pipeline(t).File(context.Background(), m.name+".pdf", m.data, Hints{})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimRight(r.Text.Body, "\n"), "\n")
	rate := errorRate(got, m.known)
	f1 := jointF1(joints(got), joints(m.known))
	torn := missing(numbersIn(got), numbersIn(m.known))
	t.Logf("characters wrong %.5f, paragraph boundaries F1 %.4f, torn numbers %d of %d",
		rate, f1, len(torn), len(numbersIn(m.known)))
	if rate > m.most {
		t.Errorf("character error rate %.5f, want at most %v: %s", rate, m.most, firstDifference(got, m.known))
	}
	if f1 < 0.99 {
		t.Errorf("paragraph boundaries: F1 %.4f, want at least 0.99; missed %q; invented %q",
			f1, missing(joints(got), joints(m.known)), missing(joints(m.known), joints(got)))
	}
	if len(torn) > 0 {
		t.Errorf("torn numbers: %q", torn)
	}
}

// knownTexts are the lines of the samples' readable sources.
func knownTexts(t *testing.T) map[string][]samplefiles.Line {
	t.Helper()
	out := map[string][]samplefiles.Line{}
	for _, name := range []string{"linjiang-project-centre/2022.md", "linjiang-project-centre/2023.md", "heling-county/2023.md"} {
		text, err := os.ReadFile(filepath.Join("../samples/src", name))
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(name, ".md")] = samplefiles.ParseSource(string(text))
	}
	return out
}

func paragraphs(lines []samplefiles.Line) []string {
	var out []string
	for _, l := range lines {
		if l.Style == samplefiles.Row {
			out = append(out, strings.Join(l.Cells, "\t"))
		} else {
			out = append(out, l.Text)
		}
	}
	return out
}

func letters(lines []string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.Join(lines, "\n")))
}

// errorRate is the number of characters to put in, drop or change, white space
// apart, for one of the known text.
func errorRate(got, known []string) float64 {
	a, b := letters(got), letters(known)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			cost := before
			if a[i] != b[j] {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return float64(row[len(b)]) / float64(len(b))
}

func firstDifference(got, known []string) string {
	a, b := letters(got), letters(known)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-10)
			return "read " + string(a[from:min(len(a), i+20)]) + ", known " + string(b[from:min(len(b), i+20)])
		}
	}
	return "one is the beginning of the other"
}

// joints are the places between two paragraphs, each named by the characters
// around it.
func joints(lines []string) map[string]int {
	out := map[string]int{}
	for i := 1; i < len(lines); i++ {
		left, right := letters(lines[i-1:i]), letters(lines[i:i+1])
		out[string(left[max(0, len(left)-8):])+"|"+string(right[:min(8, len(right))])]++
	}
	return out
}

var aNumber = regexp.MustCompile(`\d[\d.,，]*\d*[%‰\p{Han}]?`)

// numbersIn counts the numbers that stand whole in a line.
func numbersIn(lines []string) map[string]int {
	out := map[string]int{}
	for _, l := range lines {
		for _, n := range aNumber.FindAllString(strings.ReplaceAll(l, " ", ""), -1) {
			out[n]++
		}
	}
	return out
}

// missing returns what have has fewer of than want.
func missing(have, want map[string]int) []string {
	var out []string
	for k, n := range want {
		if have[k] < n {
			out = append(out, k)
		}
	}
	return out
}

func jointF1(got, known map[string]int) float64 {
	common, all := 0, 0
	for k, n := range known {
		common += min(n, got[k])
		all += n
	}
	for _, n := range got {
		all += n
	}
	return 2 * float64(common) / float64(all)
}
