package read

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
)

const (
	tiffLittle = "II*\x00"
	tiffBig    = "MM\x00*"
)

// The entries of a directory that say how large its picture is.
const (
	tiffEntry  = 12 // bytes of an entry
	tiffWidth  = 256
	tiffHeight = 257
	tiffBits   = 258 // of a sample of a pixel
	tiffCount  = 277 // samples of a pixel
	tiffDeep   = 64  // bits of a pixel, at most
)

func isTIFF(data []byte) bool { return startsAny(data, []string{tiffLittle, tiffBig}) }

// tiffFile is a TIFF file: a chain of directories, one for each picture.
// Scanners and fax machines write a document as one file.
type tiffFile struct {
	data  []byte
	order binary.ByteOrder
}

func openTIFF(data []byte) tiffFile {
	if bytes.HasPrefix(data, []byte(tiffBig)) {
		return tiffFile{data, binary.BigEndian}
	}
	return tiffFile{data, binary.LittleEndian}
}

var errTIFF = errors.New("a directory lies outside of the file, or in a circle")

// directories returns where the directories begin, most of them at most.
func (f tiffFile) directories(most int) ([]uint32, error) {
	var out []uint32
	seen := map[uint32]bool{}
	const first = 4
	for at := uint32(first); ; {
		next, ok := f.word(int64(at))
		if !ok || seen[next] {
			return nil, errTIFF
		}
		if next == 0 {
			return out, nil
		}
		if out, seen[next] = append(out, next), true; len(out) > most {
			return nil, refuseSize(fmt.Sprintf("more than %d pages", most))
		}
		entries, ok := f.half(int64(next))
		end := int64(next) + 2 + tiffEntry*int64(entries)
		if !ok || end > int64(len(f.data)) {
			return nil, errTIFF
		}
		at = uint32(end)
	}
}

func (f tiffFile) half(at int64) (uint16, bool) {
	if at < 0 || at+2 > int64(len(f.data)) {
		return 0, false
	}
	return f.order.Uint16(f.data[at:]), true
}

func (f tiffFile) word(at int64) (uint32, bool) {
	if at < 0 || at+4 > int64(len(f.data)) {
		return 0, false
	}
	return f.order.Uint32(f.data[at:]), true
}

// number returns the first number of an entry of a directory.
func (f tiffFile) number(directory uint32, tag uint16) (uint32, bool) {
	entries, _ := f.half(int64(directory))
	for i := range int64(entries) {
		at := int64(directory) + 2 + tiffEntry*i
		if got, ok := f.half(at); !ok || got != tag {
			continue
		}
		kind, _ := f.half(at + 2)
		count, _ := f.word(at + 4)
		const short, long = 3, 4
		switch {
		case kind == long && count == 1:
			return f.word(at + 8)
		case kind == short && count > 2: // they do not fit here
			elsewhere, _ := f.word(at + 8)
			n, ok := f.half(int64(elsewhere))
			return uint32(n), ok
		case kind == short && count > 0:
			n, ok := f.half(at + 8)
			return uint32(n), ok
		}
	}
	return 0, false
}

// tiffSizes returns the sizes of the pictures in a TIFF file, in pixels.
func tiffSizes(data []byte, most int) ([]image.Point, error) {
	f := openTIFF(data)
	directories, err := f.directories(most)
	if err != nil {
		return nil, err
	}
	if len(directories) == 0 {
		return nil, damaged("picture", errTIFF)
	}
	var out []image.Point
	for _, at := range directories {
		width, _ := f.number(at, tiffWidth)
		height, _ := f.number(at, tiffHeight)
		if width == 0 || height == 0 || width > 1<<30 || height > 1<<30 {
			return nil, damaged("picture", errTIFF)
		}
		bits, some := f.number(at, tiffBits)
		samples, several := f.number(at, tiffCount)
		if some && several && uint64(bits)*uint64(samples) > tiffDeep {
			return nil, refuseSize(fmt.Sprintf("pixels of %d times %d bits", samples, bits))
		}
		out = append(out, image.Point{X: int(width), Y: int(height)})
	}
	return out, nil
}

// tiffPage returns the file as one whose first picture is the given one, from 0.
func tiffPage(data []byte, page int) ([]byte, error) {
	f := openTIFF(data)
	directories, err := f.directories(len(data))
	if err != nil || page >= len(directories) {
		return nil, errTIFF
	}
	alone := bytes.Clone(data)
	f.order.PutUint32(alone[4:], directories[page])
	return alone, nil
}
