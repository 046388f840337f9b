package index

import "testing"

// TestRowsOfSentences writes and reads rows; long ones where a sentence or the
// number of its path does not fit in a short one.
func TestRowsOfSentences(t *testing.T) {
	short := []sentence{{0, 0, -1, false}, {2, 131_072, 0, true}, {131_072, 131_080, 32_766, true}}
	for _, c := range []struct {
		name string
		all  []sentence
		want int
	}{
		{"nothing", nil, shortRow},
		{"short", short, shortRow},
		{"a long sentence", append(short, sentence{8, 8 + 131_072, 5, false}), longRow},
		{"many paths", append(short, sentence{8, 12, 32_767, true}, sentence{9, 9, -1, false}), longRow},
	} {
		d := draft{sentences: c.all}
		b := block(d.appendBlock(nil, nil))
		if got := b.sentenceLength(); got != c.want {
			t.Errorf("%s: rows of %d bytes, want %d", c.name, got, c.want)
		}
		for i, want := range c.all {
			if got := b.sentence(i); got != want || b.isHeading(i) != want.heading {
				t.Errorf("%s: sentence %d is %+v, want %+v", c.name, i, got, want)
			}
		}
	}
}
