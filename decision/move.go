package decision

import "taizhang/report"

// Move returns decisions about places in documents that have a home elsewhere as
// decisions about the same words there: to maps hashes of documents. A report
// that came in another version keeps so what was decided of it. Decisions about
// whole documents stay.
func Move(all []report.Decision, to map[string]string) []report.Decision {
	if len(to) == 0 {
		return all
	}
	out := make([]report.Decision, len(all))
	for i, d := range all {
		d.Target, d.Other = moved(d.Target, to), moved(d.Other, to)
		out[i] = d
	}
	return out
}

// moved returns the key in its document's home. The second witness is of the
// other document's bytes.
func moved(k report.DecisionKey, to map[string]string) report.DecisionKey {
	if home, ok := to[k.Document]; ok && k.Sentence != "" {
		k.Document, k.Source = home, report.Span{}
	}
	return k
}
