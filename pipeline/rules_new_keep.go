package pipeline

import (
	"strings"

	"taizhang/pipeline/ruleset"
	"taizhang/report"
)

// keepOf says what a match keeps.
func (s *scene) keepOf(elements []element, named bool) []entry {
	value := ""
	action := ""
	for _, e := range elements {
		if e.value {
			value = "【" + ruleset.SlotWithoutClass(e.slot) + "】"
		}
		if s.fact.Action != "" && e.span.Of(s.text) == s.fact.Action {
			action = e.pattern
		}
	}
	out := []entry{{"value", value}}
	switch s.fact.Kind {
	case report.KindAward:
		out = append(out, entry{"subject", s.subjectBefore(elements)}, entry{"action", action})
	case report.KindDocument:
		return append(out, entry{"subject", value}, entry{"action", action}, s.modality())
	case report.KindEvent:
		return append(out, entry{"subject", "【前文】【后文】"}, entry{"action", action})
	default:
		if named {
			out = append(out, entry{"indicator", s.fact.Indicator})
		}
		return out
	}
	return append(out, s.modality(), entry{"strength", ruleset.StrengthName(s.fact.Strength)})
}

// subjectBefore is what stands before the pattern; where the subject is part
// of it, the subject itself.
func (s *scene) subjectBefore(elements []element) string {
	at := strings.Index(s.text, s.fact.Subject)
	if s.fact.Subject != "" && at >= 0 && at+len(s.fact.Subject) > elements[0].span.Start {
		return s.fact.Subject
	}
	return "【前文】"
}

// modality is kept where it is not that of the part of the report.
func (s *scene) modality() entry {
	usual := report.Actual
	if s.part == report.Plan {
		usual = report.Target
	}
	if s.fact.Modality == usual {
		return entry{"modality", ""}
	}
	return entry{"modality", ruleset.ModalityName(s.fact.Modality)}
}
