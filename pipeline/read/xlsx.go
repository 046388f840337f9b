package read

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"taizhang/report"
)

// xlsx is a workbook on its way.
type xlsx struct {
	*container
	out     *document
	strings []string
	formats xlsxFormats
	cells   int   // read so far
	size    int64 // bytes of text so far
	tables  int
	unknown int // formulas without a result
}

// sheetRef names a sheet of the workbook.
type sheetRef struct{ name, part string }

// readXLSX reads the sheets of a workbook: each under its name, its rows as
// rows of a table, numbers and dates as they show. Hidden sheets are left out.
func readXLSX(ctx context.Context, d *document) error {
	d.out.layout = report.LayoutParagraphs
	c, err := openContainer(ctx, d)
	if err != nil {
		return containerError("xlsx", err)
	}
	w := &xlsx{container: c, out: d}
	if err := w.workbook(); err != nil {
		return containerError("xlsx", err)
	}
	if w.unknown > 0 {
		d.out.problem(report.Problem{
			Code:    "formulas_without_result",
			Message: fmt.Sprintf("%d cells have a formula without its result and were left empty", w.unknown),
			Hint:    "open the workbook in Excel or WPS and save it again",
		})
	}
	return nil
}

// workbook reads all parts.
func (w *xlsx) workbook() error {
	top, err := w.relations("")
	if err != nil {
		return err
	}
	book := top["officeDocument"]
	if book == "" || !w.has(book) {
		book = "xl/workbook.xml"
	}
	targets, kinds := map[string]string{}, map[string]string{}
	err = w.eachRelation(book, func(id, kind, target string) { targets[id], kinds[kind] = target, target })
	if err != nil {
		return err
	}
	sheets, err := w.sheets(book, targets)
	if err != nil {
		return err
	}
	if err := w.readStrings(kinds["sharedStrings"]); err != nil {
		return err
	}
	if err := w.readFormats(kinds["styles"]); err != nil {
		return err
	}
	for _, s := range sheets {
		if err := w.sheet(s); err != nil {
			return err
		}
	}
	return nil
}

// sheets returns the sheets that show, in the order of their tabs.
func (w *xlsx) sheets(book string, targets map[string]string) ([]sheetRef, error) {
	var sheets []sheetRef
	all := 0
	err := w.parse(book, func(x *xmlStream, e element) error {
		switch e.name {
		case "workbookPr":
			w.formats.from1904 = e.attr("date1904") == "1" || e.attr("date1904") == "true"
		case "sheets":
			return x.each(func(e element) error {
				all++
				part := targets[e.attr("id")]
				switch {
				case strings.Contains(strings.ToLower(e.attr("state")), "hidden"):
					w.out.out.problem(report.Problem{
						Code:    "hidden_sheet",
						Message: "the hidden sheet " + clean(e.attr("name")) + " was left out",
						Hint:    "show it in Excel or WPS if it belongs to the report",
					})
				case part != "":
					sheets = append(sheets, sheetRef{clean(e.attr("name")), part})
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	if err == nil && all == 0 {
		err = errors.New("it has no sheets")
	}
	return sheets, err
}

// readStrings reads the texts that cells share.
func (w *xlsx) readStrings(part string) error {
	if part == "" || !w.has(part) {
		return nil
	}
	return w.parse(part, func(x *xmlStream, e element) error {
		if e.name != "si" {
			return x.skip()
		}
		text, err := w.richText(x)
		if w.strings = append(w.strings, text); len(w.strings) > w.limits.Lines {
			return refuseLines(w.limits.Lines)
		}
		if err == nil {
			err = w.grow(len(text))
		}
		return err
	})
}

// richText returns the text in the element just started, without the readings
// of its characters.
func (w *xlsx) richText(x *xmlStream) (string, error) {
	var out strings.Builder
	err := x.each(func(e element) error {
		switch e.name {
		case "t":
			text, err := x.text()
			out.WriteString(text)
			return err
		case "r":
			text, err := w.richText(x)
			out.WriteString(text)
			return err
		}
		return x.skip()
	})
	return unescaped(out.String()), err
}

var escapedRune = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped drops what Excel writes for characters that XML cannot hold.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapedRune.ReplaceAllString(s, "")
}

// grow counts text against the limit.
func (w *xlsx) grow(n int) error {
	if w.size += int64(n); w.size > w.limits.TextBytes {
		return refuseSize(fmt.Sprintf("more than %s of text", megabytes(w.limits.TextBytes)))
	}
	return nil
}
