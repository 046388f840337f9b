package attribute

import (
	"slices"
	"unicode/utf8"
)

// subject returns what the value is about: the name of the row where the head
// says what of it is given, else the head.
func (v *cellView) subject() string {
	head, name := v.heads, v.name
	about := ""
	switch {
	case head.noun == "" && name.noun == "":
		about = v.nounAbove()
	case head.noun == "":
		about = v.rowNoun()
	case name.noun == "":
		about = v.columnNoun()
	case v.rowsAreIndicators():
		about = v.rowNoun()
	default:
		about = v.columnNoun()
	}
	word := ""
	if head.measures == completion || head.measures == share {
		word = head.word
	} else if name.noun == "" && (name.measures == completion || name.measures == share) {
		word = name.word
	}
	if word != "" && utf8.RuneCountInString(about+word) <= longestSubject {
		about += word
	}
	return clean(about)
}

// rowNoun returns the name of the row. Where the column says whether it was
// planned or done, such words in the name are part of it.
func (v *cellView) rowNoun() string {
	switch v.name.measures {
	case growth, fall, place:
		return v.name.noun
	case completion, share:
		if v.heads.measures == itself {
			return v.name.name
		}
	}
	if v.heads.modality == "" && v.heads.measures == itself {
		return v.name.noun
	}
	return v.name.name
}

func (v *cellView) columnNoun() string {
	if v.heads.measures == itself && v.heads.modality == "" {
		return v.heads.name
	}
	return v.heads.noun
}

// rowsAreIndicators tells whether of two names that are nouns the row's says
// what is counted, and the column's for whom.
func (v *cellView) rowsAreIndicators() bool {
	w := &v.x.a.tables
	if v.x.s.Cell.Unit != "" || v.name.noted && !v.heads.noted ||
		slices.Contains(w.scope, v.heads.noun) || v.x.s.Cell.Column == "" {
		return true
	}
	if v.nameColumn < 0 {
		return false
	}
	return slices.Contains(w.indicators, bareName(v.table.Columns[v.nameColumn].Name))
}

// nounAbove returns the name of the nearest row above that has a noun, for a
// row such as 同比增长.
func (v *cellView) nounAbove() string {
	k := v.nameColumn
	if v.row < 0 || k < 0 {
		return ""
	}
	for r := v.row - 1; r >= v.table.Head && v.row-r <= tableReach; r-- {
		if cells := v.table.Rows[r].Cells; k < len(cells) {
			l := v.x.a.tables.label(cells[k].Of(v.x.d.Text.Body), v.marksAt(r, k))
			if l.noun != "" {
				return l.name
			}
		}
	}
	return ""
}
