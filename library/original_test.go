package library

import (
	"os"
	"strings"
	"testing"
)

func TestOriginal(t *testing.T) {
	l := opened(t, t.TempDir(), options(t))
	const text = "新增学位2700个。"
	imported(t, l, texts(text))
	hash := hashOf([]byte(text))
	if got, err := l.Original(hash); err != nil || string(got) != text {
		t.Errorf("got %q, %v, want what was imported", got, err)
	}
	for _, wrong := range []string{"", "../version", hash[:12], strings.Repeat("0", 64)} {
		if _, err := l.Original(wrong); err == nil {
			t.Errorf("%q: got an original, want an error", wrong)
		}
	}
	if err := os.WriteFile(l.original(hash), []byte("别的"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Original(hash); err == nil || !strings.Contains(err.Error(), "import the document again") {
		t.Errorf("a changed original: got %v", err)
	}
}
