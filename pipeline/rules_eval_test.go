package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/internal/gold"
)

func evaluate(t *testing.T, document, goldFile string, kinds ...string) Evaluation {
	t.Helper()
	data, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := os.Open(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	defer lines.Close()
	q := EvalRequest{Name: filepath.Base(document), Data: data, Gold: lines}
	if len(kinds) > 0 {
		if q.Kinds, err = ParseKinds(kinds); err != nil {
			t.Fatal(err)
		}
	}
	e, err := pipeline(t).Evaluate(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestEvaluateSamples holds the façade to the arithmetic it rests on.
func TestEvaluateSamples(t *testing.T) {
	const base = "../samples/qinglan-education-bureau/2022"
	e := evaluate(t, base+".txt", base+".gold.jsonl", "all")
	lines, err := gold.Read(base + ".gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	r := extract(t, base+".txt")
	want := gold.Score(lines, r.Facts, gold.Options{Kinds: Kinds(), Body: r.Text.Body})
	if e.Gold != want.Total || e.Facts != want.Predicted || e.Found != want.Found || e.Full != want.Full {
		t.Errorf("figures are %+v, want %s", e.Figures, want)
	}
	if e.FoundRates.F1 != want.FoundF1() || len(e.Missed) != len(want.Missed) || len(e.Wrong) != len(want.Wrong) {
		t.Errorf("F1 %v, %d missed, %d wrong; want %s", e.FoundRates.F1, len(e.Missed), len(e.Wrong), want)
	}
	seen := map[string]bool{}
	for _, k := range e.Kinds {
		seen[string(k.Kind)] = true
	}
	for _, k := range []string{"count", "amount", "award", "document", "task", "deadline"} {
		if !seen[k] {
			t.Errorf("no row for %s", k)
		}
	}
}

// TestEvaluateAsScorePy holds every row to what score.py prints for it.
func TestEvaluateAsScorePy(t *testing.T) {
	shared := sharedDir(t)
	score := filepath.Join(shared, "tools", "score.py")
	goldens, err := filepath.Glob(filepath.Join(shared, "gold", "*.jsonl"))
	if _, stat := os.Stat(score); err != nil || stat != nil || len(goldens) == 0 {
		t.Skip("no score.py or no gold files below TAIZHANG_SHARED")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to compare with")
	}
	for _, golden := range goldens {
		texts, err := filepath.Glob(strings.TrimSuffix(
			filepath.Join(filepath.Dir(golden), "text", filepath.Base(golden)), "jsonl") + "*")
		if err != nil || len(texts) == 0 {
			continue
		}
		facts := factFile(t, texts[0])
		e := evaluate(t, texts[0], golden)
		for _, row := range append(e.Kinds, KindFigures{"count,amount,ratio,measure,frequency,rank,deadline", e.Figures}) {
			out, err := exec.Command(python, score, golden, facts, "--kinds", string(row.Kind)).CombinedOutput()
			if err != nil {
				t.Fatalf("score.py: %v: %s", err, out)
			}
			if got := asPrinted(row.Figures); !strings.Contains(string(out), got[0]) || !strings.Contains(string(out), got[1]) {
				t.Errorf("%s %s: got %q, score.py prints\n%s", filepath.Base(golden), row.Kind, got, out)
			}
		}
	}
}

func asPrinted(f Figures) [2]string {
	return [2]string{
		fmt.Sprintf("gold %d  facts %d  found %d  false alarms %d\nfound: precision %.3f recall %.3f F1 %.3f",
			f.Gold, f.Facts, f.Found, f.FalseAlarms, f.FoundRates.Precision, f.FoundRates.Recall, f.FoundRates.F1),
		fmt.Sprintf("full: precision %.3f recall %.3f F1 %.3f",
			f.FullRates.Precision, f.FullRates.Recall, f.FullRates.F1),
	}
}

func factFile(t *testing.T, document string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "facts.jsonl")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	in := json.NewEncoder(out)
	for _, f := range extract(t, document).Facts {
		if err := in.Encode(f); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestEvaluateRefuses(t *testing.T) {
	for _, test := range []struct{ gold, want string }{
		{"", "empty"},
		{"{\"quote\":\"45个\"}\n", "line 1: expected quote, context and kind"},
	} {
		q := EvalRequest{Name: "a.txt", Data: []byte("全年新增学位2700个。"), Gold: strings.NewReader(test.gold)}
		if _, err := pipeline(t).Evaluate(t.Context(), q); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("gold %q: got %v, want %q", test.gold, err, test.want)
		}
	}
	if _, err := ParseKinds([]string{"counts"}); err == nil || !strings.Contains(err.Error(), "want some of count") {
		t.Errorf("kind counts: got %v", err)
	}
}
