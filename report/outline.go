package report

// Part is the half of a report a section belongs to.
type Part string

// Parts of a report: what was done, what is planned, neither (title block,
// salutation, footnotes of terms).
const (
	Review    Part = "review"
	Plan      Part = "plan"
	OtherPart Part = ""
)

// Kinds of document. Others may appear as the words of the title.
const (
	KindSummaryPlan = "工作总结及工作计划"
	KindSummary     = "工作总结"
	KindPlan        = "工作计划"
	KindGovernment  = "政府工作报告"
	KindCongress    = "党代会报告"
)

// Outline is what structure makes of a text: who speaks, of which years, and
// how the text is built. What could not be known is left empty.
type Outline struct {
	Title     string     `json:"title"`
	TitleSpan Span       `json:"title_span"`
	Org       string     `json:"org"`       // full name of the office
	OrgShort  string     `json:"org_short"` // as the text itself calls it: 区重建中心
	Kind      string     `json:"kind"`      // one of the Kind constants, or empty
	Reviewed  int        `json:"reviewed"`  // year looked back on; 0 unknown
	Planned   int        `json:"planned"`   // year looked forward to; 0 unknown
	Evidence  []Evidence `json:"evidence"`  // the words each of these was taken from
	Sections  []Section  `json:"sections"`  // in text order; together they cover the body
	Tables    []Table    `json:"tables,omitempty"`
	Problems  []Problem  `json:"problems,omitempty"`
}

// Evidence says from where a field of the outline was taken.
type Evidence struct {
	Field string `json:"field"` // org, org_short, kind, reviewed, planned, plan_start
	Value string `json:"value"`
	From  string `json:"from"`  // argument, title, text, file
	Quote string `json:"quote"` // the words
	Span  Span   `json:"span"`  // in the body; zero for a file name or an argument
}

// Section is a heading and the text under it up to the next heading. Its
// Span covers the heading and its own text, not its sub-sections.
type Section struct {
	Heading string `json:"heading"` // as printed, without ** and #; empty for text before the first
	Level   int    `json:"level"`   // from 1; 0 for the root
	Parent  int    `json:"parent"`  // index in Sections, -1 for the top
	Span    Span   `json:"span"`
	Head    Span   `json:"head"` // the heading's own words; empty for the root
	Part    Part   `json:"part"`
	Anchor  Anchor `json:"anchor"`
}

// Anchor is what words of time are resolved against. It comes from the text,
// never from the clock.
type Anchor struct {
	Date     Date   `json:"date,omitzero"`   // a given day of speaking (conformance); usually zero
	Reviewed int    `json:"reviewed"`        // 0 unknown
	Planned  int    `json:"planned"`         // 0 unknown
	Year     int    `json:"year"`            // the year the section is about: reviewed or planned
	ThisYear int    `json:"this_year"`       // what 今年 and 本年 mean here
	Period   Period `json:"period,omitzero"` // of a block about several years (五年工作回顾, “十五五”时期); else zero
}

// DefaultPeriod returns the period of a value that names none.
func (a Anchor) DefaultPeriod() Period {
	switch {
	case !a.Period.IsZero():
		return a.Period
	case a.Year != 0:
		return YearPeriod(a.Year)
	}
	return Period{}
}

// Table is a table of the body.
type Table struct {
	Caption string   `json:"caption,omitempty"`
	Unit    string   `json:"unit,omitempty"` // of all its numbers, as written: 单位：万元
	Head    int      `json:"head,omitempty"` // how many rows, from the first, are title or head
	Columns []Column `json:"columns,omitempty"`
	Rows    []Row    `json:"rows"`
}

// Column is what the head of a table says of a column.
type Column struct {
	Name string     `json:"name,omitempty"` // the lines of its head joined: 2023年计划
	Role ColumnRole `json:"role,omitempty"`
}

// ColumnRole is what the cells of a column are for.
type ColumnRole string

// Roles of columns.
const (
	ColumnValue  ColumnRole = ""       // what the table says
	ColumnName   ColumnRole = "name"   // names the row
	ColumnTask   ColumnRole = "task"   // names the row in sentences that are read too
	ColumnUnit   ColumnRole = "unit"   // the unit of the row's numbers
	ColumnNumber ColumnRole = "number" // 序号, 电话: its numbers count nothing
	ColumnNote   ColumnRole = "note"   // 备注: bare numbers count nothing
)

// Row is a row of a table: spans of the body, one a cell.
type Row struct {
	Span  Span   `json:"span"`
	Cells []Span `json:"cells"`
}

// Path returns the headings above section i and its own, outermost first.
func (o Outline) Path(i int) []string {
	var up []string
	for ; i >= 0 && i < len(o.Sections); i = o.Sections[i].Parent {
		if h := o.Sections[i].Heading; h != "" {
			up = append([]string{h}, up...)
		}
	}
	return up
}
