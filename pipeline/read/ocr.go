package read

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
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
	Mode      OCRMode  // "": OCROff
	Languages string   // as tesseract names them, joined by +; "": chi_sim
	Command   string   // "": tesseract on the path
	DPI       int      // of rendered pages; 0: 200, more is not better
	Workers   int      // pages read at the same time; 0: as many as processors
	Store     OCRStore // of what was read; nil: it is read again each time
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
	missing error  // why it cannot work here
	version string // name and version of the program; empty where it cannot work
}

func newOCREngine(o OCR, memory int64) *ocrEngine {
	o = o.orDefault()
	return &ocrEngine{OCR: o, memory: memory, slots: make(chan struct{}, o.Workers)}
}

// probeTime is more than tesseract needs to say what it has.
const probeTime = 20 * time.Second

var errOCROff = errors.New("OCR is switched off")

// ready says why pictures cannot be read here, or nil.
func (o *ocrEngine) ready(ctx context.Context) error {
	if o.Mode == OCROff {
		return errOCROff
	}
	o.once.Do(func() {
		// The answer is for all documents, so it does not end with this one.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), probeTime)
		defer cancel()
		o.missing = o.probe(ctx)
	})
	return o.missing
}

// probe asks tesseract for its version and which languages it has.
func (o *ocrEngine) probe(ctx context.Context) error {
	if _, err := exec.LookPath(o.Command); err != nil {
		return errors.New("tesseract is not installed")
	}
	say := func(option string) (string, error) {
		out, err := program{command: []string{o.Command, option}, most: 64 << 10}.run(ctx)
		return string(out), err
	}
	out, err := say("--list-langs")
	if err != nil {
		return fmt.Errorf("tesseract does not run: %w", err)
	}
	have := strings.Fields(out)
	for l := range strings.SplitSeq(o.Languages, "+") {
		if !slices.Contains(have, l) {
			return fmt.Errorf("tesseract has no language %s", l)
		}
	}
	out, _ = say("--version") // one that does not say is one and the same
	o.version = cmp.Or(firstLine(out), "tesseract")
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

// ocrPicture is what OCR is to read.
type ocrPicture struct {
	number int     // among those of the document, from 0
	data   []byte  // a file of any usual format
	page   int     // of a file with several, from 0
	dpi    float64 // its resolution
	x, y   float64 // where it lies on the page, in points
}

func (p ocrPicture) scale() ocrScale { return ocrScale{p.x, p.y, pointsInch / p.dpi} }

// look reads a picture within the limit and returns tesseract's table.
func (o *ocrEngine) look(ctx context.Context, p ocrPicture, limit time.Duration) (string, error) {
	select {
	case o.slots <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { <-o.slots }()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	tesseract := program{
		// One block of text: what stands side by side is parted by our own
		// layout, which knows columns from tables.
		command: []string{o.Command, "stdin", "stdout", "-l", o.Languages, "--psm", "6",
			"--dpi", fmt.Sprintf("%.0f", min(max(p.dpi, leastDPI), mostDPI)), "-c", fmt.Sprintf("tessedit_page_number=%d", p.page), "tsv"},
		env:    []string{"OMP_THREAD_LIMIT=1"}, // its own threads make it four times slower
		in:     bytes.NewReader(p.data),
		most:   mostTable,
		memory: o.memory,
	}
	table, err := tesseract.run(ctx)
	return string(table), err
}
