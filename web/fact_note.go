package web

import (
	"taizhang/export"
	"taizhang/report"
)

// factNote is a fact in a line: what, how much, by when.
type factNote struct {
	ID        string
	Kind      report.Kind
	Mode      report.Modality
	Against   report.Comparison
	What      string
	Value     string
	Due       string
	Corrected bool
}

func noteOf(f *report.Fact) factNote {
	n := factNote{ID: f.ID, Kind: f.Kind, Mode: f.Modality, Against: f.Comparison, What: f.Indicator,
		Value: export.Value(f.Value), Due: f.Due.String(), Corrected: f.Decision != ""}
	if n.What == "" {
		n.What = f.Action + f.Subject
	}
	if n.Value == "" || f.Kind == report.KindRank {
		n.Value = f.Text
	}
	if n.What == n.Value {
		n.What = ""
	}
	return n
}
