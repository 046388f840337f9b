package export

import (
	"fmt"
	"html/template"
	"io"

	"taizhang/report"
)

// page is a ledger as one printable page: landscape A4, the head of the table
// on every sheet of paper, no script and nothing from elsewhere.
const page = `<!doctype html>
<html lang="{{.Lang}}">
<meta charset="utf-8">
<title>{{.Title}}</title>
<style>
@page { size: A4 landscape; margin: 12mm 10mm; }
body { font: 9pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimSun, sans-serif; margin: 0; color: #000; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 2mm; }
p { margin: 0 0 3mm; text-align: center; color: #444; }
table { border-collapse: collapse; width: 100%; table-layout: auto; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #888; padding: 1mm 1.5mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #e8edf5; text-align: center; white-space: nowrap; }
td.short { white-space: nowrap; }
@media screen { body { max-width: 277mm; margin: 8mm auto; } }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
</style>
<h1>{{.Title}}</h1>
<p>{{.Note}}</p>
<table>
<thead><tr>{{range .Head}}<th>{{.}}</th>{{end}}</tr></thead>
<tbody>
{{range .Rows}}<tr>{{range .}}<td{{if .Short}} class="short"{{end}}{{if .Colour}} style="background:#{{.Colour}}"{{end}}>{{.Text}}</td>{{end}}</tr>
{{end}}</tbody>
</table>
</html>
`

// cell is a cell of the page.
type cell struct {
	Text   string
	Colour string
	Short  bool // not to be broken
}

// longestUnbroken is how many characters a cell may have and stand in one line.
const longestUnbroken = 12

// Page writes the ledger in the form as a page for the printer. today is the
// day that it is of.
func (f LedgerForm) Page(out io.Writer, lines []report.Commitment, today report.Date) error {
	if f.Columns == nil {
		f.Columns, _ = ParseColumns([]string{"number", "org", "text", "target", "owner", "due", "status", "light", "answer"}, f.Lang)
	}
	s := f.Sheet(lines)
	view := struct {
		Lang, Title, Note string
		Head              []string
		Rows              [][]cell
	}{string(f.Lang), f.Lang.Label("ledger"), fmt.Sprintf("%s　%d", today, len(lines)), s.Head, nil}
	for i, row := range s.Rows {
		var cells []cell
		for k, text := range row {
			cells = append(cells, cell{text, s.Fills[[2]int{i, k}], len([]rune(text)) <= longestUnbroken})
		}
		view.Rows = append(view.Rows, cells)
	}
	t, err := template.New("ledger").Parse(page)
	if err != nil {
		return fmt.Errorf("make page: %w", err)
	}
	if err := t.Execute(out, view); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}
