package library

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"taizhang/index"
)

// TestSearchWhileImporting holds that nobody sees half a report: of each, both
// facts and all sentences are there, or none.
func TestSearchWhileImporting(t *testing.T) {
	l := opened(t, t.TempDir()+"/library", options(t))
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for _, query := range []string{"类型:数量", "新增学位 OR 建成学校"} {
		q, err := index.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		for _, look := range []func(context.Context, index.Query) (map[string]int, error){l.factsByReport, l.passagesByReport} {
			readers.Go(func() {
				for ctx.Err() == nil {
					if err := allOrNothing(look(t.Context(), q)); err != nil {
						t.Errorf("%s: %v", query, err)
						return
					}
				}
			})
		}
	}
	imported(t, l, numbered(150))
	stop()
	readers.Wait()
	sound(t, l, 150, 300)
}

func allOrNothing(seen map[string]int, err error) error {
	if err != nil {
		return err
	}
	for id, n := range seen {
		if n != 2 {
			return fmt.Errorf("%d of report %s, want 2", n, id)
		}
	}
	return nil
}

func (l *Library) factsByReport(ctx context.Context, q index.Query) (map[string]int, error) {
	found, _, err := l.Facts(ctx, q, index.Page{Limit: 10000})
	seen := map[string]int{}
	for _, f := range found {
		seen[f.Report]++
	}
	return seen, err
}

func (l *Library) passagesByReport(ctx context.Context, q index.Query) (map[string]int, error) {
	found, _, err := l.Passages(ctx, q, index.Page{})
	seen := map[string]int{}
	for _, p := range found {
		seen[p.Report.ID]++
	}
	return seen, err
}
