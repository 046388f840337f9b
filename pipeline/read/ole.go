package read

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// oleMark begins every file of the Office programs before 2007: a small file
// system in itself ([MS-CFB]), whose outermost names tell the program.
const oleMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

const (
	oleHead      = 512
	oleEntry     = 128 // bytes of a directory entry
	oleSectors   = 109 // of the allocation table that the head names
	oleMost      = 4096
	oleMini      = 4096 // smaller streams are kept elsewhere
	oleRoot      = 5
	oleEnd       = 0xFFFFFFFA // this and all above name no sector
	oleFIBFlags  = 0x0A       // in a stream WordDocument
	oleEncrypted = 0x0100
)

// oleFile is a compound file as far as its directory is asked.
type oleFile struct {
	data   []byte
	sector int // bytes of a sector
	names  []oleName
}

// oleName is an entry of the outermost folder.
type oleName struct {
	name  string
	start uint32
	size  uint32
}

// readOLE reads the outermost names of a compound file; none where it is damaged.
func readOLE(data []byte) oleFile {
	f := oleFile{data: data}
	if len(data) < oleHead || !bytes.HasPrefix(data, []byte(oleMark)) {
		return f
	}
	switch shift := binary.LittleEndian.Uint16(data[0x1E:]); shift {
	case 9, 12:
		f.sector = 1 << shift
	default:
		return f
	}
	entries := f.directory(binary.LittleEndian.Uint32(data[0x30:]))
	for _, e := range entries {
		if e[0x42] == oleRoot {
			f.collect(entries, binary.LittleEndian.Uint32(e[0x4C:]))
			break
		}
	}
	return f
}

// at returns a sector, nil where the file has none of that number.
func (f *oleFile) at(sector uint32) []byte {
	start := (int64(sector) + 1) * int64(f.sector)
	if sector >= oleEnd || start+int64(f.sector) > int64(len(f.data)) {
		return nil
	}
	return f.data[start : start+int64(f.sector)]
}

// next returns the sector that follows one in its chain. Of very large files
// the chains beyond the head's table are not followed.
func (f *oleFile) next(sector uint32) uint32 {
	each := uint32(f.sector / 4)
	if sector/each >= oleSectors {
		return oleEnd
	}
	table := f.at(binary.LittleEndian.Uint32(f.data[0x4C+4*(sector/each):]))
	if table == nil {
		return oleEnd
	}
	return binary.LittleEndian.Uint32(table[4*(sector%each):])
}

func (f *oleFile) directory(sector uint32) [][]byte {
	var entries [][]byte
	for len(entries) < oleMost {
		s := f.at(sector)
		if s == nil {
			break
		}
		for ; len(s) >= oleEntry; s = s[oleEntry:] {
			entries = append(entries, s[:oleEntry])
		}
		sector = f.next(sector)
	}
	return entries
}

// collect walks the tree of the folder's entries.
func (f *oleFile) collect(entries [][]byte, root uint32) {
	seen := make([]bool, len(entries))
	todo := []uint32{root}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int64(i) >= int64(len(entries)) || seen[i] {
			continue
		}
		seen[i] = true
		e := entries[i]
		f.names = append(f.names, oleName{oleString(e),
			binary.LittleEndian.Uint32(e[0x74:]), binary.LittleEndian.Uint32(e[0x78:])})
		todo = append(todo, binary.LittleEndian.Uint32(e[0x44:]), binary.LittleEndian.Uint32(e[0x48:]))
	}
}

func oleString(entry []byte) string {
	length := min(int(binary.LittleEndian.Uint16(entry[0x40:])), 64)/2 - 1
	units := make([]uint16, 0, 32)
	for i := range max(length, 0) {
		units = append(units, binary.LittleEndian.Uint16(entry[2*i:]))
	}
	return string(utf16.Decode(units))
}

func (f *oleFile) find(name string) (oleName, bool) {
	i := slices.IndexFunc(f.names, func(n oleName) bool { return n.name == name })
	if i < 0 {
		return oleName{}, false
	}
	return f.names[i], true
}

// lockedWord tells whether the text of a Word file is encrypted.
func (f *oleFile) lockedWord() bool {
	n, ok := f.find("WordDocument")
	if !ok || n.size < oleMini {
		return false
	}
	s := f.at(n.start)
	return s != nil && binary.LittleEndian.Uint16(s[oleFIBFlags:])&oleEncrypted != 0
}

// isOLE tells a compound file by a name in it. Of one whose directory is
// damaged the bytes are searched for it.
func isOLE(names ...string) func(*document) bool {
	return func(d *document) bool {
		if !startsWith(oleMark)(d) {
			return false
		}
		if d.ole == nil {
			f := readOLE(d.data)
			d.ole = &f
		}
		return slices.ContainsFunc(names, func(name string) bool {
			if len(d.ole.names) == 0 {
				return bytes.Contains(d.data, utf16Bytes(name))
			}
			_, ok := d.ole.find(name)
			return ok
		})
	}
}

func utf16Bytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}
