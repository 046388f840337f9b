package export

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// widest is the width of a column with sentences, in characters.
const widest = 60

// XLSX writes the sheet as a workbook with a frozen head and filters.
func XLSX(out io.Writer, s Sheet) error {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", s.Name); err != nil {
		return fmt.Errorf("name sheet: %w", err)
	}
	w, err := book.NewStreamWriter(s.Name)
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
	if err := rows(w, s); err != nil {
		return err
	}
	if err := filter(book, s); err != nil {
		return err
	}
	return book.Write(out)
}

func rows(w *excelize.StreamWriter, s Sheet) error {
	for i, row := range append([][]string{s.Head}, s.Rows...) {
		cells := make([]any, len(row))
		for j, c := range row {
			cells[j] = c
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return fmt.Errorf("write row %d: %w", i+1, err)
		}
		if err := w.SetRow(at, cells); err != nil {
			return fmt.Errorf("write row %d: %w", i+1, err)
		}
	}
	return w.Flush()
}

func filter(book *excelize.File, s Sheet) error {
	last, err := excelize.CoordinatesToCellName(len(s.Head), len(s.Rows)+1)
	if err != nil {
		return fmt.Errorf("set filter: %w", err)
	}
	if err := book.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
		return fmt.Errorf("set filter: %w", err)
	}
	return nil
}

// width returns the width of a column: its longest cell, a Chinese character
// counting two.
func width(s Sheet, column int) float64 {
	longest := 8
	for _, row := range append([][]string{s.Head}, s.Rows...) {
		n := 0
		for _, r := range row[column] {
			if n++; r > 0x2e80 {
				n++
			}
		}
		longest = max(longest, n+2)
	}
	return float64(min(longest, widest))
}
