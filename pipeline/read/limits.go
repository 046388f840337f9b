package read

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Limits bound what one document may cost. Over a limit it is refused.
type Limits struct {
	Bytes     int64         // size of a file
	TextBytes int64         // size of a text file, and of the text taken from any file
	Unzipped  int64         // bytes read out of one ZIP container
	Lines     int           // lines, and cells of tables
	Values    int           // values and times in the text; package pipeline counts them
	Pages     int           // pages of a PDF
	Depth     int           // nesting of XML elements
	Time      time.Duration // time for one document, without OCR
	OCRTime   time.Duration // time for OCR of one page
	Pixels    int           // of a picture that OCR reads
	Memory    int64         // bytes of tesseract and of LibreOffice, each

	Members int   // files in an archive and the archives in it
	Archive int64 // bytes that all members of an archive unpack to
	Ratio   int   // how many times its packed size a member may unpack to
}

// DefaultLimits returns limits that no honest annual report comes near.
func DefaultLimits() Limits {
	return Limits{
		Bytes:     200 << 20,
		TextBytes: 30 << 20,
		Unzipped:  256 << 20,
		Lines:     400_000,
		Values:    200_000,
		Pages:     20_000,
		Depth:     256,
		Time:      2 * time.Minute,
		OCRTime:   time.Minute,
		Pixels:    40_000_000,
		Memory:    4 << 30,
		Members:   20_000,
		Archive:   8 << 30,
		Ratio:     200,
	}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	l.Bytes = orDefault(l.Bytes, d.Bytes)
	l.TextBytes = orDefault(l.TextBytes, d.TextBytes)
	l.Unzipped = orDefault(l.Unzipped, d.Unzipped)
	l.Lines = orDefault(l.Lines, d.Lines)
	l.Values = orDefault(l.Values, d.Values)
	l.Pages = orDefault(l.Pages, d.Pages)
	l.Depth = orDefault(l.Depth, d.Depth)
	l.Time = orDefault(l.Time, d.Time)
	l.OCRTime = orDefault(l.OCRTime, d.OCRTime)
	l.Pixels = orDefault(l.Pixels, d.Pixels)
	l.Memory = orDefault(l.Memory, d.Memory)
	l.Members = orDefault(l.Members, d.Members)
	l.Archive = orDefault(l.Archive, d.Archive)
	l.Ratio = orDefault(l.Ratio, d.Ratio)
	return l
}

func orDefault[N int | int64 | time.Duration](n, otherwise N) N {
	if n <= 0 {
		return otherwise
	}
	return n
}

func checkSize(d *document, l Limits) error {
	if len(d.data) == 0 {
		return refuseEmpty("the file has no bytes")
	}
	if int64(len(d.data)) > l.Bytes {
		size := megabytes(int64(len(d.data)))
		return refuseSize(fmt.Sprintf("%s, more than %s", size, megabytes(l.Bytes)))
	}
	return nil
}

func refuseLines(most int) error {
	return refuseSize(fmt.Sprintf("more than %d lines and cells", most))
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/(1<<20)) }

// cacheDir returns the folder for the compiled PDF reader, or "" where there
// is none; reading then starts slower, but works.
func cacheDir(dir string) string {
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(user, "taizhang")
	}
	return filepath.Join(dir, "wazero")
}
