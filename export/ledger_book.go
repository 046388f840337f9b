package export

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"taizhang/report"
	"taizhang/series"
)

// mostCharts is how many series of a workbook have a chart: a program opens
// hundreds of them slowly. All have their numbers.
const mostCharts = 60

// chartRows is how many rows a series takes at least, so that its chart has room.
const chartRows = 14

// Book writes a workbook of three sheets: the ledger in the form, the evidence,
// and the series of the indicators that promises are about, each with a chart.
func (f LedgerForm) Book(out io.Writer, lines []report.Commitment, series []series.Series) error {
	b := newBook()
	defer b.file.Close()
	ledger, evidence := f.Sheet(lines), Evidence(lines, f.Lang)
	ledger.Name, evidence.Name = f.Lang.Label("ledger"), f.Lang.Label("evidence")
	for _, s := range []Sheet{ledger, evidence} {
		if err := b.add(s); err != nil {
			return err
		}
	}
	if len(series) > 0 {
		if err := b.addSeries(f.Lang, series); err != nil {
			return err
		}
	}
	return b.write(out)
}

// addSeries adds the sheet of series, one below the other.
func (b *book) addSeries(lang Lang, all []series.Series) error {
	name := lang.Label("series")
	if err := b.newSheet(name); err != nil {
		return err
	}
	for column, wide := range map[string]float64{"A": 8, "B": 12, "C": 12, "D": 12, "E": 10, "F": 40} {
		if err := b.file.SetColWidth(name, column, column, wide); err != nil {
			return fmt.Errorf("set column width: %w", err)
		}
	}
	row := 1
	for i, s := range all {
		block := seriesBlock{b, name, lang, s, row}
		if err := block.write(); err != nil {
			return fmt.Errorf("write series %s: %w", s.Indicator, err)
		}
		if i < mostCharts {
			if err := block.chart(); err != nil {
				return fmt.Errorf("draw series %s: %w", s.Indicator, err)
			}
		}
		row += max(len(s.Rows)+2, chartRows) + 2
	}
	return nil
}

// seriesBlock is a series on its sheet: a title, a head, a row a year, and a
// chart beside.
type seriesBlock struct {
	*book
	sheet  string
	lang   Lang
	series series.Series
	row    int // of the title
}

func (s seriesBlock) write() error {
	digits, unit := scale(s.series.Rows)
	title := fmt.Sprintf("%s　%s", s.series.Org, s.series.Indicator)
	if unit != "" {
		title += "（" + unit + "）"
	}
	if err := s.file.SetCellValue(s.sheet, s.at("A", 0), title); err != nil {
		return err
	}
	head := s.lang.labels("Year", "Target", "Forecast", "Actual", "Growth", "Breaks")
	if err := s.cells(1, s.head, head[0], head[1], head[2], head[3], head[4], head[5]); err != nil {
		return err
	}
	for i, r := range s.series.Rows {
		err := s.cells(i+2, s.body, year(r.Year), drawn(r.Target, digits), drawn(r.Forecast, digits), drawn(reached(r), digits),
			growthCell(r), breaksOf(r, s.lang))
		if err != nil {
			return err
		}
	}
	return nil
}

// cells writes a row of the block.
func (s seriesBlock) cells(row, style int, values ...any) error {
	for i, v := range values {
		at := s.at(string(rune('A'+i)), row)
		if err := s.file.SetCellValue(s.sheet, at, v); err != nil {
			return err
		}
		if err := s.file.SetCellStyle(s.sheet, at, at, style); err != nil {
			return err
		}
	}
	return nil
}

func (s seriesBlock) at(column string, row int) string { return fmt.Sprintf("%s%d", column, s.row+row) }

// chart draws target, forecast and result of each year side by side.
func (s seriesBlock) chart() error {
	first, last := s.row+2, s.row+1+len(s.series.Rows)
	var lines []excelize.ChartSeries
	for _, column := range []string{"B", "C", "D"} {
		lines = append(lines, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", s.sheet, column, s.row+1),
			Categories: fmt.Sprintf("'%s'!$A$%d:$A$%d", s.sheet, first, last),
			Values:     fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.sheet, column, first, column, last),
		})
	}
	dark := excelize.Font{Color: "404040", Size: 9}
	axis := excelize.ChartAxis{Font: dark}
	values := excelize.ChartAxis{Font: dark, MajorGridLines: true}
	if zero := 0.0; !falls(s.series.Rows) {
		values.Minimum = &zero // columns that do not begin at 0 mislead
	}
	return s.file.AddChart(s.sheet, s.at("H", 0), &excelize.Chart{
		XAxis: axis, YAxis: values,
		Type: excelize.Col, Series: lines,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.series.Indicator}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 560, Height: 260},
	})
}

// falls tells whether a value lies below 0.
func falls(rows []series.YearRow) bool {
	for _, r := range rows {
		for _, p := range []*series.Point{r.Target, r.Forecast, reached(r)} {
			if p != nil && baseOf(p).IsNegative() {
				return true
			}
		}
	}
	return false
}

// reached returns the value that stands for the year without what was only
// expected.
func reached(r series.YearRow) *series.Point {
	if r.Restated != nil {
		return r.Restated
	}
	return r.Actual
}

// scale returns by how many digits the values of a series are shortened, and
// the unit that they have then.
func scale(rows []series.YearRow) (digits int32, unit string) {
	var most report.Decimal
	for _, r := range rows {
		unit = r.Unit
		for _, p := range []*series.Point{r.Target, r.Forecast, r.Actual, r.Restated} {
			if p != nil && baseOf(p).Cmp(most) > 0 {
				most = baseOf(p)
			}
		}
	}
	switch {
	case most.Cmp(report.Whole(100_000_000)) >= 0:
		return 8, "亿" + unit
	case most.Cmp(report.Whole(10_000)) >= 0:
		return 4, "万" + unit
	}
	return 0, unit
}

// baseOf returns the value in the series' unit.
func baseOf(p *series.Point) report.Decimal {
	if p.Value.Base != nil {
		return p.Value.Base.Min
	}
	return p.Value.Min
}

// drawn returns a number that a chart can draw; nil for none.
func drawn(p *series.Point, digits int32) any {
	if p == nil {
		return nil
	}
	n, _ := baseOf(p).Shift(-digits).Float64()
	return n
}

// growthCell writes the growth as stated, else as worked out, in brackets.
func growthCell(r series.YearRow) string {
	if r.Growth == nil && r.Computed != nil {
		return "(" + percent(r.Computed) + ")"
	}
	return pointValue(r.Growth)
}
