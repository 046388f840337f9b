package recognise

import (
	"os"
	"testing"

	"taizhang/pipeline/lexicon"
)

// newTestTimes builds the recogniser from the word lists of the repository.
func newTestTimes(t testing.TB) *times {
	t.Helper()
	lex, _, err := lexicon.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	ts, err := newTimes(lex)
	if err != nil {
		t.Fatal(err)
	}
	return ts
}
