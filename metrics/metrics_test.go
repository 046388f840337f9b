package metrics

import (
	"net/http/httptest"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"taizhang/library"
)

// read parses what a server answers with Prometheus' own parser.
func read(t *testing.T, m *Metrics) map[string]*dto.MetricFamily {
	t.Helper()
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(w.Body)
	if err != nil || w.Code != 200 {
		t.Fatal(w.Code, err)
	}
	return families
}

func value(f *dto.MetricFamily, label string) float64 {
	for _, m := range f.GetMetric() {
		for _, l := range m.GetLabel() {
			if l.GetValue() == label {
				return m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount())
			}
		}
	}
	return -1
}

func TestMetrics(t *testing.T) {
	m := New(func() (Holdings, error) { return Holdings{Reports: 3, Facts: 120, IndexBytes: 4096}, nil })
	m.File(library.Result{Status: library.Imported, Facts: 40, Seconds: 0.2})
	m.File(library.Result{Status: library.Imported, Facts: 2, Seconds: 0.1})
	m.File(library.Result{Status: library.Refused, Code: "damaged"})
	m.Took("search", 20*time.Millisecond)
	m.Request("GET /reports", 200, time.Millisecond)
	families := read(t, m)
	for _, want := range []struct {
		name, label string
		value       float64
	}{
		{"taizhang_documents_total", "imported", 2},
		{"taizhang_documents_total", "refused", 1},
		{"taizhang_refusals_total", "damaged", 1},
		{"taizhang_work_seconds", "search", 1},
		{"taizhang_http_request_seconds", "GET /reports", 1},
	} {
		if got := value(families[want.name], want.label); got != want.value {
			t.Errorf("%s{%s} %v, want %v", want.name, want.label, got, want.value)
		}
	}
	if got := families["taizhang_facts_total"].GetMetric()[0].GetCounter().GetValue(); got != 42 {
		t.Errorf("%v facts extracted, want 42", got)
	}
	for name, want := range map[string]float64{"taizhang_reports": 3, "taizhang_facts": 120, "taizhang_index_bytes": 4096} {
		if got := families[name].GetMetric()[0].GetGauge().GetValue(); got != want {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
}

func TestNoMetrics(t *testing.T) {
	var m *Metrics
	m.File(library.Result{})
	m.Took("search", time.Second)
	m.Request("GET /", 200, time.Second)
}
