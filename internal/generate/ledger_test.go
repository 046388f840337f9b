package generate_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"taizhang/internal/generate"
	"taizhang/internal/gold"
	"taizhang/pipeline"
	"taizhang/report"
	"taizhang/series"
	"taizhang/track"
)

// stages loads rules and dictionaries once for all tests.
var stages = sync.OnceValues(func() (*pipeline.Pipeline, error) {
	p, _, err := pipeline.New(pipeline.Options{CacheDir: filepath.Join(os.TempDir(), "taizhang-test")})
	return p, err
})

// TestLedgerOfGeneratedOffices holds the ledger against the truth: what is
// silent is never called done or missed, and every planted break and copy is
// found, none that was not planted. TAIZHANG_LONG=1 takes fifty offices
// over ten years; TAIZHANG_ERRORS=1 lists what is wrong.
func TestLedgerOfGeneratedOffices(t *testing.T) {
	offices, years := 6, 6
	if os.Getenv("TAIZHANG_LONG") != "" {
		offices, years = 50, 10
	}
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	m := &matrix{counts: map[string]int{}}
	flags := planted{}
	words := track.NewWords(p.Words)
	today := report.NewDate(2014+years, 6, 30)
	for _, o := range extracted(t, p, generate.Options{Seed: 1, Years: years}, offices) {
		m.add(o, track.Ledger(o.reports, words, track.Options{Today: today}))
		wrong := flags.add(o, flagsOf(o, series.NewWords(p.Words)))
		m.errors = append(m.errors, wrong...)
		for _, e := range wrong {
			t.Error(e)
		}
	}
	t.Log("\n" + m.String() + flags.String())
	if os.Getenv("TAIZHANG_ERRORS") != "" {
		t.Log("\n" + strings.Join(m.errors, "\n"))
	}
	for _, e := range m.claimed {
		t.Error("silent in truth: " + e)
	}
	if m.found*100 < m.promises*95 {
		t.Errorf("%d of %d promises found, want 95 %%", m.found, m.promises)
	}
}

// office is a generated office with its reports as the pipeline reads them.
type office struct {
	generate.Office
	reports []report.Report
}

// extracted makes offices and reads their reports, as many at a time as there
// are processors.
func extracted(t testing.TB, p *pipeline.Pipeline, o generate.Options, offices int) []office {
	t.Helper()
	g, err := generate.New(o)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]office, offices)
	var workers sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				out[i] = office{Office: g.Office(i)}
				for _, r := range out[i].Reports {
					read, err := p.File(t.Context(), r.Name, []byte(r.Text), pipeline.Hints{})
					if err != nil {
						t.Error(err)
					}
					out[i].reports = append(out[i].reports, read)
				}
			}
		})
	}
	for i := range offices {
		next <- i
	}
	close(next)
	workers.Wait()
	return out
}

// matrix counts what a ledger says against what is true.
type matrix struct {
	promises, found, right         int
	quoted, quotedRight            int            // answered in truth and in the ledger; by the true sentence first
	counts                         map[string]int // fate → status
	claimed                        []string       // silent, but called done or missed
	errors                         []string
	chains, chainsWhole, falseLink int
	lines, extra                   int // of the ledger; those that no promise of the truth stands behind
}

// add compares the ledger of one office with its truth.
func (m *matrix) add(o office, lines []report.Commitment) {
	made := map[string]int{}
	for _, r := range o.reports {
		made[r.ID] = r.Outline.Reviewed
	}
	of := map[string]*report.Commitment{} // by id of the promise
	behind := map[string]string{}         // chain by id of the line
	for _, p := range o.Truth.Promises {
		mine := linesOf(lines, made, p)
		for _, l := range mine {
			behind[l.ID] = p.Chain
			m.silence(p, l)
		}
		m.promises++
		if len(mine) == 0 {
			m.counts[string(p.Fate)+" → none"]++
			m.errors = append(m.errors, fmt.Sprintf("%d %s not found: %s", p.Year, p.Family, p.Made.Text))
			continue
		}
		of[p.ID] = mine[0]
		m.judge(p, mine[0])
	}
	m.lines += len(lines)
	for _, l := range lines {
		if behind[l.ID] == "" {
			m.extra++
			m.errors = append(m.errors, "no promise's: "+l.Text)
		}
	}
	m.addChains(o, of, behind, lines)
}

