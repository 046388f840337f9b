package client

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"taizhang/index"
	"taizhang/library"
	"taizhang/service"
)

// TestSearchingWhileImporting has two clients search without pause while a third
// imports through the same server. Nobody sees an error or half a report; with
// TAIZHANG_LONG the times are held against those of an idle server.
func TestSearchingWhileImporting(t *testing.T) {
	stored, come, rounds := 10, 30, 20
	long := os.Getenv("TAIZHANG_LONG") != ""
	if long {
		stored, come, rounds = 400, 300, 200
	}
	const sentences = 40
	s := newSite(t)
	files := make([]library.Input, 0, stored+come)
	for i := range stored + come {
		files = append(files, made(i+1, sentences))
	}
	take := func(files []library.Input) {
		t.Helper()
		sum, err := s.dial(t).Import(context.Background(), service.ImportRequest{Files: files}, nil)
		if err != nil || sum.Imported != len(files) {
			t.Fatal(sum.Imported, err)
		}
	}
	take(files[:stored])
	whole := factsByReport(t, s.dial(t))
	idle := searches(t, s, whole[0], func(round int) bool { return round < rounds })
	importing := make(chan struct{})
	var clients sync.WaitGroup
	busy := make([][]time.Duration, 2)
	for i := range busy {
		clients.Go(func() {
			busy[i] = searches(t, s, whole[0], func(int) bool {
				select {
				case <-importing:
					return false
				default:
					return true
				}
			})
		})
	}
	take(files[stored:])
	close(importing)
	clients.Wait()
	if counts := factsByReport(t, s.dial(t)); len(counts) != stored+come || counts[0] != counts[len(counts)-1] {
		t.Errorf("%d reports with %v facts, want %d all alike", len(counts), counts, stored+come)
	}
	a, b := percentile95(idle), percentile95(slices.Concat(busy...))
	t.Logf("%d searches idle: p95 %v; %d during the import of %d files: p95 %v, %.1f times",
		len(idle), a, len(slices.Concat(busy...)), come, b, float64(b)/float64(a))
	if long && b > 3*a {
		t.Errorf("p95 of a search %v during the import, idle %v: want at most 3 times", b, a)
	}
}

// searches searches as long as it is told, and returns how long each search
// took. Every report it sees has all its facts.
func searches(t *testing.T, s *site, facts int, more func(round int) bool) []time.Duration {
	c := s.dial(t)
	ctx := context.Background()
	var took []time.Duration
	for round := 0; more(round); round++ {
		query := []string{"完成第3类项目", "投入资金 年份:2023", "\"类项目\"", "成第1类"}[round%4]
		begin := time.Now()
		found, err := c.Search(ctx, service.SearchRequest{Query: query, Page: index.Page{Limit: 20}})
		took = append(took, time.Since(begin))
		if err != nil || len(found.Passages) == 0 {
			t.Errorf("search %s: %d found, %v", query, len(found.Passages), err)
			return took
		}
		office := found.Passages[0].Report.ID
		r, err := c.Report(office)
		if err != nil || len(r.Facts) != facts {
			t.Errorf("report %s: %d facts, %v, want %d", office, len(r.Facts), err, facts)
			return took
		}
		all, err := c.Facts(ctx, service.FactsRequest{Query: fmt.Sprintf("单位:=%q", r.Outline.Org)})
		if err != nil || len(all.Facts) != facts {
			t.Errorf("facts of %s: %d, %v, want all %d or none", r.Outline.Org, len(all.Facts), err, facts)
			return took
		}
	}
	return took
}

// factsByReport returns the numbers of facts that the reports have in the index,
// rising.
func factsByReport(t *testing.T, c *Client) []int {
	t.Helper()
	found, err := c.Facts(context.Background(), service.FactsRequest{})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range found.Facts {
		counts[f.Report]++
	}
	var out []int
	for _, n := range counts {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

func percentile95(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)*95/100]
}
