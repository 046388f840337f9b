package index

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

// TestSchemaNamesTheLayout fails when blocks come out otherwise under the same
// schema: then it needs a new name, so that generations there are get made again.
func TestSchemaNamesTheLayout(t *testing.T) {
	const named, want = "11", "08bde08bc6d1cc0e"
	x, _ := indexed(t)
	p, err := x.Prepare(generated(t, 1))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(p.draft.appendBlock(nil, x.catalogue.strings))
	if got := hex.EncodeToString(sum[:8]); got != want || schema != named {
		t.Errorf("blocks of schema %s have the hash %s; noted are schema %s and %s", schema, got, named, want)
	}
}
