package web

import (
	"taizhang/index"
)

// queryMistake shows a mistake where it stands in the query.
type queryMistake struct {
	Before, At, After string // the query in three; At is empty at its end
	Column            int    // from 1
	Code, About       string // what was expected; see index.SyntaxError
}

func newQueryMistake(query string, e *index.SyntaxError) *queryMistake {
	runes := []rune(query)
	at := min(max(e.Column-1, 0), len(runes))
	end := min(at+len([]rune(e.Found)), len(runes))
	return &queryMistake{string(runes[:at]), string(runes[at:end]), string(runes[end:]), e.Column, e.Code, e.About}
}

// QueryWants says what a query should have where it has a mistake.
func (v *view) QueryWants(m *queryMistake) string {
	switch m.Code {
	case index.WantShorter:
		return v.T("search.want_shorter", m.About)
	case index.WantShallower:
		return v.T("search.want_shallower", m.About)
	case index.WantBracket:
		return v.T("search.want_bracket", m.About)
	case index.WantQuote:
		return v.T("search.want_quote")
	case index.WantPhrase:
		return v.T("search.want_phrase")
	case index.WantNoField:
		return v.T("search.want_no_field", v.fieldName(m.About))
	case index.WantField:
		if m.About == "" {
			return v.T("search.want_field")
		}
		return v.T("search.want_field_like", m.About)
	case index.WantFieldValue:
		return v.fieldWants(m.About)
	case index.WantEnd:
		return v.T("search.want_end")
	}
	return v.T("search.want_term")
}

// fieldWants says what values a field has.
func (v *view) fieldWants(field string) string {
	switch field {
	case "year":
		return v.T("search.want_year")
	case "kind":
		return v.T("search.want_kind")
	case "modality":
		return v.T("search.want_modality")
	case "value":
		return v.T("search.want_value")
	case "due":
		return v.T("search.want_due")
	case "pinyin":
		return v.T("search.want_pinyin")
	}
	return v.T("search.want_name", v.fieldName(field))
}

// fieldName names a field of the query language.
func (v *view) fieldName(field string) string {
	if v.Lang == chinese {
		return index.ChineseField(field)
	}
	return field
}
