package read

import (
	"math"
	"strconv"
	"strings"

	"taizhang/report"
)

// xlsxFormats say how cells show numbers.
type xlsxFormats struct {
	codes    map[string]string // of the workbook's own formats, by id
	bold     []bool            // by font
	cells    []cellFormat      // by the number in a cell's s
	from1904 bool              // days are counted from 1904, as on old Macs
}

// cellFormat is how a kind of cell shows.
type cellFormat struct {
	code string // as "0.00%"; "" for General
	bold bool
}

// builtin are the formats that every workbook knows by number, as Excel has
// them for Chinese (ECMA-376, part 1, 18.8.30).
var builtin = map[string]string{
	"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%",
	"14": "yyyy/m/d", "15": "yyyy/m/d", "16": "m/d", "17": "yyyy/m", "18": "h:mm", "19": "h:mm:ss",
	"20": "h:mm", "21": "h:mm:ss", "22": "yyyy/m/d h:mm",
	"27": "yyyy年m月", "28": "m月d日", "29": "m月d日", "30": "yyyy/m/d", "31": "yyyy年m月d日",
	"32": "h时mm分", "33": "h时mm分ss秒", "34": "h时mm分", "35": "h时mm分ss秒", "36": "yyyy年m月",
	"37": "#,##0", "38": "#,##0", "39": "#,##0.00", "40": "#,##0.00",
	"41": "#,##0", "42": "#,##0", "43": "#,##0.00", "44": "#,##0.00", "45": "mm:ss",
	"50": "yyyy年m月", "51": "m月d日", "52": "yyyy年m月", "53": "m月d日", "54": "m月d日",
	"55": "h时mm分", "56": "h时mm分ss秒", "57": "yyyy年m月", "58": "m月d日",
}

// readFormats reads the part with the formats.
func (w *xlsx) readFormats(part string) error {
	f := &w.formats
	f.codes = map[string]string{}
	if part == "" || !w.has(part) {
		return nil
	}
	return w.parse(part, func(x *xmlStream, e element) error {
		switch e.name {
		case "numFmts":
			return x.each(func(e element) error {
				if len(f.codes) > w.limits.Lines {
					return refuseLines(w.limits.Lines)
				}
				f.codes[e.attr("numFmtId")] = e.attr("formatCode")
				return x.skip()
			})
		case "fonts":
			return x.each(func(element) error {
				bold := false
				err := x.each(func(e element) error {
					bold = bold || e.name == "b" && e.on()
					return x.skip()
				})
				f.bold = append(f.bold, bold)
				return err
			})
		case "cellXfs":
			return x.each(func(e element) error {
				f.cells = append(f.cells, f.cell(e))
				return x.skip()
			})
		}
		return x.skip()
	})
}

func (f *xlsxFormats) cell(xf element) cellFormat {
	id := xf.attr("numFmtId")
	code, own := f.codes[id]
	if !own {
		code = builtin[id]
	}
	font, err := strconv.Atoi(xf.attr("fontId"))
	return cellFormat{code, err == nil && font >= 0 && font < len(f.bold) && f.bold[font]}
}

// of returns the format with the number in a cell's s.
func (f *xlsxFormats) of(s string) cellFormat {
	if i, err := strconv.Atoi(s); err == nil && i >= 0 && i < len(f.cells) {
		return f.cells[i]
	}
	return cellFormat{}
}

const (
	soundDigits = 15 // digits that Excel keeps of a number
	mostShown   = 1e15
	leastShown  = 1e-9
)

// show prints a number as the cell shows it. Formats beyond the common ones
// (fractions, powers of ten) print it plain.
func (f *xlsxFormats) show(value, s string) string {
	n, err := strconv.ParseFloat(value, 64)
	size := math.Abs(n)
	if err != nil || math.IsNaN(n) || size > mostShown || n != 0 && size < leastShown {
		return value
	}
	exact, err := report.ParseDecimal(strconv.FormatFloat(n, 'e', soundDigits-1, 64))
	if err != nil {
		return value
	}
	code, negative := section(f.of(s).code, n)
	if negative {
		exact = exact.Abs()
	}
	parts, ok := scanFormat(code)
	switch {
	case !ok:
	case parts.date:
		if text, ok := parts.showDate(n, f.from1904); ok {
			return text
		}
	case parts.pattern != "":
		return parts.showNumber(exact)
	}
	return exact.String()
}

// section returns the part of a format that holds for n, and whether it prints
// the sign of a negative number itself.
func section(code string, n float64) (string, bool) {
	sections := strings.Split(code, ";")
	switch {
	case n < 0 && len(sections) > 1 && sections[1] != "":
		return sections[1], true
	case n == 0 && len(sections) > 2 && sections[2] != "":
		return sections[2], false
	}
	return sections[0], false
}
