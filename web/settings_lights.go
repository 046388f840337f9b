package web

import (
	"net/http"
	"strconv"
	"strings"

	"taizhang/report"
	"taizhang/service"
	"taizhang/track"
)

// lightsSetting is the setting that holds the lights of offices.
const lightsSetting = "lights"

// lightRow is the scheme of an office in the form.
type lightRow struct {
	Number int
	Org    string
	Days   string // empty: as elsewhere
	Grace  string
	Closed []report.Status
	Lamps  []lampRow
	Raw    string // of an entry that cannot be read; the rest is empty then
}

// lampRow is a light in the form.
type lampRow struct {
	Light  report.Light
	Name   string
	Colour string // RRGGBB; empty: none
}

// Closes tells whether a status closes promises of the office.
func (l lightRow) Closes(s report.Status) bool {
	for _, c := range l.Closed {
		if c == s {
			return true
		}
	}
	return false
}

// lampsInForm are the lights that have a name on pages.
func lampsInForm() []report.Light {
	return []report.Light{report.LightDueSoon, report.LightOverdue, report.LightClosed}
}

// lightRows reads the entries of the setting, and adds an empty row.
func lightRows(entries []string) []lightRow {
	var out []lightRow
	for _, e := range append(append([]string{}, entries...), ":") {
		row := lightRow{Number: len(out)}
		all, err := service.ParseLights([]string{e}, -1)
		if err != nil {
			row.Raw = e
			all = []track.LightScheme{{DueSoonDays: -1}}
		}
		row.fill(all[0])
		out = append(out, row)
	}
	return out
}

func (l *lightRow) fill(s track.LightScheme) {
	l.Org, l.Closed = s.Org, s.Closed
	if s.DueSoonDays >= 0 {
		l.Days = strconv.Itoa(s.DueSoonDays)
	}
	if s.GraceDays > 0 {
		l.Grace = strconv.Itoa(s.GraceDays)
	}
	for _, light := range lampsInForm() {
		l.Lamps = append(l.Lamps, lampRow{light, s.Names[light], s.Colours[light]})
	}
}

// sentLights reads the schemes out of the form, an entry each: light-N-org and so
// on. A row in which nothing stands is none.
func sentLights(r *http.Request) []string {
	var out []string
	for i := 0; r.PostForm.Has(lightField(i, "org")); i++ {
		get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(lightField(i, name))) }
		if raw := get("raw"); raw != "" {
			out = append(out, raw)
			continue
		}
		var parts []string
		add := func(name, value string) {
			if value != "" {
				parts = append(parts, name+"="+oneWord(value))
			}
		}
		add("days", get("days"))
		add("grace", get("grace"))
		add("done", strings.Join(r.PostForm[lightField(i, "done")], ","))
		for _, light := range lampsInForm() {
			value := strings.ReplaceAll(get(string(light)), "#", "")
			if colour := strings.TrimPrefix(get(string(light)+"-colour"), "#"); colour != "" {
				value += "#" + colour
			}
			add(string(light), value)
		}
		if org := get("org"); org != "" || len(parts) > 0 {
			out = append(out, strings.NewReplacer(":", "", "：", "").Replace(org)+": "+strings.Join(parts, " "))
		}
	}
	return out
}

// oneWord takes the blanks out of a name, which end it in the setting.
func oneWord(text string) string { return strings.Join(strings.Fields(text), "") }

func lightField(i int, name string) string { return "light-" + strconv.Itoa(i) + "-" + name }

// Field returns the name of a field of the row.
func (l lightRow) Field(name string) string { return lightField(l.Number, name) }
