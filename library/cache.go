package library

import (
	"container/list"
	"sync"

	"taizhang/report"
)

// About how much memory reports kept at hand may take, and reports without
// their facts.
const (
	reportBytes = 64 << 20
	textBytes   = 16 << 20
)

// cache keeps the reports that were read last.
type cache struct {
	limit int
	mutex sync.Mutex
	size  int
	order *list.List // of *report.Report, last used first
	byID  map[string]*list.Element
}

func newCache(limit int) *cache {
	return &cache{limit: limit, order: list.New(), byID: map[string]*list.Element{}}
}

// weight is a rough guess at the memory a report takes.
func weight(r *report.Report) int {
	return 3*len(r.Text.Body) + 1200*len(r.Facts) + 24*len(r.Text.Runs)
}

func (c *cache) get(id string) (*report.Report, bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	e, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*report.Report), true
}

func (c *cache) drop(id string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if e, ok := c.byID[id]; ok {
		c.size -= weight(c.order.Remove(e).(*report.Report))
		delete(c.byID, id)
	}
}

// put keeps a report if it is still as it should be: who changes how reports
// look does so before dropping them.
func (c *cache) put(r *report.Report, isFresh func() bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if _, ok := c.byID[r.ID]; ok || !isFresh() {
		return
	}
	c.byID[r.ID] = c.order.PushFront(r)
	for c.size += weight(r); c.size > c.limit && c.order.Len() > 1; {
		last := c.order.Remove(c.order.Back()).(*report.Report)
		delete(c.byID, last.ID)
		c.size -= weight(last)
	}
}
