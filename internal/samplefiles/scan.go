package samplefiles

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Scan makes a PDF of pictures of another's pages, as a scanner does: black and
// white, at 200 dots an inch. It needs pdftoppm (Debian: poppler-utils). mark
// becomes a document property.
func Scan(ctx context.Context, pdf []byte, mark string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "samplefiles")
	if err != nil {
		return nil, fmt.Errorf("make a folder for pictures: %w", err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		return nil, fmt.Errorf("write for pdftoppm: %w", err)
	}
	cmd := exec.CommandContext(ctx, "pdftoppm", "-mono", "-r", "200", file, filepath.Join(dir, "page"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("run pdftoppm (install poppler-utils): %w: %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "page*.pbm"))
	if err != nil {
		return nil, err
	}
	var pages [][]byte
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return picturePDF(pages, mark)
}

// picturePDF writes a PDF with one picture, given as PBM (P4), a page.
func picturePDF(pages [][]byte, mark string) ([]byte, error) {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", fmt.Sprintf("<</Keywords<FEFF%s>>>", utf16Hex(mark))}
	var kids []string
	for _, page := range pages {
		var wide, high int
		if _, err := fmt.Sscanf(string(page[:min(40, len(page))]), "P4\n%d %d\n", &wide, &high); err != nil {
			return nil, fmt.Errorf("read a picture of a page: %w", err)
		}
		rows := page[len(page)-(wide+7)/8*high:]
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		width, height := float64(wide)*72/200, float64(high)*72/200
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.1f %.1f]/Contents %d 0 R/Resources<</XObject<</Im %d 0 R>>>>>>",
				width, height, n+1, n+2),
			stream("", fmt.Appendf(nil, "q %.1f 0 0 %.1f 0 0 cm /Im Do Q", width, height)),
			stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1"+
				"/Decode[1 0]/Filter/FlateDecode", wide, high), packed(rows)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return assemble(objects), nil
}

// utf16Hex writes s as PDF files do: the hexadecimal digits of its UTF-16.
func utf16Hex(s string) string {
	var out strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	return out.String()
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	z, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // the level is one there is
	_, _ = z.Write(data)                                    // memory takes all
	_ = z.Close()
	return out.Bytes()
}

func stream(dictionary string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(data), data)
}

// assemble writes objects, the first of which is the catalog, the third the
// document's properties.
func assemble(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 3 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, start)
	return out.Bytes()
}
