package library

import (
	"os"
	"strings"
	"testing"
)

func TestOCRStore(t *testing.T) {
	dir := t.TempDir() + "/library"
	s, err := OCRStoreOf(dir)
	if err != nil {
		t.Fatal(err)
	}
	hash := hashOf([]byte("扫描件"))
	s.Store(hash, []byte("甲")) // no library yet
	if got := s.Load(hash); got != nil {
		t.Errorf("without a library: %q", got)
	}
	l := opened(t, dir, options(t))
	s.Store(hash, []byte("甲"))
	s.Store(hash, []byte("乙"))
	if got := string(s.Load(hash)); got != "乙" {
		t.Errorf("got %q, want what was stored last", got)
	}
	for _, wrong := range []string{"", "../version", strings.Repeat("../", 21) + "a", hash[:12]} {
		s.Store(wrong, []byte("丙"))
		if got := s.Load(wrong); got != nil {
			t.Errorf("%q: %q", wrong, got)
		}
	}
	if err := os.WriteFile(s.ocr(hash), []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := s.Load(hash); got != nil {
		t.Errorf("a damaged file: %q", got)
	}
	sound(t, l, 0, 0)
}
