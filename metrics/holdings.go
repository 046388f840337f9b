package metrics

import "github.com/prometheus/client_golang/prometheus"

// holdingsCollector asks what is in the library whenever the counters are read.
type holdingsCollector struct {
	holdings                  func() (Holdings, error)
	reports, facts, indexSize *prometheus.Desc
}

func newHoldingsCollector(holdings func() (Holdings, error)) *holdingsCollector {
	return &holdingsCollector{
		holdings:  holdings,
		reports:   prometheus.NewDesc("taizhang_reports", "Reports in the library.", nil, nil),
		facts:     prometheus.NewDesc("taizhang_facts", "Facts in the library.", nil, nil),
		indexSize: prometheus.NewDesc("taizhang_index_bytes", "Size of the index on disk.", nil, nil),
	}
}

// Describe names the gauges.
func (c *holdingsCollector) Describe(out chan<- *prometheus.Desc) {
	out <- c.reports
	out <- c.facts
	out <- c.indexSize
}

// Collect reads them.
func (c *holdingsCollector) Collect(out chan<- prometheus.Metric) {
	h, err := c.holdings()
	if err != nil {
		out <- prometheus.NewInvalidMetric(c.reports, err)
		return
	}
	out <- prometheus.MustNewConstMetric(c.reports, prometheus.GaugeValue, float64(h.Reports))
	out <- prometheus.MustNewConstMetric(c.facts, prometheus.GaugeValue, float64(h.Facts))
	out <- prometheus.MustNewConstMetric(c.indexSize, prometheus.GaugeValue, float64(h.IndexBytes))
}
