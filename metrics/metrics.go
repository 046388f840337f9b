// Package metrics counts what a server does, for Prometheus. It counts words
// and times, never what documents or queries say.
package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"taizhang/library"
)

// Holdings is what is in a library.
type Holdings struct {
	Reports    int
	Facts      int
	IndexBytes int64
}

// Metrics are the counters of one server. The methods of a nil *Metrics do
// nothing.
type Metrics struct {
	registry  *prometheus.Registry
	documents *prometheus.CounterVec
	refusals  *prometheus.CounterVec
	facts     prometheus.Counter
	extracted prometheus.Histogram
	work      *prometheus.HistogramVec
	requests  *prometheus.HistogramVec
}

// times are the bounds of durations, in seconds: from a cached page to a large
// import.
func times() []float64 {
	return []float64{.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 1800}
}

// New returns counters at nought. holdings is asked whenever they are read.
func New(holdings func() (Holdings, error)) *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry()}
	m.documents = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "taizhang_documents_total",
		Help: "Documents of imports, by what became of them."}, []string{"status"})
	m.refusals = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "taizhang_refusals_total",
		Help: "Documents refused, by the code of the reason."}, []string{"code"})
	m.facts = prometheus.NewCounter(prometheus.CounterOpts{Name: "taizhang_facts_total",
		Help: "Facts extracted from documents taken in."})
	m.extracted = prometheus.NewHistogram(prometheus.HistogramOpts{Name: "taizhang_extract_seconds",
		Help: "Time to extract one document.", Buckets: times()})
	m.work = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "taizhang_work_seconds",
		Help: "Time of one import, search, ledger and so on.", Buckets: times()}, []string{"work"})
	m.requests = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "taizhang_http_request_seconds",
		Help: "Time to answer a request.", Buckets: times()}, []string{"route", "status"})
	m.registry.MustRegister(m.documents, m.refusals, m.facts, m.extracted, m.work, m.requests,
		newHoldingsCollector(holdings), collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// File counts a file of an import.
func (m *Metrics) File(r library.Result) {
	if m == nil {
		return
	}
	m.documents.WithLabelValues(string(r.Status)).Inc()
	switch r.Status {
	case library.Refused:
		m.refusals.WithLabelValues(r.Code).Inc()
	case library.Imported, library.Partly:
		m.facts.Add(float64(r.Facts))
		m.extracted.Observe(r.Seconds)
	}
}

// Took measures a use case.
func (m *Metrics) Took(work string, took time.Duration) {
	if m != nil {
		m.work.WithLabelValues(work).Observe(took.Seconds())
	}
}

// Request measures a request, by the row of routes that answered it.
func (m *Metrics) Request(route string, status int, took time.Duration) {
	if m != nil {
		m.requests.WithLabelValues(route, strconv.Itoa(status)).Observe(took.Seconds())
	}
}

// ServeHTTP writes the counters in the format of Prometheus.
func (m *Metrics) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if m == nil {
		http.NotFound(w, r)
		return
	}
	promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{DisableCompression: true}).ServeHTTP(w, r)
}
