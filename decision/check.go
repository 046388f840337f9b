package decision

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/report"
)

// check is what a kind of decision has to be like.
type check struct {
	kind  report.DecisionKind
	about func(report.Decision) error // what it is about
	value func(report.Decision) error // what it says
}

func checks() []check {
	return []check{
		{report.DecisionName, noTarget, checkName},
		{report.DecisionConfirm, aPlace, empty(optional(oneOf(Statuses())))},
		{report.DecisionStatus, aPlace, empty(oneOf(Statuses()))},
		{report.DecisionValue, aPlace, checkQuantity},
		{report.DecisionLink, aPlace, checkLink},
		{report.DecisionOwner, aPlace, empty(some)},
		{report.DecisionDue, aPlace, empty(day)},
		{report.DecisionClose, aPlace, empty(nothing)},
		{report.DecisionWrong, aPlace, empty(nothing)},
		{report.DecisionComment, aDocument, empty(some)},
		{report.DecisionMerge, anything, checkMerge},
		{report.DecisionReport, theDocument, checkReport},
		{report.DecisionFact, aPlace, checkFact},
		{report.DecisionReject, aPlace, empty(nothing)},
		{report.DecisionRemove, theDocument, empty(nothing)},
		{report.DecisionVersion, theDocument, empty(oneOf([]string{report.VersionCounts, report.VersionOwn}))},
	}
}

// Check tells what is wrong with a decision that is to follow those made
// before. It knows nothing of the reports: whether its target is there, Locate
// tells.
func Check(d report.Decision, before []report.Decision) error {
	switch {
	case d.Who == "":
		return errors.New("decide: want who decided")
	case d.When.IsZero():
		return errors.New("decide: want when it was decided")
	case d.Kind == report.DecisionUndo:
		return checkUndo(d, before)
	}
	var kinds []string
	for _, c := range checks() {
		if c.kind != d.Kind {
			kinds = append(kinds, string(c.kind))
			continue
		}
		if d.Undoes != "" {
			return fmt.Errorf("decide: a decision of kind %s takes nothing back", d.Kind)
		}
		if err := errors.Join(c.about(d), c.value(d)); err != nil {
			return fmt.Errorf("decide: %w", err)
		}
		return checkCircle(d, before)
	}
	return fmt.Errorf("decide: kind %q, want one of %s, %s", d.Kind, strings.Join(kinds, ", "), report.DecisionUndo)
}

func noTarget(d report.Decision) error {
	if !d.Target.IsZero() || !d.Other.IsZero() {
		return fmt.Errorf("a decision of kind %s stands in no document", d.Kind)
	}
	return nil
}

func anything(report.Decision) error { return nil }

func aDocument(d report.Decision) error { return isDocument(d.Target) }

func theDocument(d report.Decision) error {
	if d.Target.Sentence != "" || d.Target.Words != "" {
		return fmt.Errorf("a decision of kind %s is about a whole document", d.Kind)
	}
	return isDocument(d.Target)
}

func aPlace(d report.Decision) error { return isPlace(d.Target) }

func isDocument(k report.DecisionKey) error {
	if len(k.Document) != 64 || strings.Trim(k.Document, "0123456789abcdef") != "" {
		return fmt.Errorf("document %q, want its hash of 64 hexadecimal digits", k.Document)
	}
	return nil
}

func isPlace(k report.DecisionKey) error {
	if err := isDocument(k); err != nil {
		return err
	}
	if k.Sentence == "" {
		return errors.New("want the sentence it is about")
	}
	return nil
}

// empty wraps the check of a value for kinds that have no further fields.
func empty(value func(string) error) func(report.Decision) error {
	return func(d report.Decision) error {
		if d.Field != "" || d.Subject != "" || d.Full != "" || !d.Other.IsZero() {
			return fmt.Errorf("a decision of kind %s has no field, name or second place", d.Kind)
		}
		return value(d.Value)
	}
}

