package attribute

import (
	"os"
	"testing"

	"taizhang/pipeline/lexicon"
)

func attributor(t testing.TB) *Attributor {
	t.Helper()
	lex, _, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestNewWantsWordLists(t *testing.T) {
	empty, _, err := lexicon.Load(os.DirFS(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := New(empty); err == nil {
		t.Error("no word lists and no error")
	}
	attributor(t)
}
