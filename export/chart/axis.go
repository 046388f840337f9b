package chart

import (
	"math"
	"strconv"
	"strings"
)

// Axis is the vertical axis, which all panels of a chart share.
type Axis struct {
	Low, High float64
	Ticks     []float64
	Broken    bool // it does not begin at 0
	digits    int  // behind the point of a tick
}

// rounding is what a quotient may be off for being a float.
const rounding = 1e-9

// ticksWanted is how many steps an axis has, more or less.
const ticksWanted = 4

// NewAxis returns the axis on which the values of the panels stand. That of
// bars holds 0; that of lines may begin elsewhere, and says so.
func NewAxis(panels []Panel) Axis {
	low, high, ok := bounds(panels)
	if !ok {
		return Axis{High: 1, Ticks: []float64{0, 1}}
	}
	lines := len(panels) > 0 && panels[0].Lines
	if !lines || low >= 0 && low < high/2 || low < 0 {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		low, high = low-math.Abs(low)/10, high+math.Abs(high)/10
	}
	if low == high {
		high = 1
	}
	step := niceStep((high - low) / ticksWanted)
	a := Axis{Low: math.Floor(low/step+rounding) * step, High: math.Ceil(high/step-rounding) * step}
	a.digits = max(0, -int(math.Floor(math.Log10(step)+rounding)))
	for n := 0; ; n++ {
		t := a.Low + float64(n)*step
		if t > a.High+step/2 {
			break
		}
		a.Ticks = append(a.Ticks, t)
	}
	a.Broken = a.Low > 0 || a.High < 0
	return a
}

// niceStep returns the next step of 1, 2 or 5 times a power of ten.
func niceStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if raw <= m*power*(1+rounding) {
			return m * power
		}
	}
	return 10 * power
}

// Label writes a tick.
func (a Axis) Label(tick float64) string {
	text := strconv.FormatFloat(tick, 'f', a.digits, 64)
	if strings.Trim(text, "-0.") == "" {
		return "0"
	}
	return strings.Replace(text, "-", "−", 1)
}