func optional(value func(string) error) func(string) error {
	return func(s string) error {
		if s == "" {
			return nil
		}
		return value(s)
	}
}

func oneOf(words []string) func(string) error {
	return func(s string) error {
		if !slices.Contains(words, s) {
			return fmt.Errorf("%q, want one of %s", s, strings.Join(words, ", "))
		}
		return nil
	}
}

// longestText is how many characters a comment or a corrected field may have.
const longestText = 2000

func some(s string) error {
	n := utf8.RuneCountInString(s)
	if !utf8.ValidString(s) || strings.TrimSpace(s) == "" || n > longestText {
		return fmt.Errorf("a text of %d characters, want 1 to %d", n, longestText)
	}
	return nil
}

func nothing(s string) error {
	if s != "" {
		return fmt.Errorf("value %q, want none", s)
	}
	return nil
}

func day(s string) error {
	_, err := report.ParseDate(s)
	return err
}

func period(s string) error {
	var p report.Period
	return p.UnmarshalText([]byte(s))
}

func year(s string) error {
	if n, err := strconv.Atoi(s); err != nil || n < 1900 || n > 2200 {
		return fmt.Errorf("year %q, want four digits", s)
	}
	return nil
}

func checkQuantity(d report.Decision) error {
	if d.Field != report.FieldTarget && d.Field != report.FieldResult {
		return fmt.Errorf("field %q, want %s or %s", d.Field, report.FieldTarget, report.FieldResult)
	}
	return isQuantity(d)
}

func isQuantity(d report.Decision) error {
	if d.Quantity == nil || d.Value == "" {
		return errors.New("want a number with its unit, such as 240亿元")
	}
	return nil
}

func checkLink(d report.Decision) error {
	verdicts := []string{string(report.Supports), string(report.Contradicts), string(report.PartlyMet),
		string(report.Mentions), report.LinkNone}
	return errors.Join(isPlace(d.Other), oneOf(verdicts)(d.Value))
}

func checkReport(d report.Decision) error {
	switch d.Field {
	case report.FieldOrg, report.FieldOrgShort, report.FieldKind:
		return some(d.Value)
	case report.FieldYear, report.FieldPlanned:
		return year(d.Value)
	}
	return fmt.Errorf("field %q of a report, want one of %s, %s, %s, %s, %s", d.Field, report.FieldOrg,
		report.FieldOrgShort, report.FieldKind, report.FieldYear, report.FieldPlanned)
}

func checkUndo(d report.Decision, before []report.Decision) error {
	if !slices.ContainsFunc(before, func(e report.Decision) bool { return e.ID == d.Undoes }) {
		return fmt.Errorf("decide: there is no decision %q to take back; see the history", d.Undoes)
	}
	if Undone(before)[d.Undoes] {
		return fmt.Errorf("decide: decision %s is taken back already", d.Undoes)
	}
	return nil
}

// longestName is how many characters a name may have.
const longestName = 60

func checkName(d report.Decision) error {
	n := utf8.RuneCountInString(d.Subject)
	switch {
	case d.Value != report.NameConfirmed && d.Value != report.NameRejected:
		return fmt.Errorf("%q of name %s, want %s or %s", d.Value, d.Subject, report.NameConfirmed, report.NameRejected)
	case !utf8.ValidString(d.Subject) || n < 2 || n > longestName || strings.ContainsFunc(d.Subject, unicode.IsSpace):
		return fmt.Errorf("name %q, want 2 to %d characters without blanks", d.Subject, longestName)
	}
	return nil
}

// Statuses returns the statuses a promise can have.
func Statuses() []string {
	var out []string
	for _, s := range []report.Status{report.Done, report.Exceeded, report.Partial, report.InProgress, report.Missed,
		report.Late, report.Unreported, report.NotDue, report.Unverifiable} {
		out = append(out, string(s))
	}
	return out
}
