package read

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"taizhang/report"
)

// TestArchiveOfDocuments holds that an archive is not taken for the documents
// in it.
func TestArchiveOfDocuments(t *testing.T) {
	inner := word{body: para("投资三亿元", "")}.bytes(t)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	f, err := z.CreateHeader(&zip.FileHeader{Name: "2023.docx", Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(inner); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got := refusedWith(t, New(Options{}), "a.zip", out.Bytes())
	if got.Code != report.RefusedUnsupported || !strings.Contains(got.Hint, "unpack") {
		t.Errorf("%v", got)
	}
}
