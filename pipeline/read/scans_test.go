package read

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"golang.org/x/image/bmp"
)

// scans are documents of two pages, each a picture, and one picture of each
// format with one.
func scans(t *testing.T) map[string][]byte {
	t.Helper()
	sheet := image.NewGray(image.Rect(0, 0, 420, 594))
	encoded := func(encode func(io.Writer) error) []byte {
		var out bytes.Buffer
		if err := encode(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	picture := encoded(func(w io.Writer) error { return png.Encode(w, sheet) })
	paletted := image.NewPaletted(sheet.Rect, color.Palette{color.White, color.Black})
	return map[string][]byte{
		"a.pdf":  picturePDF(t, []*image.Gray{sheet, sheet}),
		"a.ofd":  scannedOFD(t, picture, 2),
		"a.tif":  tiffOf(binary.LittleEndian, sheet, sheet),
		"b.tiff": tiffOf(binary.BigEndian, sheet, sheet),
		"a.png":  picture,
		"a.jpg":  encoded(func(w io.Writer) error { return jpeg.Encode(w, sheet, nil) }),
		"a.gif":  encoded(func(w io.Writer) error { return gif.Encode(w, paletted, nil) }),
		"a.bmp":  encoded(func(w io.Writer) error { return bmp.Encode(w, sheet) }),
	}
}

// scannedOFD is a document of pages that each show a picture.
func scannedOFD(t testing.TB, picture []byte, pages int) []byte {
	t.Helper()
	f := ofdFile{extra: map[string]string{
		"Doc_0/Res/Image_5.png": string(picture),
		"Doc_0/DocumentRes.xml": `<ofd:Res ` + ofdSpace + ` BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image">` +
			`<ofd:MediaFile>Image_5.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
	}, common: `<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>`}
	for range pages {
		f.pages = append(f.pages, `<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5" CTM="210 0 0 297 0 0"/>`)
	}
	return f.bytes(t)
}

// byteOrder is binary.LittleEndian or binary.BigEndian.
type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

// tiffOf writes pictures as one TIFF file, unpacked.
func tiffOf(order byteOrder, pictures ...*image.Gray) []byte {
	out := []byte(tiffLittle)
	if order == byteOrder(binary.BigEndian) {
		out = []byte(tiffBig)
	}
	link := len(out) // where the place of the next directory is to be written
	out = append(out, 0, 0, 0, 0)
	for _, p := range pictures {
		strip := len(out)
		out = append(out, p.Pix...)
		out = append(out, make([]byte, len(out)%2)...)
		order.PutUint32(out[link:], uint32(len(out)))
		entries := [][3]uint32{ // tag, type, value
			{tiffWidth, 4, uint32(p.Rect.Dx())}, {tiffHeight, 4, uint32(p.Rect.Dy())}, {tiffBits, 3, 8}, {259, 3, 1},
			{262, 3, 1}, {273, 4, uint32(strip)}, {tiffCount, 3, 1}, {278, 4, uint32(p.Rect.Dy())}, {279, 4, uint32(len(p.Pix))},
		}
		out = appendHalf(order, out, uint32(len(entries)))
		for _, e := range entries {
			out = order.AppendUint32(appendHalf(order, appendHalf(order, out, e[0]), e[1]), 1)
			if e[1] == 3 {
				out = appendHalf(order, appendHalf(order, out, e[2]), 0)
			} else {
				out = order.AppendUint32(out, e[2])
			}
		}
		link = len(out)
		out = append(out, 0, 0, 0, 0)
	}
	return out
}

func appendHalf(order byteOrder, to []byte, n uint32) []byte {
	return order.AppendUint16(to, uint16(n))
}
