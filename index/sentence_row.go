package index

import "encoding/binary"

// sentence is the row of a sentence.
type sentence struct {
	start, end int // in text
	path       int // number of its path, -1 if there are no headings above
	heading    bool
}

// The lengths of rows. In short ones the length, in characters, and the path
// take two bytes each, in long ones four. The highest bit of a path is set for
// headings.
const (
	shortRow = 8
	longRow  = 12
)

// fitsShort tells whether a sentence fits in a short row.
func (s sentence) fitsShort() bool { return (s.end-s.start)/2 < 1<<16 && s.path+1 < 1<<15 }

// rowLength is the length of rows in which all the sentences fit.
func rowLength(all []sentence) int {
	for _, s := range all {
		if !s.fitsShort() {
			return longRow
		}
	}
	return shortRow
}

// appendRow adds the row of a sentence, of that length.
func (s sentence) appendRow(to []byte, length int) []byte {
	le, path, heading := binary.LittleEndian, uint32(s.path+1), uint32(boolInt(s.heading))
	to = le.AppendUint32(to, uint32(s.start))
	if length == shortRow {
		return le.AppendUint16(le.AppendUint16(to, uint16((s.end-s.start)/2)), uint16(path|heading<<15))
	}
	return le.AppendUint32(le.AppendUint32(to, uint32((s.end-s.start)/2)), path|heading<<31)
}

func (b block) sentenceLength() int { return b.head(9) }

func (b block) sentence(i int) sentence {
	le, length := binary.LittleEndian, b.sentenceLength()
	row := b[b.sentencesAt()+length*i:]
	s := sentence{start: int(le.Uint32(row)), heading: row[length-1]&0x80 != 0}
	if length == shortRow {
		s.end = s.start + 2*int(le.Uint16(row[4:]))
		s.path = int(le.Uint16(row[6:])&^(1<<15)) - 1
	} else {
		s.end = s.start + 2*int(le.Uint32(row[4:]))
		s.path = int(le.Uint32(row[8:])&^(1<<31)) - 1
	}
	return s
}

func (b block) isHeading(sentence int) bool {
	length := b.sentenceLength()
	return b[b.sentencesAt()+length*(sentence+1)-1]&0x80 != 0
}
