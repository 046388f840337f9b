package library

import (
	"context"
	"errors"
	"strings"
	"testing"

	"taizhang/decision"
	"taizhang/report"
)

// same extracts as before.
func same(ctx context.Context, name string, data []byte, _ report.Given) (report.Report, error) {
	return reportOf(ctx, name, data)
}

// again extracts with other rules: the last fact of each report is no more, and
// what was given wins.
func again(ctx context.Context, name string, data []byte, given report.Given) (report.Report, error) {
	r, err := reportOf(ctx, name, data)
	if err != nil {
		return r, err
	}
	r.Fingerprint = "new"
	r.Facts = r.Facts[:len(r.Facts)-1]
	if given.Year != 0 {
		r.Outline.Reviewed = given.Year
	}
	return r, nil
}

func TestReextract(t *testing.T) {
	dir := t.TempDir() + "/library"
	const all = 2*portionReports + waitingReports // so that one group is not all there is
	l := opened(t, dir, options(t))
	imported(t, l, numbered(all))
	r := reportAt(t, l, 7)
	year := made(report.DecisionReport, decision.KeyOfDocument(r))
	year.Field, year.Value = report.FieldYear, "2019"
	decided(t, l, year)
	stale := func(fingerprint string, want int) []string {
		t.Helper()
		ids, err := l.Stale(fingerprint)
		if err != nil || len(ids) != want {
			t.Fatalf("%d reports are stale (%v), want %d", len(ids), err, want)
		}
		return ids
	}
	stale("", 1) // the one whose year somebody knows better
	ids := stale("new", all)
	ctx, stop := context.WithCancel(t.Context())
	seen := 0
	if _, err := l.Reextract(ctx, ids, again, func(Result) {
		if seen++; seen == 5 {
			stop()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want that of the context", err)
	}
	rest, err := l.Stale("new")
	if err != nil || len(rest) == all || len(rest) == 0 {
		t.Errorf("%d reports are stale after a broken off run (%v)", len(rest), err)
	}
	sound(t, l, all, all+len(rest))
	s, err := l.Reextract(t.Context(), rest, again, nil)
	if err != nil || s.Imported != len(rest) {
		t.Errorf("got %+v, %v", s, err)
	}
	stale("new", 0)
	sound(t, l, all, all)
	if e, _ := l.index.Entry(r.ID); e.Year != 2019 {
		t.Errorf("the year is %d, want what somebody said", e.Year)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = opened(t, dir, options(t))
	stale("new", 0)
	sound(t, l, all, all)
}

// TestReextractRefused keeps the old report of a document that is refused now.
func TestReextractRefused(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	imported(t, l, numbered(3))
	ids, err := l.Stored()
	if err != nil {
		t.Fatal(err)
	}
	s, err := l.Reextract(t.Context(), ids, func(ctx context.Context, name string, data []byte, g report.Given) (report.Report, error) {
		if strings.Contains(string(data), "1001个") {
			panic("out of range")
		}
		return again(ctx, name, data, g)
	}, nil)
	if err != nil || s.Imported != 2 || s.Refused != 1 {
		t.Errorf("got %+v, %v", s, err)
	}
	sound(t, l, 3, 4)
}

// TestReplacedBeforeCrash has a report replaced of which the index knows nothing.
func TestReplacedBeforeCrash(t *testing.T) {
	dir := t.TempDir() + "/library"
	l := opened(t, dir, options(t))
	imported(t, l, numbered(3))
	r, err := l.read(reportAt(t, l, 1).ID)
	if err != nil {
		t.Fatal(err)
	}
	r.Facts = r.Facts[:1]
	packed, err := l.codec.pack(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(l.notePending([]string{r.ID}), l.write(l.report(r.ID), packed), l.Close()); err != nil {
		t.Fatal(err)
	}
	reading := options(t)
	reading.ReadOnly = true
	sound(t, opened(t, dir, reading), 3, 5)
}
