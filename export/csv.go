package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// CSV writes the sheet as CSV in UTF-8 with a byte order mark, without which
// Excel takes Chinese for another encoding.
func CSV(out io.Writer, s Sheet) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	for _, row := range append([][]string{s.Head}, s.Rows...) {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = guard(cell)
		}
		if err := w.Write(safe); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// guard keeps a spreadsheet from taking a cell for a formula: the text comes
// from documents of others.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
