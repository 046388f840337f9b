// Package export turns facts and ledger lines into the forms that offices
// pass on: rows for a table on the screen, CSV, XLSX, and a calendar of
// deadlines.
package export

// Sheet is a table: a head and rows of cells, all as text.
type Sheet struct {
	Name string
	Head []string
	Rows [][]string

	// Fills are the colours, as RRGGBB, of cells, by row and column; formats
	// without colours leave them out.
	Fills map[[2]int]string
}
