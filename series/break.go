package series

import (
	"cmp"
	"slices"

	"taizhang/report"
)

// Kinds of findings about the years of one office: a value of the past given
// anew, a growth that the levels do not give, a value counted in another way, a
// sentence copied from an earlier report with its figures.
const (
	Restated      FindingKind = "restated"
	Contradiction FindingKind = "contradiction"
	NewScope      FindingKind = "scope"
	Copied        FindingKind = "copied"
)

// Said is a value or a sentence where a report says it.
type Said struct {
	Report   string        `json:"report"`
	Year     int           `json:"year"` // the report is filed under
	Fact     string        `json:"fact,omitempty"`
	Value    *report.Value `json:"value,omitempty"`
	Text     string        `json:"text,omitempty"` // the words of the value
	Sentence string        `json:"sentence"`
	Place    report.Place  `json:"place"`
}

// Break is a place where what an office says over the years does not agree
// with itself: Again does not fit First.
type Break struct {
	Kind      FindingKind       `json:"break"`
	Org       string            `json:"org"`
	Indicator string            `json:"indicator,omitempty"` // or subject, where no rule names one
	Year      int               `json:"year"`                // of the value that does not agree; of a copy, the later report's
	Growth    report.Comparison `json:"comparison,omitempty"`
	First     Said              `json:"first"`
	Again     Said              `json:"again"`
	Text      string            `json:"text"` // 303.6亿元→192.3亿元
}

// Words are the word lists that breaks are told by; they come from
// rules/lexicon/breaks.yaml.
type Words struct {
	Revised  []string // 核定, 决算: a value of the past is given anew
	Scope    []string // 口径: a value is counted in another way
	Constant []string // 增加值: its growth is in constant prices, levels are not

	Real       []string // 实际: a growth in constant prices
	Increments []string // 增加: the number behind it is by how much, not how much
	Cuts       []string // 压减: the number in their clause is what was cut
	Spans      []string // 月, 累计: the sentence speaks of another span than a year
}

// NewWords takes the lists of rules/lexicon/breaks.yaml by their names.
func NewWords(list func(string) []string) Words {
	return Words{Revised: list("重核用词"), Scope: list("口径用词"), Constant: list("不变价指标"), Real: list("不变价用词"), Increments: list("增减用词"),
		Cuts: list("压减用词"), Spans: list("期间用词")}
}

// Breaks returns where the reports of each office do not agree with each other,
// by office, year and kind.
func Breaks(reports []report.Report, words Words) []Break {
	var out []Break
	for _, office := range report.ByOffice(reports) {
		b := newBreaks(office, words)
		found := slices.Concat(b.restated(), b.contradictions(), b.scopes(), copies(office))
		slices.SortStableFunc(found, func(x, y Break) int {
			return cmp.Or(cmp.Compare(x.Again.Year, y.Again.Year), cmp.Compare(x.Again.Place.Start, y.Again.Place.Start),
				cmp.Compare(x.Kind, y.Kind))
		})
		out = append(out, found...)
	}
	return out
}

// Finding returns the break as a finding of a check, the later place first.
func (b Break) Finding() Finding {
	f := Finding{Report: b.Again.Report, Org: b.Org, Year: b.Again.Year, Kind: b.Kind, Text: b.Text, Indicator: b.Indicator,
		Sentence: b.Again.Sentence, Earlier: b.First.Sentence, EarlierYear: b.First.Year}
	for _, s := range []Said{b.Again, b.First} {
		if s.Report == "" {
			continue
		}
		f.Places, f.Reports = append(f.Places, s.Place), append(f.Reports, s.Report)
		if s.Fact != "" {
			f.Facts = append(f.Facts, s.Fact)
		}
	}
	return f
}
