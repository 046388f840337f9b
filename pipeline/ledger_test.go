package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/internal/gold"
	"taizhang/report"
	"taizhang/track"
)

// goldPromise is a line of a ledger.gold.jsonl: a promise, what became of it,
// and the words that say so.
type goldPromise struct {
	Year     int    `json:"year"`
	Text     string `json:"text"`
	Due      string `json:"due"`
	Status   string `json:"status"`
	Evidence []struct {
		Report int    `json:"report"`
		Quote  string `json:"quote"`
	} `json:"evidence"`
}

// ledgerScore counts how a ledger does against its gold.
type ledgerScore struct {
	all, found, right, dues int
	claimed, claimedRight   int // done, exceeded, missed, late
	quoted, quotedRight     int // promises with evidence, answered at all; by its sentence first
	confusion               map[string]int
	errors                  []string
}

func TestLedgerOfSamples(t *testing.T) {
	for _, office := range []struct {
		dir   string
		today report.Date
		floor ledgerFloor
	}{
		{"../samples/linjiang-project-centre", report.NewDate(2024, 3, 1), worked},
		{"../samples/qinglan-education-bureau", report.NewDate(2024, 3, 1), worked},
		{"../samples/heling-county", report.NewDate(2026, 3, 1), worked},
		{"testdata/county/steppe", report.NewDate(2014, 3, 1), worked},
		{"testdata/county/valley", report.NewDate(2018, 3, 1), worked},
		{"testdata/county/coast", report.NewDate(2013, 3, 1), worked},
		{"testdata/county/pasture", report.NewDate(2019, 3, 1), ledgerFloor{0.98, 0.79, 0.94, 0.85}},
		{"testdata/county/water-bureau", report.NewDate(2025, 3, 1), ledgerFloor{0.95, 0.75, 0.88, 0.85}},
		{"testdata/county/prairie", report.NewDate(2030, 3, 1), ledgerFloor{0.98, 0.85, 0.90, 0.85}},
		{"testdata/county/border", report.NewDate(2030, 3, 1), ledgerFloor{0.98, 0.85, 0.90, 0.85}},
		{"testdata/county/basin", report.NewDate(2030, 3, 1), ledgerFloor{0.95, 0.85, 0.90, 0.85}},
		{"testdata/county/tea", report.NewDate(2025, 3, 1), ledgerFloor{0.95, 0.86, 0.93, 0.95}},
		{"testdata/county/north", report.NewDate(2019, 3, 1), ledgerFloor{0.98, 0.86, 0.93, 0.92}},
		{"testdata/county/west", report.NewDate(2016, 6, 1), ledgerFloor{0.98, 0.87, 0.95, 0.91}},
		{"testdata/county/central", report.NewDate(2018, 3, 1), ledgerFloor{0.98, 0.85, 0.91, 0.94}},
		{"testdata/county/east", report.NewDate(2020, 3, 1), ledgerFloor{0.97, 0.78, 0.86, 0.93}},
		{"testdata/county/plain", report.NewDate(2019, 3, 1), ledgerFloor{0.99, 0.93, 0.96, 0.98}},
		{"testdata/county/south", report.NewDate(2022, 3, 1), ledgerFloor{0.98, 0.87, 0.88, 0.94}},
		{"testdata/county/loess", report.NewDate(2017, 6, 1), ledgerFloor{0.98, 0.83, 0.95, 0.95}},
	} {
		t.Run(filepath.Base(office.dir), func(t *testing.T) { scoreLedger(t, office.dir, office.today).hold(t, office.floor) })
	}
}

// scoreLedger makes the ledger of an office of the samples and scores it.
func scoreLedger(t *testing.T, dir string, today report.Date) *ledgerScore {
	t.Helper()
	s := ledgerScore{confusion: map[string]int{}}
	{
		var reports []report.Report
		for _, document := range documents(t, dir) {
			reports = append(reports, extract(t, document))
		}
		lines := track.Ledger(reports, track.NewWords(pipeline(t).Words), track.Options{Today: today})
		for _, l := range lines {
			if len(l.Answers) == 0 && slices.Contains([]report.Status{report.Done, report.Exceeded, report.Missed, report.Late, report.Partial}, l.Status) {
				t.Errorf("%s is %s without a quoted sentence", l.Text, l.Status)
			}
		}
		for _, g := range goldPromises(t, filepath.Join(dir, "ledger.gold.jsonl")) {
			s.add(g, closestLine(lines, g))
		}
	}
	t.Log("\n" + s.String())
	if os.Getenv("TAIZHANG_ERRORS") != "" {
		t.Log("\n" + strings.Join(s.errors, "\n"))
	}
	return &s
}

