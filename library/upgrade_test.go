package library

import (
	"os"
	"testing"

	"taizhang/report"
)

// TestUpgrade opens a library that the program of format 1 wrote.
func TestUpgrade(t *testing.T) {
	o := options(t)
	for name, readOnly := range map[string]bool{"for writing": false, "for reading": true} {
		dir := t.TempDir() + "/library"
		if err := os.CopyFS(dir, os.DirFS("testdata/format1")); err != nil {
			t.Fatal(err)
		}
		o.ReadOnly = readOnly
		l := opened(t, dir, o)
		if v, err := l.version(); err != nil || v != formatVersion {
			t.Errorf("%s: the format is %d (%v), want %d", name, v, err, formatVersion)
		}
		sound(t, l, 3, 6)
		if got := names(t, dir); got != "柳荫小学" {
			t.Errorf("%s: got names %q", name, got)
		}
		if err := l.loadCatalogue(); err != nil {
			t.Fatal(err)
		}
		given := 0
		for _, k := range l.catalogue.cards {
			if k.Given == (report.Given{Org: "区重建中心"}) {
				given++
			}
		}
		if given != 1 {
			t.Errorf("%s: %d reports know what was given at import, want 1", name, given)
		}
	}
}
