package library

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"unicode"
)

// A sketch tells how like two texts are without the texts: of the hashes of all
// runs of five letters, and of all numbers, the least in each of some buckets.
// The share of buckets in which two texts agree is about the share of runs or
// numbers that both have of those that either has.
type sketch struct {
	Runs    hashes `json:"runs"`    // one a bucket; noHash: nothing fell into it
	Numbers hashes `json:"numbers"` //
	Letters int    `json:"letters"` // that the text has
}

// hashes are written as one short word: a library has very many.
type hashes []uint16

// MarshalText returns the hashes in base 64.
func (h hashes) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 2*len(h))
	for _, x := range h {
		raw = binary.BigEndian.AppendUint16(raw, x)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText reads what MarshalText wrote.
func (h *hashes) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil || len(raw)%2 != 0 {
		return fmt.Errorf("sketch %q: want base 64 of an even number of bytes", text)
	}
	*h = make(hashes, 0, len(raw)/2)
	for ; len(raw) > 0; raw = raw[2:] {
		*h = append(*h, binary.BigEndian.Uint16(raw))
	}
	return nil
}

const (
	runLetters    = 5
	runBuckets    = 64
	numberBuckets = 32
	noHash        = math.MaxUint16
)

// sketchOf returns the sketch of a text.
func sketchOf(body string) sketch {
	s := sketch{Runs: buckets(runBuckets), Numbers: buckets(numberBuckets)}
	var last [runLetters]rune
	for _, r := range body {
		switch {
		case r >= firstHan && r <= lastHan: // nearly all there are
		case !unicode.IsLetter(r) && !unicode.IsNumber(r):
			continue
		default:
			r = unicode.ToLower(r)
		}
		copy(last[:], last[1:])
		last[runLetters-1] = r
		if s.Letters++; s.Letters >= runLetters {
			note(s.Runs, hashOfAll(last[:]))
		}
	}
	for at := 0; at < len(body); at++ {
		start := at
		for at < len(body) && isOfNumber(body[at]) {
			at++
		}
		if number := strings.Trim(body[start:at], "."); number != "" {
			note(s.Numbers, hashOfAll([]byte(number)))
		}
	}
	return s
}

// The Chinese characters of everyday texts, each of which is a letter.
const (
	firstHan = 0x4E00
	lastHan  = 0x9FFF
)

func isOfNumber(c byte) bool { return c >= '0' && c <= '9' || c == '.' }

func buckets(n int) hashes {
	out := make(hashes, n)
	for i := range out {
		out[i] = noHash
	}
	return out
}

// note keeps a hash where it is the least of its bucket. The number of buckets is
// a power of two.
func note(in []uint16, hash uint64) {
	at := &in[hash&uint64(len(in)-1)]
	*at = min(*at, uint16(hash>>48))
}

// hashOfAll is FNV-1a over characters, mixed so that its top bits are as good as
// its lowest.
func hashOfAll[T rune | byte](all []T) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range all {
		h = (h ^ uint64(r)) * 1099511628211
	}
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// likeness returns about which share of what two sketches were made of is the
// same; 0 where nothing is known of either.
func likeness(a, b []uint16) float64 {
	same, known := 0, 0
	for i := range min(len(a), len(b)) {
		if a[i] == noHash && b[i] == noHash {
			continue
		}
		if known++; a[i] == b[i] {
			same++
		}
	}
	if known == 0 {
		return 0
	}
	return float64(same) / float64(known)
}
