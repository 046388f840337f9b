package service

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/report"
	"taizhang/track"
)

// ParseLights reads schemes of lights as settings give them, one an office:
//
//	青岚县: days=15 grace=3 done=done,exceeded due_soon=黄灯#FFD966 overdue=红灯#FF0000
//
// days is from when a promise is due soon, grace by how many days it may be
// late before it is overdue, done the statuses that close it; the lights have a
// name and a colour. What is not said is as elsewhere: days days ahead.
func ParseLights(entries []string, days int) ([]track.LightScheme, error) {
	var out []track.LightScheme
	for _, e := range entries {
		org, rest, ok := strings.Cut(e, ":")
		if !ok {
			if org, rest, ok = strings.Cut(e, "："); !ok {
				return nil, invalid("lights", fmt.Errorf("lights %q: want OFFICE: days=15 grace=3 …", e))
			}
		}
		s := track.LightScheme{Org: strings.TrimSpace(org), DueSoonDays: days,
			Names: map[report.Light]string{}, Colours: map[report.Light]string{}}
		for _, part := range strings.Fields(rest) {
			if err := readLight(&s, part); err != nil {
				return nil, invalid("lights", fmt.Errorf("lights of %s: %w", s.Org, err))
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// readLight reads one part of a scheme: days=15.
func readLight(s *track.LightScheme, part string) error {
	key, value, _ := strings.Cut(part, "=")
	var err error
	switch light := report.Light(key); {
	case key == "days":
		s.DueSoonDays, err = dayCount(value)
	case key == "grace":
		s.GraceDays, err = dayCount(value)
	case key == "done":
		s.Closed, err = ParseStatuses(strings.Split(value, ","))
	case slices.Contains(namedLights(), light):
		name, colour, _ := strings.Cut(value, "#")
		s.Names[light] = name
		if colour != "" && !isColour(colour) {
			return fmt.Errorf("colour #%s: want six hexadecimal digits", colour)
		}
		s.Colours[light] = strings.ToUpper(colour)
	default:
		err = fmt.Errorf("%q: want days, grace, done, or a light: none, due_soon, overdue, closed", part)
	}
	return err
}

// LightEntry writes a scheme as ParseLights reads it; days below 0 are not said.
func LightEntry(s track.LightScheme) string {
	parts := []string{s.Org + ":"}
	if s.DueSoonDays >= 0 {
		parts = append(parts, fmt.Sprint("days=", s.DueSoonDays))
	}
	if s.GraceDays > 0 {
		parts = append(parts, fmt.Sprint("grace=", s.GraceDays))
	}
	if len(s.Closed) > 0 {
		var words []string
		for _, w := range s.Closed {
			words = append(words, string(w))
		}
		parts = append(parts, "done="+strings.Join(words, ","))
	}
	for _, light := range namedLights() {
		switch name, colour := s.Names[light], s.Colours[light]; {
		case colour != "":
			parts = append(parts, string(light)+"="+name+"#"+colour)
		case name != "":
			parts = append(parts, string(light)+"="+name)
		}
	}
	return strings.Join(parts, " ")
}

// namedLights are the lights that an office may call otherwise.
func namedLights() []report.Light {
	return []report.Light{report.LightNone, report.LightDueSoon, report.LightOverdue, report.LightClosed}
}

func dayCount(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 3660 {
		return 0, fmt.Errorf("%q: want a number of days", s)
	}
	return n, nil
}

func isColour(s string) bool {
	return len(s) == 6 && strings.Trim(strings.ToLower(s), "0123456789abcdef") == ""
}
