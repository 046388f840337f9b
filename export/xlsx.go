package export

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// widest is the width of a column with sentences, in characters.
const widest = 40

// XLSX writes the sheet as a workbook with a frozen head and filters.
func XLSX(out io.Writer, s Sheet) error {
	b := newBook()
	defer b.file.Close()
	if err := b.add(s); err != nil {
		return err
	}
	return b.write(out)
}

// book is a workbook that sheets are added to.
type book struct {
	file   *excelize.File
	sheets int
	head   int            // style
	body   int            // style
	fills  map[string]int // styles by colour
}

func newBook() *book { return &book{file: excelize.NewFile(), fills: map[string]int{}} }

// styles makes the styles that cells share.
func (b *book) styles() error {
	if b.head != 0 {
		return nil
	}
	var err error
	if b.head, err = b.style("D9E2F3", true); err != nil {
		return err
	}
	b.body, err = b.style("", false)
	return err
}

// style makes a style of cells with borders, whose text is wrapped.
func (b *book) style(fill string, bold bool) (int, error) {
	s := &excelize.Style{
		Font:      &excelize.Font{Bold: bold, Size: 10},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	if bold {
		s.Alignment.Vertical, s.Alignment.Horizontal = "center", "center"
	}
	if fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	n, err := b.file.NewStyle(s)
	if err != nil {
		return 0, fmt.Errorf("make style: %w", err)
	}
	return n, nil
}

// filled returns the style of a cell with a colour.
func (b *book) filled(colour string) (int, error) {
	if colour == "" {
		return b.body, nil
	}
	if n, ok := b.fills[colour]; ok {
		return n, nil
	}
	n, err := b.style(colour, false)
	b.fills[colour] = n
	return n, err
}

// newSheet makes an empty sheet that prints on landscape A4, as wide as the
// page, its head on every page.
func (b *book) newSheet(name string) error {
	if err := b.styles(); err != nil {
		return err
	}
	if b.sheets++; b.sheets == 1 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return fmt.Errorf("name sheet: %w", err)
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return fmt.Errorf("make sheet: %w", err)
	}
	yes, a4, landscape, one, any := true, 9, "landscape", 1, 0
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return fmt.Errorf("set up page: %w", err)
	}
	layout := &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}
	if err := b.file.SetPageLayout(name, layout); err != nil {
		return fmt.Errorf("set up page: %w", err)
	}
	narrow := 0.4 // inches
	margins := &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}
	if err := b.file.SetPageMargins(name, margins); err != nil {
		return fmt.Errorf("set up page: %w", err)
	}
	return nil
}

// add adds a sheet with frozen head and filters.
func (b *book) add(s Sheet) error {
	if err := b.newSheet(s.Name); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(s.Name)
	if err != nil {
		return fmt.Errorf("write sheet: %w", err)
	}
	// Widths and panes must be set before the first row.
	for i := range s.Head {
		if err := w.SetColWidth(i+1, i+1, width(s, i)); err != nil {
			return fmt.Errorf("set column width: %w", err)
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("freeze head: %w", err)
	}
	if err := b.rows(w, s); err != nil {
		return err
	}
	return b.filter(s)
}

func (b *book) rows(w *excelize.StreamWriter, s Sheet) error {
	wide := make([]float64, len(s.Head))
	for i := range wide {
		wide[i] = width(s, i)
	}
	for i, row := range append([][]string{s.Head}, s.Rows...) {
		cells := make([]any, len(row))
		for j, c := range row {
			style := b.head
			if i > 0 {
				var err error
				if style, err = b.filled(s.Fills[[2]int{i - 1, j}]); err != nil {
					return err
				}
			}
			cells[j] = excelize.Cell{StyleID: style, Value: c}
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return fmt.Errorf("write row %d: %w", i+1, err)
		}
		if err := w.SetRow(at, cells, excelize.RowOpts{Height: height(row, wide)}); err != nil {
			return fmt.Errorf("write row %d: %w", i+1, err)
		}
	}
	return w.Flush()
}

// filter sets filters, and the head that every printed page repeats.
func (b *book) filter(s Sheet) error {
	last, err := excelize.CoordinatesToCellName(len(s.Head), len(s.Rows)+1)
	if err != nil {
		return fmt.Errorf("set filter: %w", err)
	}
	if err := b.file.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
		return fmt.Errorf("set filter: %w", err)
	}
	titles := &excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.Name + "'!$1:$1", Scope: s.Name}
	if err := b.file.SetDefinedName(titles); err != nil {
		return fmt.Errorf("repeat head: %w", err)
	}
	return nil
}

func (b *book) write(out io.Writer) error {
	if err := b.file.Write(out); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// width returns the width of a column: its longest cell, a Chinese character
// counting two.
func width(s Sheet, column int) float64 {
	longest := 8
	for _, row := range append([][]string{s.Head}, s.Rows...) {
		longest = max(longest, characters(row[column])+2)
	}
	return float64(min(longest, widest))
}

// characters counts a Chinese character as two.
func characters(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0x2e80 {
			n++
		}
	}
	return n
}

// A line of a cell is so high, in points, and a cell at most so many lines.
const (
	lineHeight = 14
	mostLines  = 28
)

// height returns the height of a row whose texts are wrapped: Excel does not
// work it out by itself.
func height(row []string, wide []float64) float64 {
	lines := 1
	for i, text := range row {
		lines = max(lines, int(float64(characters(text))/(wide[i]-1))+1)
	}
	return float64(min(lines, mostLines)*lineHeight + 2)
}
