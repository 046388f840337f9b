package index

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestSignatureDeniesNothing takes stretches of texts, as words and otherwise,
// and some that stand in no text.
func TestSignatureDeniesNothing(t *testing.T) {
	x, _ := indexed(t)
	r := rand.New(rand.NewPCG(3, 4))
	absent, taken, parts, takenWhole := 0, 0, 0, 0
	for number := range 5 {
		p, err := x.Prepare(generated(t, number))
		if err != nil {
			t.Fatal(err)
		}
		b := block(p.draft.appendBlock(nil, x.catalogue.strings))
		s, body := b.signature(), b.text()[:b.bodyLength()]
		for range 2000 {
			n := 2 * (1 + r.IntN(8))
			at := 2 * r.IntN((len(body)-n)/2)
			words := bytes.Clone(body[at : at+n])
			if !s.mayHold(words) {
				t.Fatalf("%q is denied", fromUTF16(words))
			}
			whole := b.isWords(at, at+n)
			if whole && !s.mayHoldWhole(words) {
				t.Fatalf("%q is denied as words", fromUTF16(words))
			}
			if !whole && n > pairLength {
				parts++
				takenWhole += boolInt(s.mayHoldWhole(words))
			}
			words[r.IntN(n)] ^= byte(1 + r.IntN(255))
			if n > pairLength && !bytes.Contains(body, words) {
				absent++
				taken += boolInt(s.mayHold(words))
			}
		}
	}
	if taken > absent/10 {
		t.Errorf("%d of %d stretches that are not there are taken to be", taken, absent)
	}
	if takenWhole > parts/2 {
		t.Errorf("%d of %d parts of words are taken for words", takenWhole, parts)
	}
	t.Logf("not there: %d of %d taken to be; parts of words: %d of %d taken for words", taken, absent, takenWhole, parts)
}

func TestSignatureOfShortBodies(t *testing.T) {
	for _, body := range []string{"", "一", "一二"} {
		text := appendUTF16(nil, body)
		s := (&workspace{sayings: newSayings(0)}).signature(text, newWordBits(len(text)))
		if !s.mayHold(text) {
			t.Errorf("%q is denied in itself", body)
		}
	}
}

func BenchmarkSignature(b *testing.B) {
	x, _ := indexed(b)
	p, err := x.Prepare(generated(b, 1))
	if err != nil {
		b.Fatal(err)
	}
	text, w := p.draft.text, x.workspace()
	for b.Loop() {
		w.signature(text, p.draft.words)
	}
	b.ReportMetric(float64(len(p.draft.signature.rows)), "bytes")
}
