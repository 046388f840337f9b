package chart

// Style is what the values of a series are.
type Style string

// Styles, by which series are told apart: what came is solid, what was promised
// hatched or dashed, what was expected dotted.
const (
	Actual   Style = "actual"
	Target   Style = "target"
	Forecast Style = "forecast"
)

// Panel is one diagram: places along the axis, and series with a value, or
// none, at each.
type Panel struct {
	Name   string
	Places []Place
	Series []Series
	Lines  bool // lines instead of bars
}

// Place is a place along the axis.
type Place struct {
	Label string // 2023
	Sign  string // of a note below the chart: ※1; empty: none
}

// Series is a row of values of one kind.
type Series struct {
	Style  Style
	Values []Value // one a place
}

// Value is a value of a series.
type Value struct {
	Known bool
	Size  float64
	Text  string // as people write it; shown where it is pointed at
	Label string // the number alone, which stands beside it
}

// bounds returns the smallest and largest value of the panels.
func bounds(panels []Panel) (low, high float64, ok bool) {
	for _, p := range panels {
		for _, s := range p.Series {
			for _, v := range s.Values {
				switch {
				case !v.Known:
				case !ok:
					low, high, ok = v.Size, v.Size, true
				default:
					low, high = min(low, v.Size), max(high, v.Size)
				}
			}
		}
	}
	return low, high, ok
}
