package index

import (
	"encoding/binary"
	"slices"

	"taizhang/report"
)

// A block is all that queries ask of a report, laid out so that it can be read
// where it is mapped:
//
//	head       ten numbers of four bytes: how many sentences, stray sentences,
//	           paths, facts and wide values; the length of the body, of the body
//	           with the stray sentences, of the signature; its seed; the length
//	           of a sentence's row
//	sentences  8 or 12 bytes each: where it starts in the text, its length, its
//	           path
//	facts      44 bytes each, in the order of the report
//	values     40 bytes each, of those that do not fit in a fact's row
//	paths      where each starts in the paths' text, and where the last ends
//	text       of the paths, then of the body and of the stray sentences
//	words      a bit for each two bytes of the body and one more, set where a
//	           word begins; then as many, set where one ends
//	signature  see signature
//
// Numbers are little-endian. Texts are folded, in UTF-16. Stray sentences are
// those of facts that stand outside all sentences of the body.
type block []byte

const (
	headLength = 40
	factLength = 44
	wideLength = 40
)

func (b block) head(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

func (b block) sentences() int  { return b.head(0) }
func (b block) strays() int     { return b.head(1) }
func (b block) paths() int      { return b.head(2) }
func (b block) facts() int      { return b.head(3) }
func (b block) bodyLength() int { return b.head(5) }
func (b block) textLength() int { return b.head(6) }

// isWhole tells whether the parts of a block have the length its head says.
func (b block) isWhole() bool {
	return len(b) >= headLength && (b.sentenceLength() == shortRow || b.sentenceLength() == longRow) &&
		b.textAt() <= len(b) && b.signatureAt()+b.head(7) == len(b) && b.head(7)%ribbonGroup == 0
}

func (b block) sentencesAt() int { return headLength }
func (b block) factsAt() int {
	return b.sentencesAt() + b.sentenceLength()*(b.sentences()+b.strays())
}
func (b block) widesAt() int { return b.factsAt() + factLength*b.facts() }
func (b block) pathsAt() int { return b.widesAt() + wideLength*b.head(4) }
func (b block) textAt() int  { return b.pathsAt() + 4*(b.paths()+1) }

func (b block) pathStart(i int) int { return int(binary.LittleEndian.Uint32(b[b.pathsAt()+4*i:])) }

// path returns the headings of a path, each followed by a line end.
func (b block) path(i int) []byte {
	at := b.textAt()
	return b[at+b.pathStart(i) : at+b.pathStart(i+1)]
}

// text returns the body with the stray sentences behind it.
func (b block) text() []byte { return b[b.textAt()+b.pathStart(b.paths()) : b.wordsAt()] }

func (b block) wordsAt() int { return b.textAt() + b.pathStart(b.paths()) + b.textLength() }

// wordsLength is how many bytes the bits take that say where words begin.
func wordsLength(body int) int { return body/16 + 1 }

func (b block) words() wordBits { return wordBits(b[b.wordsAt():b.signatureAt()]) }

// isWords tells whether a stretch of the body begins and ends where words do.
func (b block) isWords(start, end int) bool {
	words := b.words()
	return words.begins(start) && words.ends(end)
}

func (b block) signatureAt() int { return b.wordsAt() + 2*wordsLength(b.bodyLength()) }

func (b block) signature() signature {
	return signature{ribbon{uint32(b.head(8)), b[b.signatureAt():]}}
}

// fact is the row of a fact.
type fact []byte

func (b block) fact(i int) fact {
	at := b.factsAt() + factLength*i
	return fact(b[at : at+factLength])
}

func (f fact) sentence() int     { return int(binary.LittleEndian.Uint32(f)) }
func (f fact) kind() uint8       { return f[4] }
func (f fact) modality() uint8   { return f[5] }
func (f fact) hasValue() bool    { return f[6] != 0 }
func (f fact) indicator() uint32 { return binary.LittleEndian.Uint32(f[8:]) }
func (f fact) subject() uint32   { return binary.LittleEndian.Uint32(f[12:]) }
func (f fact) rule() uint32      { return binary.LittleEndian.Uint32(f[16:]) }
func (f fact) due() uint32       { return binary.LittleEndian.Uint32(f[20:]) }
func (f fact) unit() uint32      { return binary.LittleEndian.Uint32(f[24:]) }
func (f fact) min() number       { return getNumber(f[28:]) }

// wide is the number of its wide value, from 1; 0 if it has none.
func (f fact) wide() int { return int(binary.LittleEndian.Uint32(f[40:])) }

// value is what a fact's row and its wide value say together.
type value struct {
	unit         uint32
	min, max     number
	base         uint32 // unit of the family; 0: none
	lower, upper number // in the base unit
}

// value returns the value of a fact that has one.
func (b block) value(f fact) value {
	v := value{unit: f.unit(), min: f.min()}
	v.max = v.min
	if f.wide() > 0 {
		row := b[b.widesAt()+wideLength*(f.wide()-1):]
		v.max = getNumber(row)
		v.base = binary.LittleEndian.Uint32(row[numberLength:])
		v.lower = getNumber(row[numberLength+4:])
		v.upper = getNumber(row[2*numberLength+4:])
	}
	return v
}

// dueNumber is a day as a number that sorts as days do; 0 is none.
func dueNumber(d report.Date) uint32 {
	if d.IsZero() {
		return 0
	}
	return uint32(d.Year*10000 + int(d.Month)*100 + d.Day)
}

// Codes of kinds and modalities are their place here, from 1.
var (
	kindCodes = []report.Kind{report.KindCount, report.KindAmount, report.KindRatio, report.KindMeasure,
		report.KindFrequency, report.KindRank, report.KindDeadline, report.KindAward, report.KindEvent,
		report.KindDocument, report.KindTask}
	modalityCodes = []report.Modality{report.Actual, report.Forecast, report.Target, report.Ongoing}
)

// code returns the code of a value, 0 if there is none.
func code[T comparable](codes []T, value T) uint8 { return uint8(slices.Index(codes, value) + 1) }
