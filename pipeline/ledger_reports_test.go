package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/report"
	"taizhang/track"
)

// reportShares are floors of the ledger of real reports: what is reached, less
// a little.
type reportShares struct{ found, status, claims, answers float64 }

// reportFloors returns the floors of a part of the promises. They only go up.
func reportFloors(part string) reportShares {
	switch part {
	case "second reader":
		return reportShares{found: 0.74, status: 0.42, claims: 0.97, answers: 0.34}
	case "second reader, held out":
		return reportShares{found: 0.74, status: 0.46, claims: 0.97, answers: 0.30}
	case "held out":
		return reportShares{found: 0.97, status: 0.83, claims: 0.92, answers: 0.71}
	}
	return reportShares{found: 0.97, status: 0.91, claims: 0.97, answers: 0.865}
}

// TestLedgerOfRealReports scores the ledger of real reports against promises
// followed by hand. The promises held out are counted, never listed.
func TestLedgerOfRealReports(t *testing.T) {
	s := scoreReports(t, "testdata/ledger/guowuyuan.jsonl")
	for _, part := range []string{"open", "held out"} {
		p := s.part(part == "held out")
		t.Logf("%s\n%s", part, p)
		p.hold(t, part, reportFloors(part))
	}
	s.list(t)
}

// TestLedgerOfASecondReader scores the same ledger against promises that
// another reader chose among those the first had left.
func TestLedgerOfASecondReader(t *testing.T) {
	s := scoreReports(t, "testdata/ledger/guowuyuan-second.jsonl")
	for _, part := range []string{"second reader", "second reader, held out"} {
		p := s.part(part != "second reader")
		t.Logf("%s\n%s", part, p)
		p.hold(t, part, reportFloors(part))
	}
	s.list(t)
}

// list prints the errors, where they are asked for.
func (s *reportScore) list(t *testing.T) {
	t.Helper()
	if os.Getenv("TAIZHANG_ERRORS") != "" {
		t.Log("\n" + strings.Join(s.open.errors, "\n"))
	}
}

func scoreReports(t *testing.T, name string) *reportScore {
	t.Helper()
	files := documentsByHash(t, filepath.Join(sharedDir(t), "corpus"))
	g := readReportLedger(t, name)
	s := reportScore{reports: map[string]report.Report{}}
	var reports []report.Report
	for _, d := range g.Documents {
		file, ok := files[d.Document]
		if !ok {
			t.Skipf("the report of %d is not below TAIZHANG_SHARED", d.Year)
		}
		r := extract(t, file)
		reports = append(reports, r)
		s.reports[d.Document] = r
	}
	s.lines = track.Ledger(reports, track.NewWords(pipeline(t).Words), track.Options{Today: g.today(t)})
	for _, p := range g.promises {
		s.add(t, p)
	}
	return &s
}

// reportScore scores the ledger of real reports.
type reportScore struct {
	reports    map[string]report.Report // by document
	lines      []report.Commitment
	open, held reportPart
}

func (s *reportScore) part(held bool) *reportPart {
	if held {
		return &s.held
	}
	return &s.open
}

// add scores one promise.
func (s *reportScore) add(t *testing.T, p reportPromise) {
	t.Helper()
	r := s.reports[p.Document]
	clause, sentence, ok := p.in(r.Text.Body)
	if !ok {
		t.Errorf("%s: the sentence is not in the repaired text any more", p.ID)
		return
	}
	l := s.line(r, clause, p)
	to := s.part(p.HeldOut)
	to.count(p, l, s.rank(t, p, l))
	if !to.right(p, l) || !to.quoted(p, l, s.rank(t, p, l)) {
		to.errors = append(to.errors, s.describe(p, l, r.Text.Body[clause.Start:clause.End])+s.beside(r, sentence, l))
	}
}

// line returns the line of the ledger that is the promise: it shares a number
// promised, or at least words, with the clause.
func (s *reportScore) line(r report.Report, clause report.Span, p reportPromise) *report.Commitment {
	places := map[string]report.Span{}
	for _, f := range r.Facts {
		places[f.ID] = report.Span{Start: f.Place.Start, End: f.Place.End}
	}
	var best *report.Commitment
	most := [2]int{}
	for i, l := range s.lines {
		if l.MadeIn != r.ID {
			continue
		}
		score := [2]int{}
		for _, f := range l.Facts {
			score[1] += common(places[f], clause)
		}
		if len(l.Facts) == 0 {
			score[1] += common(report.Span{Start: l.Place.Start, End: l.Place.End}, clause)
		}
		if score[1] == 0 {
			continue
		}
		score[0] = sharedTargets(l, p)
		if best == nil || slices.Compare(score[:], most[:]) > 0 {
			best, most = &s.lines[i], score
		}
	}
	return best
}

func common(a, b report.Span) int {
	return max(0, min(a.End, b.End)-max(a.Start, b.Start))
}

func sharedTargets(l report.Commitment, p reportPromise) int {
	n := 0
	for _, want := range p.Targets {
		d, err := report.ParseDecimal(want.Min)
		if err == nil && slices.ContainsFunc(l.Targets, func(c report.CommitmentTarget) bool { return c.Min.Equal(d) }) {
			n++
		}
	}
	return n
}

// rank returns the place of the gold's answer among the line's, from 1; 0
// where it is not among them.
func (s *reportScore) rank(t *testing.T, p reportPromise, l *report.Commitment) int {
	t.Helper()
	if l == nil {
		return 0
	}
	for i, a := range l.Answers {
		for _, q := range p.answers() {
			r := s.reports[q.Document]
			_, sentence, ok := q.in(r.Text.Body)
			if !ok {
				t.Errorf("%s: the answer is not in the repaired text any more", p.ID)
			}
			if a.Report == r.ID && common(sentence, report.Span{Start: a.Place.Start, End: a.Place.End}) > 0 {
				return i + 1
			}
		}
	}
	return 0
}

// describe tells a person what was wanted and what the ledger says.
func (s *reportScore) describe(p reportPromise, l *report.Commitment, words string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n    want %d %s (%s)\n", p.ID, words, p.Year, p.Status, p.Note)
	for _, q := range p.answers() {
		body := s.reports[q.Document].Text.Body
		if c, _, ok := q.in(body); ok {
			fmt.Fprintf(&b, "    answer %d: %s\n", s.reports[q.Document].Outline.Planned, body[c.Start:c.End])
		}
	}
	if l == nil {
		return b.String() + "    not found"
	}
	fmt.Fprintf(&b, "    got  %d %s: %s %v", l.Year, l.Status, l.Text, targetWords(l))
	for _, a := range l.Answers[:min(3, len(l.Answers))] {
		fmt.Fprintf(&b, "\n    quotes %d %.2f %s: %s (%s)", a.Year, a.Score, a.Verdict, a.Sentence, a.Why)
	}
	return b.String()
}

// beside lists, for a promise that was not found, the promises that were found
// in its sentence.
func (s *reportScore) beside(r report.Report, sentence report.Span, l *report.Commitment) string {
	var b strings.Builder
	for _, o := range s.lines {
		if l == nil && o.MadeIn == r.ID && common(sentence, report.Span{Start: o.Place.Start, End: o.Place.End}) > 0 {
			fmt.Fprintf(&b, "\n    beside it: %s", o.Text)
		}
	}
	return b.String()
}

func targetWords(l *report.Commitment) []string {
	var out []string
	for _, c := range l.Targets {
		out = append(out, fmt.Sprintf("%s %s%s%s", c.Bound, c.Min, c.Unit, c.Comparison))
	}
	return out
}
