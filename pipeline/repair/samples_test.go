package repair

import (
	"testing"

	"taizhang/internal/testtext"
)

// TestSamples holds the places of every sample, read by the real readers.
func TestSamples(t *testing.T) {
	lex := words(t)
	for _, f := range documents(t, testtext.Samples()) {
		holdPlaces(t, f.Name, &f.Source, Repair(&f.Source, lex))
	}
}
