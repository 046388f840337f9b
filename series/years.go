package series

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// YearRow is a year of an indicator's series: what was promised for it, what
// was expected, what was reached, and how that grew, as stated and as the
// levels of the two years give it. Nil is what no report says.
type YearRow struct {
	Org      string          `json:"org"`
	Year     int             `json:"year"`
	Unit     string          `json:"unit,omitempty"` // base unit of the levels
	Target   *Point          `json:"target,omitempty"`
	Forecast *Point          `json:"forecast,omitempty"`
	Actual   *Point          `json:"actual,omitempty"`   // as it was said first
	Restated *Point          `json:"restated,omitempty"` // as a later report gives it anew, the last
	Aim      *Point          `json:"growth_target,omitempty"`
	Growth   *Point          `json:"growth,omitempty"`          // stated, in %
	Computed *report.Decimal `json:"growth_computed,omitempty"` // in %, of the levels; to the place of the stated one
	Agrees   *bool           `json:"agrees,omitempty"`          // whether both are one but for rounding
	Breaks   []Break         `json:"breaks,omitempty"`          // that concern the year's values
}

// Years lays the values of a series out by office and year. found are the breaks
// of the reports; those of other indicators are left out by their facts.
func Years(points []Point, found []Break) []YearRow {
	at := map[orgYear]*YearRow{}
	var keys []orgYear
	units := levelUnits(points)
	for i := range points {
		p := &points[i]
		k := orgYear{p.Org, p.Year}
		if at[k] == nil {
			at[k] = &YearRow{Org: p.Org, Year: p.Year, Unit: units[p.Org]}
			keys = append(keys, k)
		}
		at[k].take(p)
	}
	slices.SortFunc(keys, func(a, b orgYear) int { return cmp.Or(cmp.Compare(a.org, b.org), cmp.Compare(a.year, b.year)) })
	broken := breaksByFact(found)
	var out []YearRow
	for _, k := range keys {
		row := at[k]
		row.Breaks = row.breaksOf(broken)
		row.giveAnew()
		row.grow(at[orgYear{k.org, k.year - 1}])
		if row.Target != nil || row.Forecast != nil || row.Actual != nil || row.Growth != nil || row.Aim != nil {
			out = append(out, *row)
		}
	}
	return out
}

type orgYear struct {
	org  string
	year int
}

// levelUnits returns the base unit in which most levels of an office are told.
func levelUnits(points []Point) map[string]string {
	count := map[[2]string]int{}
	out := map[string]string{}
	for _, p := range points {
		if !p.isLevel() {
			continue
		}
		k := [2]string{p.Org, unitOf(p.Value)}
		if count[k]++; count[k] > count[[2]string{p.Org, out[p.Org]}] {
			out[p.Org] = k[1]
		}
	}
	return out
}

// take puts a value into its place of the row, where it has one.
func (r *YearRow) take(p *Point) {
	ratio := p.Comparison == report.YearOnYear && unitOf(p.Value) == "%"
	level := p.isLevel() && unitOf(p.Value) == r.Unit && p.whole()
	past := p.Told >= p.Year && p.Modality != report.Forecast // what a report tells of its own year or an earlier one
	switch {
	case ratio && past:
		first(&r.Growth, p)
	case ratio && p.Modality == report.Target:
		first(&r.Aim, p)
	case !level:
	case p.Modality == report.Target && !past:
		first(&r.Target, p)
	case p.Modality == report.Forecast:
		first(&r.Forecast, p)
	case past && r.Actual == nil:
		r.Actual = p
	case past && p.Told > r.Actual.Told:
		if !p.written().meets(r.Actual.written()) {
			r.Restated = p
		}
	}
}

// isLevel tells whether the value says how much there is: not by how much it
// grew, nor which place it has.
func (p *Point) isLevel() bool {
	return p.Comparison == "" && p.Kind != report.KindRank && p.Value.Unit != percentPoints
}

// percentPoints is the unit of a difference of shares.
const percentPoints = "百分点"

func first(to **Point, p *Point) {
	if *to == nil {
		*to = p
	}
}

// whole tells whether the value is of one whole year, as far as is known.
func (p *Point) whole() bool {
	return p.Period.IsZero() || p.Period == report.YearPeriod(p.Year)
}

func (p *Point) written() rounded {
	return asWritten(report.Fact{Value: &p.Value, Text: p.Text})
}

// grow works out how much the level is more than that of the year before, and
// whether the stated growth is that.
func (r *YearRow) grow(before *YearRow) {
	if r.Actual == nil || before == nil || before.Actual == nil {
		return
	}
	base := before.Actual
	if before.Restated != nil && before.Restated.Told <= r.Actual.Told {
		base = before.Restated
	}
	b, n := base.Value.Least(), r.Actual.Value.Least()
	if !b.IsPositive() {
		return
	}
	places := int32(1)
	if r.Growth != nil {
		places = max(0, -r.Growth.Value.Min.Exponent())
	}
	computed := n.Sub(b).Mul(report.Whole(100)).DivRound(b, places)
	r.Computed = &computed
	if r.Growth != nil {
		agrees := r.Actual.written().growthFrom(base.written()).meets(r.Growth.written())
		r.Agrees = &agrees
	}
}

func breaksByFact(found []Break) map[string][]Break {
	out := map[string][]Break{}
	for _, b := range found {
		switch b.Kind {
		case Copied:
		case Restated:
			out[b.First.Fact] = append(out[b.First.Fact], b)
		default:
			out[b.Again.Fact] = append(out[b.Again.Fact], b)
		}
	}
	return out
}

// breaksOf returns the breaks that the row's values are part of.
func (r *YearRow) breaksOf(broken map[string][]Break) []Break {
	var out []Break
	for _, p := range []*Point{r.Actual, r.Restated, r.Growth} {
		if p != nil {
			out = append(out, broken[p.Fact]...)
		}
	}
	return out
}

// giveAnew puts in the value that a break gives anew under another subject.
func (r *YearRow) giveAnew() {
	for _, b := range r.Breaks {
		if b.Kind == Restated && b.Growth == "" && r.Restated == nil && b.Again.Value != nil {
			s := b.Again
			r.Restated = &Point{Org: r.Org, Year: r.Year, Value: *s.Value, Modality: report.Actual, Period: report.YearPeriod(r.Year),
				Report: s.Report, Told: s.Year, Text: s.Text, Fact: s.Fact, Sentence: s.Sentence, Place: s.Place}
		}
	}
}
