package read

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"taizhang/report"
)

// sharedFolder returns the folder of the shared corpora, or skips the test.
func sharedFolder(t testing.TB) string {
	t.Helper()
	root := os.Getenv("TAIZHANG_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(root, "corpus")); err != nil {
		t.Skip("no shared corpora: set TAIZHANG_SHARED to their folder")
	}
	return root
}

// newReader returns a reader whose compiled PDF reader is kept in the user's
// cache, as the program's is.
func newReader(t testing.TB) *Reader {
	t.Helper()
	r := New(Options{PDF: serverCommand(t, "pdf"), Witness: serverCommand(t, "witness")})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

func readFile(t testing.TB, r *Reader, file string) (report.Source, error) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return r.Read(context.Background(), file, data)
}
