package web

import "taizhang/report"

// lamp is a light as the office of a promise knows it.
type lamp struct {
	Light  report.Light
	Name   string // what the office calls it; empty: as everywhere
	Colour string // #RRGGBB; empty: as everywhere
}

// Lamp returns a light as an office knows it; of the empty office, as all do
// that say nothing else.
func (v *view) Lamp(org string, word any) lamp {
	light := report.Light(asText(word))
	name, colour := v.lightOf(org, light)
	if colour != "" {
		colour = "#" + colour
	}
	return lamp{light, name, colour}
}
