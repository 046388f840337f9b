package index

import (
	"testing"

	"taizhang/report"
)

// TestCrashInsideAdd leaves words behind whose report never became visible.
func TestCrashInsideAdd(t *testing.T) {
	reports := offices(t)
	x, s := indexed(t, reports[1:]...)
	p, err := x.Prepare(reports[0])
	if err != nil {
		t.Fatal(err)
	}
	batch := x.texts.NewBatch()
	if err := batch.IndexAdvanced(documentOf([]Prepared{p})); err != nil {
		t.Fatal(err)
	}
	if err := x.texts.Batch(batch); err != nil {
		t.Fatal(err)
	}
	s[reports[0].ID] = reports[0]
	if found, _ := facts(t, x, s, "年份:2021 单位:重建", Page{Limit: 10}); len(found) != 0 {
		t.Errorf("%d facts of a half report are seen", len(found))
	}
	if found := find(t, x, s, "固定资产投资 年份:2021"); len(found) != 0 {
		t.Errorf("%d sentences of a half report are seen", len(found))
	}
	if n, err := x.Sweep(); n != 1 || err != nil {
		t.Errorf("swept %d reports (%v), want 1", n, err)
	}
	known, left := x.Counts()
	if known != len(reports)-1 || left != countFacts(reports[1:]...) {
		t.Errorf("%d reports and %d facts are left, want %d and %d", known, left, len(reports)-1, countFacts(reports[1:]...))
	}
	if whole, err := x.IsWhole(); !whole || err != nil {
		t.Errorf("the index is not whole after sweeping (%v)", err)
	}
}

func TestRemove(t *testing.T) {
	reports := offices(t)
	x, s := indexed(t, reports...)
	if err := x.Remove(reports[0].ID); err != nil {
		t.Fatal(err)
	}
	if found := find(t, x, s, "固定资产投资 年份:2021"); len(found) != 0 {
		t.Errorf("a removed report is found: %v", found)
	}
	_, left := x.Counts()
	if want := countFacts(reports[1:]...); left != want || len(x.Entries()) != len(reports)-1 {
		t.Errorf("%d facts and %d reports are left, want %d and %d", left, len(x.Entries()), want, len(reports)-1)
	}
}

func TestOpenAgain(t *testing.T) {
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() + "/generation"
	x, err := Create(dir, c)
	if err != nil {
		t.Fatal(err)
	}
	s := shelf{}
	for _, r := range offices(t) {
		p, err := x.Prepare(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Add([]Prepared{p}); err != nil {
			t.Fatal(err)
		}
		s[r.ID] = r
	}
	before := x.Entries()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		x, err := Open(dir, c, readOnly)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Entries(); len(got) != len(before) || got[0] != before[0] {
			t.Errorf("read only %v: entries %v, want %v", readOnly, got, before)
		}
		if found := find(t, x, s, "固定资产投资"); len(found) != 3 {
			t.Errorf("read only %v: found %d passages, want 3", readOnly, len(found))
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func countFacts(reports ...*report.Report) int {
	n := 0
	for _, r := range reports {
		n += len(r.Facts)
	}
	return n
}
