package gold

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"taizhang/report"
)

// TestSameAsScorePy holds our arithmetic to score.py's: facts made from the
// gold files and then spoilt must get the same figures from both.
func TestSameAsScorePy(t *testing.T) {
	shared := os.Getenv("TAIZHANG_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	score := filepath.Join(shared, "tools", "score.py")
	files, err := filepath.Glob(filepath.Join(shared, "gold", "*.jsonl"))
	if _, stat := os.Stat(score); err != nil || stat != nil || len(files) == 0 {
		t.Skip("no shared gold files; set TAIZHANG_SHARED")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to compare with")
	}
	for i, file := range files {
		lines, err := Read(file)
		if err != nil {
			t.Fatal(err)
		}
		facts := spoiltFacts(lines, rand.New(rand.NewPCG(1, uint64(i))))
		out, err := exec.Command(python, score, file, writeFacts(t, facts)).CombinedOutput()
		if err != nil {
			t.Fatalf("score.py: %v: %s", err, out)
		}
		got, want := words(Score(lines, facts, Options{}).String()), words(string(out))
		if !slices.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", filepath.Base(file), got, want)
		}
	}
}

// words returns the sorted words of a score: score.py prints the fields in the
// order in which it meets them.
func words(s string) []string {
	w := strings.Fields(s)
	slices.Sort(w)
	return w
}

// spoiltFacts makes facts of gold lines; one field in ten is wrong, one fact in
// fifteen missing, one in fifteen there twice, neighbours change places.
func spoiltFacts(lines []Line, r *rand.Rand) []report.Fact {
	var facts []report.Fact
	for _, g := range lines {
		f := factOf(g)
		spoil(&f, r)
		switch r.IntN(15) {
		case 0:
			continue
		case 1:
			facts = append(facts, f)
		}
		facts = append(facts, f)
		if n := len(facts); n > 1 && r.IntN(8) == 0 {
			facts[n-1], facts[n-2] = facts[n-2], facts[n-1]
		}
	}
	return facts
}

func factOf(g Line) report.Fact {
	first := func(s string) string { s, _, _ = strings.Cut(s, "|"); return s }
	f := report.Fact{Kind: report.Kind(first(g.Kind)), Subject: first(g.Subject), Text: g.Quote,
		Modality: report.Modality(first(g.Modality)), Sentence: "　" + g.Context + "，", Comparison: report.Comparison(g.Comparison)}
	if start, end, ok := strings.Cut(first(g.Period), "/"); ok {
		f.Period = report.Period{Start: dateOf(start), End: dateOf(end)}
	}
	f.Due = dateOf(first(g.Due))
	if g.Min != "" {
		low, _ := report.ParseDecimal(g.Min)
		high, _ := report.ParseDecimal(g.Max)
		f.Value = &report.Value{Min: low, Max: high, Unit: first(g.Unit), Bound: report.Bound(first(g.Bound)), Per: report.Per(g.Per)}
	}
	return f
}

func dateOf(s string) report.Date {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return report.Date{}
	}
	return report.NewDate(d.Year(), d.Month(), d.Day())
}

func spoil(f *report.Fact, r *rand.Rand) {
	wrong := func() bool { return r.IntN(10) == 0 }
	if wrong() {
		f.Subject = "别的，" + f.Subject
	}
	if wrong() {
		f.Modality = report.Ongoing
	}
	if wrong() {
		f.Period = report.YearPeriod(1999)
	}
	if wrong() {
		f.Sentence = "某地" + string([]rune(f.Sentence)[2:])
	}
	if wrong() {
		f.Sentence = strings.Repeat("长", 390) + f.Sentence
	}
	if f.Value == nil {
		return
	}
	if wrong() {
		f.Value.Bound = report.AtMost
	}
	if wrong() {
		f.Value.Unit += "次"
	}
	if wrong() {
		f.Comparison, f.Value.Per = report.AgainstAny, report.PerDay
	}
}

func writeFacts(t *testing.T, facts []report.Fact) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "facts.jsonl")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := json.NewEncoder(file)
	for _, f := range facts {
		if err := out.Encode(f); err != nil {
			t.Fatal(err)
		}
	}
	return path
}
