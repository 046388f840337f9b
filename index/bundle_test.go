package index

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
)

// school returns a report that names one school.
func school(t testing.TB, number int, more string) *report.Report {
	return made{org: fmt.Sprintf("第%d小学", number), year: 2020,
		text: fmt.Sprintf("第%d小学总结\n第%d小学新增学位。%s\n", number, number, more)}.report(t)
}

func add(t testing.TB, x *Index, s shelf, reports ...*report.Report) {
	t.Helper()
	var all []Prepared
	for _, r := range reports {
		p, err := x.Prepare(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
		s[r.ID] = r
	}
	if err := x.Add(all); err != nil {
		t.Fatal(err)
	}
}

func documentIDs(t testing.TB, x *Index) []string {
	t.Helper()
	all, err := x.proposable()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestBundles follows reports that share documents of Bleve's through changes:
// what counts is found, what does not count goes with the last of its bundle.
func TestBundles(t *testing.T) {
	c, err := cutter()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "generation")
	x, err := Create(dir, c)
	if err != nil {
		t.Fatal(err)
	}
	s := shelf{}
	var reports []*report.Report
	for i := range bundleReports + 4 {
		reports = append(reports, school(t, 100+i, ""))
	}
	add(t, x, s, reports...)
	if n := len(documentIDs(t, x)); n != 2 {
		t.Fatalf("%d reports have %d documents, want 2", len(reports), n)
	}
	check := func(step string, documents, found int) {
		t.Helper()
		if n := len(documentIDs(t, x)); n != documents {
			t.Errorf("%s: %d documents, want %d", step, n, documents)
		}
		if n := len(find(t, x, s, "增学位")); n != found {
			t.Errorf("%s: found in %d reports, want %d", step, n, found)
		}
		if n := len(find(t, x, s, "第105小学新增")); n != 1 {
			t.Errorf("%s: a report is found %d times, want once", step, n)
		}
		if whole, err := x.IsWhole(); !whole || err != nil {
			t.Errorf("%s: the index is not whole (%v)", step, err)
		}
	}
	check("added", 2, len(reports))
	again := *reports[5]
	add(t, x, s, &again)
	check("one added again", 3, len(reports))
	for _, r := range reports[bundleReports:] {
		if err := x.Remove(r.ID); err != nil {
			t.Fatal(err)
		}
	}
	check("the second bundle removed", 2, bundleReports)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if x, err = Open(dir, c, false); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	check("opened again", 2, bundleReports)
	if n, err := x.Sweep(); n != 0 || err != nil {
		t.Errorf("swept %d (%v), want nothing", n, err)
	}
	add(t, x, s, slices.Concat(reports[:5], reports[6:bundleReports])...)
	check("all others added again", 2, bundleReports)
	add(t, x, s, &again)
	check("the lone one added again", 2, bundleReports)
}

// TestLongReportsShareLess: a bundle has no more text than is looked through in
// no time.
func TestLongReportsShareLess(t *testing.T) {
	x, s := indexed(t)
	long := strings.Repeat("扎实推进各项工作。", bundleText/27*2/3)
	add(t, x, s, school(t, 1, ""), school(t, 2, long), school(t, 3, long), school(t, 4, long+long), school(t, 5, ""))
	if n := len(documentIDs(t, x)); n != 4 {
		t.Errorf("%d documents, want 4: two reports, then one each", n)
	}
}

// TestOnlyWhatStandsThereOccurs: the pairs of a word may stand in reports of a
// bundle of which none has the word.
func TestOnlyWhatStandsThereOccurs(t *testing.T) {
	x, _ := indexed(t,
		made{org: "甲县", year: 2020, text: "甲县总结\n修建水库。\n"}.report(t),
		made{org: "乙县", year: 2020, text: "乙县总结\n清点库房。\n"}.report(t))
	for text, want := range map[string]bool{"水库": true, "水库房": false, "库房。": true, "修建水库房": false} {
		if got, err := x.occurs(t.Context(), text); got != want || err != nil {
			t.Errorf("%s occurs: %v (%v), want %v", text, got, err, want)
		}
	}
}
