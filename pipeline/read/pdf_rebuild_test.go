package read

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/report"
)

// TestCutOff reads PDF files without their last bytes. Hand-made ones have
// a table of objects, those of qpdf objects in streams.
func TestCutOff(t *testing.T) {
	whole, err := os.ReadFile(samplePDF)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"hand-made":   pdfFile{pages: []string{turned(thinLines, 0), turned(thinLines, 0)}}.bytes(t),
		"LibreOffice": whole,
	}
	if qpdf, err := exec.LookPath("qpdf"); err == nil {
		out := filepath.Join(t.TempDir(), "a.pdf")
		if said, err := exec.Command(qpdf, "--object-streams=generate", samplePDF, out).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		if files["object streams"], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	for name, data := range files {
		want := mustRead(t, "a.pdf", data)
		table := len(data) - max(strings.LastIndex(string(data), "\nxref"), strings.LastIndex(string(data), "/XRef"))
		for _, cut := range []int{30, table} {
			got := mustRead(t, "a.pdf", data[:len(data)-cut])
			if got.Raw != want.Raw {
				t.Errorf("%s without %d bytes: %d bytes of text, want %d", name, cut, len(got.Raw), len(want.Raw))
			}
			if cut == table && got.Pages[0].Quality != report.Doubtful {
				t.Errorf("%s without %d bytes is %s", name, cut, got.Pages[0].Quality)
			}
		}
		if half := refusedWith(t, New(Options{}), "a.pdf", data[:len(data)/2]); half.Code != report.RefusedDamaged {
			t.Errorf("half of %s: %v", name, half)
		}
	}
}

func FuzzRebuild(f *testing.F) {
	f.Add([]byte(pdfFile{pages: []string{"", ""}}.bytes(f)))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 2/First 8>>stream\n2 0 3 9 <</Type/Catalog>>endstream endobj"))
	f.Fuzz(func(t *testing.T, data []byte) { rebuildPDF(data) })
}
