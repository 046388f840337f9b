package track

import (
	"slices"
	"strings"

	"taizhang/report"
)

// LightScheme says what the lights of an office mean: cities differ in when
// yellow begins, and in what red is.
type LightScheme struct {
	Org         string                  // offices whose name contains this; empty: all
	DueSoonDays int                     // due soon from so many days before the due day on
	GraceDays   int                     // overdue only from so many days behind it; until then due soon
	Closed      []report.Status         // statuses that close a promise; nil: done, exceeded, late
	Names       map[report.Light]string // what the office calls its lights: 黄灯
	Colours     map[report.Light]string // RRGGBB
}

// scheme returns that of an office: the first that names it.
func (o Options) scheme(org string) LightScheme {
	return SchemeOf(o.Lights, org, o.DueSoonDays)
}

// SchemeOf returns the scheme of an office: the first that names it, else the
// plain one with so many days for due soon.
func SchemeOf(all []LightScheme, org string, days int) LightScheme {
	for _, s := range all {
		if strings.Contains(org, s.Org) {
			return s
		}
	}
	return LightScheme{DueSoonDays: days}
}

// closes tells whether a status closes a promise.
func (s LightScheme) closes(status report.Status) bool {
	if s.Closed == nil {
		return status == report.Done || status == report.Exceeded || status == report.Late
	}
	return slices.Contains(s.Closed, status)
}

// light returns the light of a promise on the day that is given.
func light(c report.Commitment, o Options) report.Light {
	s := o.scheme(c.Org)
	switch {
	case s.closes(c.Status):
		return report.LightClosed
	case c.Due.IsZero() || o.Today.IsZero():
		return report.LightNone
	case c.Due.AddDays(s.GraceDays).Before(o.Today):
		return report.LightOverdue
	case c.Due.Before(o.Today.AddDays(s.DueSoonDays + 1)):
		return report.LightDueSoon
	}
	return report.LightNone
}
