package read

import "strings"

// pathObject keeps the rules that the PathObject just started draws.
func (c *ofdContent) pathObject(x *xmlStream, e element) error {
	stroke, fill := e.attr("Stroke") != "false", e.attr("Fill") == "true"
	p := placeOf(e)
	return x.each(func(e element) error {
		if e.name != "AbbreviatedData" || !stroke && !fill || len(c.rules) > mostRules {
			return x.skip()
		}
		data, err := x.text()
		if err == nil {
			c.rules = append(c.rules, drawnRules(p, data)...)
		}
		return err
	})
}

// drawnRules returns the rules of a drawing: its level and upright strokes, or
// the whole of it if it is one thin box.
func drawnRules(p place, data string) []rule {
	var out []rule
	var x, y, startX, startY float64
	left, top, right, foot := 1e9, 1e9, -1e9, -1e9
	to := func(nx, ny float64, draw bool) {
		if draw {
			out = append(out, thinRules(p, min(x, nx), min(y, ny), max(x, nx), max(y, ny))...)
		}
		x, y = nx, ny
		left, top, right, foot = min(left, x), min(top, y), max(right, x), max(foot, y)
	}
	fields := strings.Fields(data)
	for i := 0; i < len(fields); i++ {
		steps, known := drawing[fields[i]]
		if !known {
			continue
		}
		n := floats(strings.Join(fields[i+1:min(i+1+steps, len(fields))], " "))
		if len(n) < steps {
			return nil
		}
		i += steps
		switch fields[i-steps] {
		case "S", "M":
			startX, startY = n[0], n[1]
			to(n[0], n[1], false)
		case "L":
			to(n[0], n[1], true)
		case "C":
			to(startX, startY, true)
		default:
			to(n[steps-2], n[steps-1], false)
		}
	}
	if left < right || top < foot {
		if whole := thinRules(p, left, top, right, foot); whole != nil {
			return whole
		}
	}
	return out
}

// drawing is how many numbers follow a stroke's letter.
var drawing = map[string]int{"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

// thinRules returns the rule that a box of a drawing is, if it is one.
func thinRules(p place, left, top, right, foot float64) []rule {
	if b := p.box(left, top, right, foot); b.Width <= thin || b.Height <= thin {
		return rulesOf(b)
	}
	return nil
}
