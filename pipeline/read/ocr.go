package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// OCRMode says which pages are read from their picture.
type OCRMode string

// Modes of OCR.
const (
	// OCROff: none.
	OCROff OCRMode = "off"
	// OCRAuto: every page that has no readable text.
	OCRAuto OCRMode = "auto"
	// OCROnlyNeeded: only the pages of files that would be refused otherwise.
	OCROnlyNeeded OCRMode = "only-needed"
)

// OCR says how pages that are pictures are read: by tesseract, a program that
// need not be there. The zero value reads none.
type OCR struct {
	Mode      OCRMode // "": OCROff
	Languages string  // as tesseract names them, joined by +; "": chi_sim
	Command   string  // "": tesseract on the path
	DPI       int     // of rendered pages; 0: 200, more is not better
	Workers   int     // pages read at the same time; 0: as many as processors
}

func (o OCR) orDefault() OCR {
	if o.Mode == "" {
		o.Mode = OCROff
	}
	if o.Languages == "" {
		o.Languages = "chi_sim"
	}
	if o.Command == "" {
		o.Command = "tesseract"
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	o.DPI = orDefault(o.DPI, 200)
	return o
}

// ocrEngine is tesseract with its settings, shared by all files.
type ocrEngine struct {
	OCR
	memory int64         // bytes tesseract may take
	slots  chan struct{} // one for each page being read

	once    sync.Once
	missing error // why it cannot work here
}

func newOCREngine(o OCR, memory int64) *ocrEngine {
	o = o.orDefault()
	return &ocrEngine{OCR: o, memory: memory, slots: make(chan struct{}, o.Workers)}
}

var errOCROff = errors.New("OCR is switched off")

// ready says why pictures cannot be read here, or nil.
func (o *ocrEngine) ready(ctx context.Context) error {
	if o.Mode == OCROff {
		return errOCROff
	}
	o.once.Do(func() { o.missing = o.probe(ctx) })
	return o.missing
}

// probe asks tesseract which languages it has.
func (o *ocrEngine) probe(ctx context.Context) error {
	if _, err := exec.LookPath(o.Command); err != nil {
		return errors.New("tesseract is not installed")
	}
	list := program{command: []string{o.Command, "--list-langs"}, most: 64 << 10}
	out, err := list.run(ctx)
	if err != nil {
		return fmt.Errorf("tesseract does not run: %w", err)
	}
	have := strings.Fields(string(out))
	for l := range strings.SplitSeq(o.Languages, "+") {
		if !slices.Contains(have, l) {
			return fmt.Errorf("tesseract has no language %s", l)
		}
	}
	return nil
}

// advice says how to get the program and its languages.
func (o *ocrEngine) advice() string {
	packages := "tesseract-ocr"
	for l := range strings.SplitSeq(o.Languages, "+") {
		packages += " tesseract-ocr-" + strings.ReplaceAll(l, "_", "-")
	}
	return "apt-get install " + packages
}

// mostTable is more than tesseract says of any page.
const mostTable = 16 << 20

// look reads a picture, given as the bytes of a file of any usual format. dpi
// is its resolution; boxes of the lines come in points.
func (o *ocrEngine) look(ctx context.Context, picture []byte, dpi float64) (ocrPage, error) {
	select {
	case o.slots <- struct{}{}:
	case <-ctx.Done():
		return ocrPage{}, ctx.Err()
	}
	defer func() { <-o.slots }()
	tesseract := program{
		// One block of text: what stands side by side is parted by our own
		// layout, which knows columns from tables.
		command: []string{o.Command, "stdin", "stdout", "-l", o.Languages, "--psm", "6",
			"--dpi", fmt.Sprintf("%.0f", dpi), "tsv"},
		env:    []string{"OMP_THREAD_LIMIT=1"}, // its own threads make it four times slower
		in:     bytes.NewReader(picture),
		most:   mostTable,
		memory: o.memory,
	}
	table, err := tesseract.run(ctx)
	if err != nil {
		return ocrPage{}, err
	}
	return readOCRTable(string(table), 72/dpi), nil
}