// ledgerFloor is what a ledger must reach at least, each a share of one.
type ledgerFloor struct{ found, status, claims, first float64 }

// worked is the floor of what was worked on.
var worked = ledgerFloor{found: 0.98, status: 0.85, claims: 0.95, first: 0.85}

func (s *ledgerScore) hold(t *testing.T, floor ledgerFloor) {
	t.Helper()
	for _, f := range []struct {
		name    string
		of, all int
		floor   float64
	}{
		{"promises found", s.found, s.all, floor.found},
		{"status right", s.right, s.all, floor.status},
		{"done, exceeded, missed, late right", s.claimedRight, s.claimed, floor.claims},
		{"first answer is the gold's", s.quotedRight, s.quoted, floor.first},
	} {
		if float64(f.of) < f.floor*float64(f.all) {
			t.Errorf("%s: %d of %d, want %.2f (TAIZHANG_ERRORS=1 lists the errors)", f.name, f.of, f.all, f.floor)
		}
	}
}

// add scores one promise; a nil line is one that was not found.
func (s *ledgerScore) add(g goldPromise, l *report.Commitment) {
	s.all++
	want, _, _ := strings.Cut(g.Status, "|")
	if l == nil {
		s.confusion[want+" → none"]++
		s.errors = append(s.errors, "not found: "+g.Text)
		return
	}
	s.found++
	right := slices.Contains(strings.Split(g.Status, "|"), string(l.Status))
	if right {
		s.right++
		want = string(l.Status)
	} else {
		s.errors = append(s.errors, fmt.Sprintf("%d %s: want %s, got %s; %s", g.Year, g.Text, g.Status, l.Status, firstAnswer(l)))
	}
	s.confusion[want+" → "+string(l.Status)]++
	if g.Due == "" || slices.Contains(strings.Split(g.Due, "|"), l.Due.String()) {
		s.dues++
	} else {
		s.errors = append(s.errors, fmt.Sprintf("%d %s: want due %s, got %s", g.Year, g.Text, g.Due, l.Due))
	}
	switch l.Status {
	case report.Done, report.Exceeded, report.Missed, report.Late:
		s.claimed++
		if right {
			s.claimedRight++
		}
	}
	if len(g.Evidence) > 0 && len(l.Answers) > 0 {
		s.quoted++
		if quotes(l.Answers[0], g) {
			s.quotedRight++
		} else {
			s.errors = append(s.errors, fmt.Sprintf("%d %s: first answer is %s", g.Year, g.Text, firstAnswer(l)))
		}
	}
}

func quotes(a report.Answer, g goldPromise) bool {
	for _, e := range g.Evidence {
		if strings.Contains(gold.Squeeze(a.Sentence), gold.Squeeze(e.Quote)) {
			return true
		}
	}
	return false
}

func firstAnswer(l *report.Commitment) string {
	if len(l.Answers) == 0 {
		return "no answer"
	}
	return l.Answers[0].Sentence + " (" + l.Answers[0].Why + ")"
}

func (s *ledgerScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "promises %d, found %d, status right %d (%.3f), due right %d\n", s.all, s.found, s.right, float64(s.right)/float64(s.all), s.dues)
	fmt.Fprintf(&b, "done, exceeded, missed or late: %d, right %d; first answer the gold's: %d of %d\n", s.claimed, s.claimedRight, s.quotedRight, s.quoted)
	var keys []string
	for k := range s.confusion {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, "%3d %s\n", s.confusion[k], k)
	}
	return b.String()
}

// closestLine returns the line of the ledger that is the gold's promise: of the
// same year, its words in or around the gold's, sharing most of them.
func closestLine(lines []report.Commitment, g goldPromise) *report.Commitment {
	var best *report.Commitment
	most := 0.0
	text := gold.Squeeze(g.Text)
	for i, l := range lines {
		own := gold.Squeeze(l.Text)
		if l.Year != g.Year || !strings.Contains(gold.Squeeze(l.Sentence), text) && !strings.Contains(own, text) && !strings.Contains(text, own) {
			continue
		}
		if s := overlap(own, text); s > most {
			best, most = &lines[i], s
		}
	}
	return best
}

// overlap returns the share of character pairs that two texts have in common.
func overlap(a, b string) float64 {
	x, y := pairsOf(a), pairsOf(b)
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}

func pairsOf(s string) map[string]bool {
	out := map[string]bool{}
	runes := []rune(s)
	for i := 0; i+1 < len(runes); i++ {
		out[string(runes[i:i+2])] = true
	}
	return out
}

func goldPromises(t *testing.T, name string) []goldPromise {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []goldPromise
	for line := range bytes.Lines(raw) {
		var g goldPromise
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, g)
	}
	return out
}
