package service

import (
	"hash/fnv"
	"slices"

	"taizhang/report"
)

// namesSaid are the hashes of all indicators and subjects that have a value in a
// report, rising: enough to know which reports need not be read for a series.
type namesSaid []uint32

func namesSaidIn(r report.Report) namesSaid {
	var out namesSaid
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Value != nil {
			out = append(out, hashOfName(f.Indicator), hashOfName(f.Subject))
		}
	}
	slices.Sort(out)
	return slices.Clone(slices.Compact(out))
}

func (n namesSaid) may(name string) bool {
	_, found := slices.BinarySearch(n, hashOfName(name))
	return found
}

func hashOfName(name string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name))
	return h.Sum32()
}
