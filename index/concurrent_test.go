package index

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"taizhang/report"
)

// TestSearchWhileReportsComeAndGo looks all the time: no error, and no report
// of which only a part is seen.
func TestSearchWhileReportsComeAndGo(t *testing.T) {
	x, _ := indexed(t)
	s := &growing{all: shelf{}}
	const reports = 60
	ctx, stop := context.WithCancel(t.Context())
	var lookers sync.WaitGroup
	for _, look := range []func(context.Context, *Index, Store) error{wholeFacts, wholePassages, wholeFacets, wholeNames} {
		lookers.Go(func() {
			for ctx.Err() == nil {
				if err := look(ctx, x, s); err != nil && ctx.Err() == nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := 0; i < reports; i += 3 {
		var all []Prepared
		for k := range 3 {
			r := eight(t, i+k)
			p, err := x.Prepare(r)
			if err != nil {
				t.Fatal(err)
			}
			s.put(r)
			all = append(all, p)
		}
		if err := x.Add(all); err != nil {
			t.Fatal(err)
		}
		if i%9 == 0 {
			if err := x.Remove(all[0].entry.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	stop()
	lookers.Wait()
}

// growing is a Store to which reports are added while others read.
type growing struct {
	mutex sync.Mutex
	all   shelf
}

func (g *growing) put(r *report.Report) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.all[r.ID] = r
}

func (g *growing) Report(id string) (*report.Report, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.all.Report(id)
}

func (g *growing) Text(id string) (*report.Report, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.all.Text(id)
}

// eight returns a report with eight facts, each in a sentence of its own.
func eight(t testing.TB, number int) *report.Report {
	m := made{org: "县教育局", year: 2000 + number, text: fmt.Sprintf("县教育局总结%d\n", number)}
	for i := range 8 {
		sentence := fmt.Sprintf("新增学位%d个。", 100+i)
		m.text += sentence + "\n"
		m.facts = append(m.facts, report.Fact{Kind: report.KindCount, Modality: report.Actual, Indicator: "学位",
			Text: fmt.Sprintf("%d个", 100+i), Sentence: sentence, Value: amount(fmt.Sprint(100+i), "个")})
	}
	return m.report(t)
}

func wholeFacts(ctx context.Context, x *Index, s Store) error {
	found, total, err := x.Facts(ctx, Query{words{text: "学位", folded: "学位"}}, Page{Sort: "-value"}, s)
	if err != nil {
		return err
	}
	byReport := map[string]int{}
	for _, f := range found {
		byReport[f.Report]++
	}
	for id, n := range byReport {
		if n != 8 {
			return fmt.Errorf("%d of 8 facts of report %s are seen", n, id)
		}
	}
	if total.Count != len(found) {
		return fmt.Errorf("%d facts, counted %d", len(found), total.Count)
	}
	return nil
}

func wholePassages(ctx context.Context, x *Index, s Store) error {
	found, _, err := x.Passages(ctx, Query{words{text: "增学", folded: "增学"}}, Page{}, s)
	if err == nil && len(found)%8 != 0 {
		err = fmt.Errorf("%d sentences, want eight of each report", len(found))
	}
	return err
}

func wholeFacets(ctx context.Context, x *Index, _ Store) error {
	f, err := x.FactFacets(ctx, Query{}, 0)
	if err != nil {
		return err
	}
	for _, v := range f.Facets[0].Values {
		if v.Count != 8 {
			return fmt.Errorf("%d of 8 facts of %s are counted", v.Count, v.Value)
		}
	}
	return nil
}

func wholeNames(_ context.Context, x *Index, _ Store) error {
	for _, s := range x.Suggest("学", 5) {
		if s.Count%8 != 0 {
			return fmt.Errorf("%d facts about %s, want eight of each report", s.Count, s.Text)
		}
	}
	return nil
}
