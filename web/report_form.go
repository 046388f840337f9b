package web

import (
	"errors"
	"net/http"
	"strings"

	"taizhang/decision"
	"taizhang/library"
	"taizhang/report"
	"taizhang/service"
)

// correctable is a field of a form of corrections.
type correctable struct {
	Name    string
	Title   string   // word of a record for it
	Value   string   // as it is now
	Like    string   // an example
	Choices []string // words of a record; empty: any text
}

// factForm returns the fields of a fact that can be corrected.
func factForm(f *report.Fact) []correctable {
	value := ""
	if f.Value != nil {
		value = f.Value.Min.String() + f.Value.Unit
		if !f.Value.Min.Equal(f.Value.Max) || f.Value.Bound != report.Exact {
			value = f.Text
		}
	}
	form := []correctable{
		{Name: report.FieldKind, Value: string(f.Kind), Choices: decision.Kinds()},
		{Name: report.FieldModality, Value: string(f.Modality), Choices: decision.Modalities()},
		{Name: report.FieldIndicator, Value: f.Indicator},
		{Name: report.FieldSubject, Value: f.Subject},
		{Name: report.FieldAction, Value: f.Action},
		{Name: report.FieldValue, Value: value, Like: "9.6亿元"},
		{Name: report.FieldPeriod, Value: f.Period.String(), Like: "2024-01-01/2024-12-31"},
		{Name: report.FieldDue, Value: f.Due.String(), Like: "2024-06-30"},
		{Name: report.FieldOwner, Value: f.Owner},
	}
	for i := range form {
		form[i].Title = factTitle(form[i].Name)
	}
	return form
}

// filingTitle returns the word of a record for a field of a report.
func filingTitle(field string) string {
	switch field {
	case report.FieldOrg:
		return "Office"
	case report.FieldOrgShort:
		return "Short name"
	case report.FieldKind:
		return "Document"
	case report.FieldPlanned:
		return "Planned year"
	}
	return "Year"
}

// factTitle returns the word of a record for a field of a fact.
func factTitle(field string) string {
	if field == "" {
		return ""
	}
	return strings.ToUpper(field[:1]) + field[1:]
}

// filingForm returns the fields of a report that can be corrected.
func filingForm(f service.Filing) []correctable {
	return []correctable{
		{Name: report.FieldOrg, Title: filingTitle(report.FieldOrg), Value: f.Org},
		{Name: report.FieldOrgShort, Title: filingTitle(report.FieldOrgShort), Value: f.OrgShort},
		{Name: report.FieldKind, Title: filingTitle(report.FieldKind), Value: f.Kind, Like: report.KindSummaryPlan},
		{Name: report.FieldYear, Title: filingTitle(report.FieldYear), Value: yearWord(f.Year), Like: "2023"},
		{Name: report.FieldPlanned, Title: filingTitle(report.FieldPlanned), Value: yearWord(f.Planned), Like: "2024"},
	}
}

// changed returns the fields of a form that were sent with another value.
func changed(form []correctable, r *http.Request) []service.Correction {
	var out []service.Correction
	for _, f := range form {
		sent := strings.TrimSpace(r.PostFormValue(f.Name))
		if sent != "" && sent != f.Value {
			out = append(out, service.Correction{Field: f.Name, Value: sent})
		}
	}
	return out
}

// asInvalid says that what was sent is wrong where an error is not the program's
// own: an id that is no decision's, or one that was taken back.
func asInvalid(field string, err error) error {
	if err == nil || errors.Is(err, library.ErrNoReport) || errors.As(err, new(*service.InvalidError)) {
		return err
	}
	return &service.InvalidError{Field: field, Err: err}
}

// historyLine is a line of the history of decisions.
type historyLine struct {
	service.Past
	Title   string // of the field that was corrected
	Words   string // of the fact it is about; empty: the whole report
	CanUndo bool
	Undoer  string // who takes it back if nobody says otherwise
}

// historyLines returns the history, latest first.
func historyLines(all []service.Past, who string) []historyLine {
	var out []historyLine
	for _, d := range all {
		title := factTitle(d.Field)
		if d.Kind == report.DecisionReport {
			title = filingTitle(d.Field)
		}
		out = append([]historyLine{{Past: d, Title: title, Words: d.Target.Words,
			CanUndo: !d.Undone && d.Kind != report.DecisionUndo, Undoer: who}}, out...)
	}
	return out
}
