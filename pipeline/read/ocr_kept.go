package read

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

// OCRStore keeps what OCR read of documents, by the hash of the document, so
// that no page is read twice. It is used by several goroutines at once.
type OCRStore interface {
	// Load returns what was stored last of a document, nil if nothing was.
	Load(hash string) []byte
	// Store keeps data of a document. Where that cannot be, it is lost.
	Store(hash string, data []byte)
}

// mostKept bounds what is kept of one document, in bytes of tesseract's tables:
// some 2,000 pages.
const mostKept = 64 << 20

// keptOCR is what OCR read of one document.
type keptOCR struct {
	Engine    string     `json:"engine"` // name and version
	Languages string     `json:"languages"`
	Pages     []keptPage `json:"pages"`

	mu    sync.Mutex
	size  int
	fresh bool // holds pages that are not stored yet
}

// keptPage is a picture as tesseract read it.
type keptPage struct {
	Page  int    `json:"page"`  // index of the page, or of the picture
	DPI   int    `json:"dpi"`   // at which it was drawn
	Table string `json:"table"` // the words of tesseract's table
}

// recallOCR looks up what is kept of the document: by the same program with the
// same languages, or by any program where there is none now. It tells whether
// anything can be read, or is kept.
func (d *document) recallOCR(ctx context.Context) bool {
	d.noOCR = d.ocr.ready(ctx)
	d.kept = &keptOCR{Engine: d.ocr.version, Languages: d.ocr.Languages}
	if d.ocr.Store == nil || d.ocr.Mode == OCROff {
		return d.noOCR == nil
	}
	var before keptOCR
	err := json.Unmarshal(d.ocr.Store.Load(d.hash()), &before)
	if err == nil && before.Languages == d.kept.Languages && (d.noOCR != nil || before.Engine == d.kept.Engine) {
		d.kept.Engine, d.kept.Pages = before.Engine, before.Pages
		for _, p := range before.Pages {
			d.kept.size += len(p.Table)
		}
	}
	return d.noOCR == nil || len(d.kept.Pages) > 0
}

// table returns what was read of a picture drawn at dpi.
func (k *keptOCR) table(page, dpi int) (string, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	i := slices.IndexFunc(k.Pages, func(p keptPage) bool { return p.Page == page && p.DPI == dpi })
	if i < 0 {
		return "", false
	}
	return k.Pages[i].Table, true
}

// add keeps what was read of a picture.
func (k *keptOCR) add(page, dpi int, table string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	table = wordsOf(table)
	if k.size += len(table); k.size <= mostKept {
		k.Pages = append(k.Pages, keptPage{page, dpi, table})
		k.fresh = true
	}
}

// store keeps what was added, also of a document that is not finished.
func (d *document) storeOCR() {
	k := d.kept
	k.mu.Lock()
	defer k.mu.Unlock()
	if d.ocr.Store == nil || !k.fresh {
		return
	}
	if data, err := json.Marshal(k); err == nil {
		d.ocr.Store.Store(d.hash(), data)
		k.fresh = false
	}
}

// wordsOf returns the rows of tesseract's table that are words: the others say
// where blocks and lines are, which words say, too.
func wordsOf(table string) string {
	var out strings.Builder
	for row := range strings.Lines(table) {
		if strings.HasPrefix(row, wordLevel+"\t") {
			out.WriteString(row)
		}
	}
	return out.String()
}
