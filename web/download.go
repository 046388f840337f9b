package web

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"net/http"

	"taizhang/export"
)

// download is what a page hands out instead of itself: a file to keep.
type download struct {
	name  string // of the file, as people read it
	kind  string // media type
	write func(io.Writer) error
}

// send writes the file whole, so that an error is not found in the middle of one.
func (d download) send(w http.ResponseWriter) error {
	var out bytes.Buffer
	if err := d.write(&out); err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", d.kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": d.name}))
	_, _ = out.WriteTo(w) // the reader has gone: nobody is left to tell
	return nil
}

// The media types of downloads.
const (
	csvType   = "text/csv; charset=utf-8"
	linesType = "application/jsonl; charset=utf-8"
	xlsxType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// sheetFormats are the forms that a list can be kept in.
var sheetFormats = []string{"csv", "xlsx", "jsonl"}

// sheetDownload returns a list as a file; format is one of sheetFormats. CSV
// and XLSX are made of the sheet, jsonl of the items, one a line.
func sheetDownload[T any](name, format string, items []T, sheet func() export.Sheet) download {
	d := download{name: name + "." + format}
	switch format {
	case "xlsx":
		d.kind, d.write = xlsxType, func(w io.Writer) error { return export.XLSX(w, sheet()) }
	case "jsonl":
		d.kind, d.write = linesType, func(w io.Writer) error { return writeLines(w, items) }
	default:
		d.kind, d.write = csvType, func(w io.Writer) error { return export.CSV(w, sheet()) }
	}
	return d
}

func writeLines[T any](w io.Writer, items []T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, item := range items {
		if err := e.Encode(item); err != nil {
			return err
		}
	}
	return nil
}
