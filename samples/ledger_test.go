package samples

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"taizhang/internal/gold"
)

// promise is a line of a ledger.gold.jsonl.
type promise struct {
	Year     int    `json:"year"`
	Text     string `json:"text"`
	Due      string `json:"due"`
	Status   string `json:"status"`
	Evidence []struct {
		Report int    `json:"report"`
		Quote  string `json:"quote"`
	} `json:"evidence"`
}

func TestLedgerGoldenStandsInTheReports(t *testing.T) {
	for _, office := range []string{"linjiang-project-centre", "qinglan-education-bureau", "heling-county"} {
		texts := textsByYear(t, office)
		statuses := map[string]int{}
		for _, p := range readPromises(t, office) {
			if !strings.Contains(texts[p.Year-1], gold.Squeeze(p.Text)) {
				t.Errorf("%s: %s is not in the report of %d", office, p.Text, p.Year-1)
			}
			for _, e := range p.Evidence {
				if e.Report < p.Year || !strings.Contains(texts[e.Report], gold.Squeeze(e.Quote)) {
					t.Errorf("%s: %s is not in the report of %d", office, e.Quote, e.Report)
				}
			}
			silent := strings.Contains(p.Status, "unreported") || strings.Contains(p.Status, "not_due")
			if len(p.Evidence) == 0 && !silent {
				t.Errorf("%s: %s is %s without evidence", office, p.Text, p.Status)
			}
			if first, _, _ := strings.Cut(p.Status, "|"); first != "" {
				statuses[first]++
			}
		}
		for _, want := range []string{"done", "exceeded", "partial", "missed", "late", "in_progress", "unreported", "not_due"} {
			if statuses[want] == 0 {
				t.Errorf("%s has no promise that is %s", office, want)
			}
		}
	}
}

func textsByYear(t *testing.T, office string) map[int]string {
	t.Helper()
	texts := map[int]string{}
	for _, r := range reports {
		if !strings.HasPrefix(r.file, office) {
			continue
		}
		name := filepath.Base(r.file)
		year, err := strconv.Atoi(strings.TrimSuffix(name, filepath.Ext(name)))
		if err != nil {
			t.Fatal(err)
		}
		texts[year] = gold.Squeeze(furniture.ReplaceAllString(readText(t, r.readable), ""))
	}
	return texts
}

func readPromises(t *testing.T, office string) []promise {
	t.Helper()
	var out []promise
	for raw := range bytes.Lines(readBytes(t, office+"/ledger.gold.jsonl")) {
		var p promise
		if err := json.Unmarshal(raw, &p); err != nil {
			t.Fatalf("%s: %v", office, err)
		}
		out = append(out, p)
	}
	return out
}