// linesOf returns the lines of the ledger that are the promise, the closest
// first.
func linesOf(lines []report.Commitment, made map[string]int, p *generate.Promise) []*report.Commitment {
	text := gold.Squeeze(p.Made.Text)
	var out []*report.Commitment
	for i, l := range lines {
		own := gold.Squeeze(l.Text)
		if made[l.MadeIn] != p.Made.Report || !strings.Contains(gold.Squeeze(p.Made.Sentence), gold.Squeeze(l.Sentence)) &&
			!strings.Contains(gold.Squeeze(l.Sentence), text) {
			continue
		}
		if strings.Contains(text, own) || strings.Contains(own, text) || common(own, text) > 0.6 {
			out = append(out, &lines[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *report.Commitment) int {
		return cmp.Compare(common(gold.Squeeze(b.Text), text), common(gold.Squeeze(a.Text), text))
	})
	return out
}

// common returns the share of character pairs that two texts have in common.
func common(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	both := 0
	for p := range x {
		if y[p] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}

func pairs(s string) map[string]bool {
	out := map[string]bool{}
	runes := []rune(s)
	for i := 0; i+1 < len(runes); i++ {
		out[string(runes[i:i+2])] = true
	}
	return out
}

// silence notes a line that is called done or missed where nothing was said.
func (m *matrix) silence(p *generate.Promise, l *report.Commitment) {
	if p.Fate != generate.Silent {
		return
	}
	switch l.Status {
	case report.Done, report.Exceeded, report.Late, report.Partial, report.Missed:
		m.claimed = append(m.claimed, describe(p, l))
	}
}

func (m *matrix) judge(p *generate.Promise, l *report.Commitment) {
	m.found++
	m.counts[string(p.Fate)+" → "+string(l.Status)]++
	if slices.Contains(p.Status, string(l.Status)) {
		m.right++
	} else {
		m.errors = append(m.errors, describe(p, l))
	}
	if len(p.Answers) == 0 || len(l.Answers) == 0 {
		return
	}
	m.quoted++
	for _, a := range p.Answers {
		if s := gold.Squeeze(l.Answers[0].Sentence); strings.Contains(s, gold.Squeeze(a.Text)) || strings.Contains(gold.Squeeze(a.Sentence), s) {
			m.quotedRight++
			return
		}
	}
	m.errors = append(m.errors, "other answer first: "+describe(p, l))
}

// describe writes a promise, its fate and answers, and what the ledger says.
func describe(p *generate.Promise, l *report.Commitment) string {
	s := fmt.Sprintf("%d %s %s, want %s, got %s: %s", p.Year, p.Family, p.Fate, strings.Join(p.Status, "|"), l.Status, p.Made.Text)
	for _, a := range p.Answers {
		s += fmt.Sprintf("\n    true %d: %s", a.Report, a.Text)
	}
	for _, a := range l.Answers {
		s += fmt.Sprintf("\n    said %d: %s (%s, %s, %.2f)", a.Year, a.Sentence, a.Verdict, a.Why, a.Score)
	}
	return s
}

// addChains counts the chains under shrinking names that the ledger keeps
// whole, and the links to another matter.
func (m *matrix) addChains(o office, of map[string]*report.Commitment, behind map[string]string, lines []report.Commitment) {
	for _, c := range o.Truth.Chains {
		if !c.Shrinks {
			continue
		}
		m.chains++
		if whole(c, of) {
			m.chainsWhole++
		} else {
			m.errors = append(m.errors, "chain is not whole: "+strings.Join(c.Names, " → "))
		}
	}
	said := map[string]string{} // chain by report and text
	for _, l := range lines {
		said[l.MadeIn+l.Text] = behind[l.ID]
	}
	for _, l := range lines {
		for _, w := range l.Chain {
			if mine, other := behind[l.ID], said[w.Report+w.Text]; mine != "" && other != "" && mine != other {
				m.falseLink++
				m.errors = append(m.errors, fmt.Sprintf("false link: %s ↔ %s", l.Text, w.Text))
			}
		}
	}
}

// whole tells whether each promise of a chain knows the one before it.
func whole(c generate.Chain, of map[string]*report.Commitment) bool {
	for i := 1; i < len(c.Promises); i++ {
		a, b := of[c.Promises[i-1]], of[c.Promises[i]]
		if a == nil || b == nil {
			return false
		}
		if !slices.ContainsFunc(b.Chain, func(w report.Wording) bool { return w.Report == a.MadeIn && w.Text == a.Text }) {
			return false
		}
	}
	return true
}

func (m *matrix) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "promises %d, found %d, status right %d (%.3f); lines %d, of them no promise's %d\n",
		m.promises, m.found, m.right, float64(m.right)/float64(m.promises), m.lines, m.extra)
	fmt.Fprintf(&b, "first answer is the true one: %d of %d; silent but called done or missed: %d\n", m.quotedRight, m.quoted, len(m.claimed))
	fmt.Fprintf(&b, "chains under shrinking names: %d, whole %d, links to another matter %d\n", m.chains, m.chainsWhole, m.falseLink)
	b.WriteString(m.table())
	return b.String()
}

// table prints fates down and statuses across.
func (m *matrix) table() string {
	var fates, statuses []string
	for k := range m.counts {
		fate, status, _ := strings.Cut(k, " → ")
		fates, statuses = append(fates, fate), append(statuses, status)
	}
	slices.Sort(fates)
	slices.Sort(statuses)
	fates, statuses = slices.Compact(fates), slices.Compact(statuses)
	var b strings.Builder
	b.WriteString("| fate |")
	for _, s := range statuses {
		b.WriteString(" " + s + " |")
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(statuses)+1) + "\n")
	for _, f := range fates {
		b.WriteString("| " + f + " |")
		for _, s := range statuses {
			fmt.Fprintf(&b, " %d |", m.counts[f+" → "+s])
		}
		b.WriteString("\n")
	}
	return b.String()
}
