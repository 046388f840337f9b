package generate

import (
	"bytes"
	"strings"
	"testing"
)

// made makes a few offices of all kinds.
func made(t testing.TB, o Options, offices int) []Office {
	t.Helper()
	g, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var out []Office
	for i := range offices {
		out = append(out, g.Office(i))
	}
	return out
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b := made(t, Options{Seed: 7, Years: 4}, 6), made(t, Options{Seed: 7, Years: 4}, 6)
	other := made(t, Options{Seed: 8, Years: 4}, 6)
	for i := range a {
		var x, y bytes.Buffer
		if err := a[i].Truth.Write(&x); err != nil {
			t.Fatal(err)
		}
		if err := b[i].Truth.Write(&y); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(x.Bytes(), y.Bytes()) {
			t.Errorf("%s: the truth differs", a[i].Org)
		}
		for j := range a[i].Reports {
			if a[i].Reports[j] != b[i].Reports[j] {
				t.Errorf("%s %s differs", a[i].Org, a[i].Reports[j].Name)
			}
			if a[i].Reports[j].Text == other[i].Reports[j].Text {
				t.Errorf("%s %s is the same under another seed", a[i].Org, a[i].Reports[j].Name)
			}
		}
	}
}

func TestReportsAreDistinctAndOfSize(t *testing.T) {
	seen := map[string]string{}
	for _, office := range made(t, Options{Seed: 1, Years: 5}, 30) {
		for _, r := range office.Reports {
			if other := seen[r.Text]; other != "" {
				t.Errorf("%s %s is the same as %s", office.Org, r.Name, other)
			}
			seen[r.Text] = office.Org + " " + r.Name
			if n := len(r.Text); n < 10800 || n > 12800 {
				t.Errorf("%s %s has %d bytes", office.Org, r.Name, n)
			}
			if i := strings.IndexAny(r.Text, "{}@#|"); i >= 0 {
				t.Errorf("%s %s holds a slot: %s", office.Org, r.Name, r.Text[max(0, i-60):min(len(r.Text), i+60)])
			}
		}
	}
}

// TestTruthStandsInTheReports looks up every quote.
func TestTruthStandsInTheReports(t *testing.T) {
	for _, office := range made(t, Options{Seed: 3, Years: 8}, 12) {
		texts := map[int]string{}
		for _, r := range office.Reports {
			texts[r.Reviewed] = r.Text
		}
		check := func(what string, q Quote) {
			t.Helper()
			if q.Text == "" || !strings.Contains(q.Sentence, q.Text) || !strings.Contains(texts[q.Report], q.Sentence) {
				t.Errorf("%s, %s: %+v is not in the report of %d", office.Org, what, q, q.Report)
			}
		}
		for _, p := range office.Truth.Promises {
			check(p.ID, p.Made)
			for _, a := range p.Answers {
				check(p.ID, *a)
			}
			if silent := p.Fate == Silent || p.Fate == Pending; silent != (len(p.Answers) == 0) || len(p.Status) == 0 {
				t.Errorf("%s: %s with status %v and %d answers", p.ID, p.Fate, p.Status, len(p.Answers))
			}
		}
		for _, b := range office.Truth.Breaks {
			check(b.Kind, b.First)
			check(b.Kind, b.Again)
		}
		for _, c := range office.Truth.Copies {
			check("copy", c.From)
			check("copy", c.To)
		}
	}
}

func TestManyPromises(t *testing.T) {
	for _, office := range made(t, Options{Seed: 5, Promises: 100, Bytes: 30_000}, 6) {
		if n := len(office.Truth.Promises); n < 1000 {
			t.Errorf("%s has %d promises", office.Org, n)
		}
	}
}

func TestEveryKindOfTruthOccurs(t *testing.T) {
	fates, families, breaks := map[Fate]int{}, map[string]int{}, map[string]int{}
	copies, shrinking := 0, 0
	for _, office := range made(t, Options{Seed: 1, Years: 8}, 12) {
		for _, p := range office.Truth.Promises {
			fates[p.Fate]++
			families[p.Family]++
		}
		for _, b := range office.Truth.Breaks {
			breaks[b.Kind]++
		}
		copies += len(office.Truth.Copies)
		for _, c := range office.Truth.Chains {
			if c.Shrinks {
				shrinking++
			}
		}
	}
	for _, f := range []Fate{Kept, Exceeded, Partly, Missed, Late, Later, Moved, Underway, Silent, Reworded, Restated, Split, Merged, Half, Pending} {
		if fates[f] == 0 {
			t.Errorf("no promise is %s", f)
		}
	}
	for _, f := range []string{"quantity", "ratio", "ceiling", "growth", "both", "project", "two", "document", "title", "task"} {
		if families[f] == 0 {
			t.Errorf("no promise is a %s", f)
		}
	}
	for _, b := range []string{"restated", "contradiction", "scope"} {
		if breaks[b] == 0 {
			t.Errorf("no break is a %s", b)
		}
	}
	if copies == 0 || shrinking == 0 {
		t.Errorf("%d copies, %d shrinking chains", copies, shrinking)
	}
}
