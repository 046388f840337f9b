package measure

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestImportBesideRecoll imports 3,000 generated reports, facts and all, in turn
// with recollindex (Debian's recollcmd) over the same files, three times each.
// It prints documents a second, sizes and memory, and holds what is promised:
// 2.5 times recollindex's documents a second, four times the text on disk
// without the originals, less than 900 MB of memory.
func TestImportBesideRecoll(t *testing.T) {
	if !long() {
		t.Skip("TAIZHANG_LONG=1 runs it")
	}
	recoll, err := exec.LookPath("recollindex")
	if err != nil {
		t.Skip("recollindex is not installed: apt-get install --no-install-recommends recollcmd")
	}
	n := size(t, 3000, 3000)
	reports := filepath.Join(t.TempDir(), "reports")
	for _, f := range generated(t, 0, n) {
		data, err := f.Read()
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(reports, f.Path), data)
	}
	text := bytesBelow(t, reports)
	binary := built(t)
	var ours, theirs []time.Duration
	for round := range 3 {
		a := importOnce(t, binary, reports, n, text)
		b := recollOnce(t, recoll, reports, text)
		t.Logf("round %d: taizhang %s\n         recollindex %s", round+1, a.of(n), b.of(n))
		ours, theirs = append(ours, a.wall), append(theirs, b.wall)
		if a.peak > 900<<20 {
			t.Errorf("peak memory %d MB, want less than 900", a.peak>>20)
		}
		if a.disk > 4*text {
			t.Errorf("index and reports are %.2f times the text, want at most 4", float64(a.disk)/float64(text))
		}
	}
	ratio := median(theirs).Seconds() / median(ours).Seconds()
	t.Logf("%d reports, %.1f KB each; medians %.0f and %.0f documents a second: %.2f times", n, float64(text)/float64(n)/1000,
		float64(n)/median(ours).Seconds(), float64(n)/median(theirs).Seconds(), ratio)
	if ratio < 2.5 {
		t.Errorf("%.2f times recollindex's documents a second, want 2.5", ratio)
	}
}

// side is one run of one side.
type side struct {
	spent
	disk  int64
	text  int64
	facts int
}

func (s side) of(n int) string {
	return fmt.Sprintf("%.1f s, %.0f documents/s, processors %.1f s, peak %d MB, disk %.2f times the text, %.1f facts a report",
		s.wall.Seconds(), float64(n)/s.wall.Seconds(), s.processor.Seconds(), s.peak>>20,
		float64(s.disk)/float64(s.text), float64(s.facts)/float64(n))
}

func importOnce(t *testing.T, binary, reports string, n int, text int64) side {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "library")
	s := side{spent: run(t, binary, "--quiet", "--library", dir, "import", reports, "--format", "json"), text: text}
	var summary struct{ Imported, Facts int }
	if err := json.Unmarshal(s.out, &summary); err != nil {
		t.Fatal(err)
	}
	if summary.Imported != n {
		t.Fatalf("imported %d of %d", summary.Imported, n)
	}
	s.facts = summary.Facts
	s.disk = bytesBelow(t, dir) - bytesBelow(t, filepath.Join(dir, "originals"))
	return s
}

// recollOnce indexes with Recoll's defaults, but at our priority.
func recollOnce(t *testing.T, recoll, reports string, text int64) side {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "recoll.conf"), fmt.Appendf(nil, "topdirs = %s\nidxniceprio = 0\nnoaspell = 1\n", reports))
	s := side{spent: run(t, recoll, "-c", dir), text: text}
	s.disk = bytesBelow(t, filepath.Join(dir, "xapiandb"))
	return s
}
