package measure

import (
	"context"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"taizhang/index"
	"taizhang/library"
)

// TestSearchDuringImport lets two clients search without pause while an import
// runs: no error, no report seen in part. The full size also holds that the
// 95th percentile is at most three times that of a library at rest.
func TestSearchDuringImport(t *testing.T) {
	p := newPipeline(t)
	l := newLibrary(t, p)
	n := size(t, 1000, 40)
	whole := imported(t, l, p, generated(t, 0, n))
	idle := newClients(l)
	until := time.Now().Add(idleTime())
	idle.search(t, 2, until.After)
	var importing atomic.Bool
	importing.Store(true)
	busy := newClients(l)
	var searching sync.WaitGroup
	searching.Go(func() { busy.search(t, 2, func(time.Time) bool { return importing.Load() }) })
	more := imported(t, l, p, generated(t, n/reportsPerOffice+1, n))
	importing.Store(false)
	searching.Wait()
	if got := busy.facts(t); got != whole.Facts+more.Facts {
		t.Errorf("%d facts after the import, want %d", got, whole.Facts+more.Facts)
	}
	a, b := percentile(idle.times, 95), percentile(busy.times, 95)
	t.Logf("p95 %.1f ms at rest (%d searches), %.1f ms during an import (%d searches): %.2f times",
		ms(a), len(idle.times), ms(b), len(busy.times), b.Seconds()/a.Seconds())
	if long() && b > 3*a {
		t.Errorf("p95 during an import is %.2f times that at rest, want at most 3", b.Seconds()/a.Seconds())
	}
}

func idleTime() time.Duration {
	if long() {
		return 10 * time.Second
	}
	return time.Second
}

// clients search a library and note how long it takes.
type clients struct {
	library *library.Library
	mutex   sync.Mutex
	times   []time.Duration
}

func newClients(l *library.Library) *clients { return &clients{library: l} }

// search lets so many clients search as long as goOn says.
func (c *clients) search(t *testing.T, clients int, goOn func(time.Time) bool) {
	var all sync.WaitGroup
	for i := range clients {
		all.Go(func() {
			r := rand.New(rand.NewPCG(uint64(i), 1))
			for goOn(time.Now()) {
				c.once(t, r)
			}
		})
	}
	all.Wait()
}

// once asks one question, and holds that every report found is whole: what is
// told of it must be all that is stored.
func (c *clients) once(t *testing.T, r *rand.Rand) {
	texts := []string{"项目", `"全年新增"`, "固定资产投资", "满意度 年份:2016", `"年底前"`, "类型:金额 值:>1亿"}
	text := texts[r.IntN(len(texts))]
	q, err := index.Parse(text)
	if err != nil {
		t.Error(err)
		return
	}
	start := time.Now()
	found, _, err := c.library.Passages(context.Background(), q, index.Page{Limit: 20})
	took := time.Since(start)
	if err != nil {
		t.Errorf("%s: %v", text, err)
	}
	for _, f := range found {
		whole, err := c.library.Report(f.Report.ID)
		if err != nil || len(whole.Facts) != f.Report.Facts {
			t.Errorf("%s: report %s is seen in part: %v", text, f.Report.ID, err)
		}
	}
	c.mutex.Lock()
	c.times = append(c.times, took)
	c.mutex.Unlock()
}

// facts counts all facts that are found.
func (c *clients) facts(t *testing.T) int {
	t.Helper()
	_, total, err := c.library.Facts(context.Background(), index.Query{}, index.Page{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return total.Count
}
