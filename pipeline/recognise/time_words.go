package recognise

import (
	"strings"

	"taizhang/pipeline/lexicon"
)

// timesTable is the shape of lexicon/times.yaml. The comments there say what
// each list is for.
type timesTable struct {
	Years         map[string]int    `yaml:"years"`
	SectionYears  []string          `yaml:"section_years"`
	YearPairs     map[string][2]int `yaml:"year_pairs"`
	NextYear      []string          `yaml:"next_year"`
	NotYear       []string          `yaml:"not_year"`
	NotBeforeYear []string          `yaml:"not_before_year"`
	NotMonth      []string          `yaml:"not_month"`

	Months   map[string]int    `yaml:"months"`
	Quarters map[string]int    `yaml:"quarters"`
	Weeks    map[string]int    `yaml:"weeks"`
	Weekends map[string]int    `yaml:"weekends"`
	Days     map[string]int    `yaml:"days"`
	Parts    map[string][2]int `yaml:"parts"`
	Seasons  map[string][2]int `yaml:"seasons"`
	TenDays  map[string][2]int `yaml:"ten_days"`

	NotBeforeHead []string `yaml:"not_before_head"`

	YearEdges  edgeTable `yaml:"year_edges"`
	MonthEdges edgeTable `yaml:"month_edges"`

	Lunar struct {
		Marks  []string       `yaml:"marks"`
		Months map[string]int `yaml:"months"`
		Leap   []string       `yaml:"leap"`
	} `yaml:"lunar"`
	Era       []string `yaml:"era"`
	BeforeEra []string `yaml:"before_era"`

	Units   map[string]string `yaml:"units"`
	NotUnit []string          `yaml:"not_unit"`
	Lengths struct {
		Before map[string]string `yaml:"before"`
		After  map[string]string `yaml:"after"`
		And    []string          `yaml:"and"`
	} `yaml:"lengths"`
	NotDay      []string `yaml:"not_day"`
	CountedDays []string `yaml:"counted_days"`

	BeforeWords []string `yaml:"before_words"`
	AfterWords  []string `yaml:"after_words"`
	PassWords   []string `yaml:"pass_words"`
	Ago         []string `yaml:"ago"`
	Later       []string `yaml:"later"`
	Since       []string `yaml:"since"`
	Within      []string `yaml:"within"`
	Inside      []string `yaml:"inside"`
	Span        []string `yaml:"span"`
	Vague       []string `yaml:"vague"`

	From             []string `yaml:"from"`
	FromAlone        []string `yaml:"from_alone"`
	FromEnd          []string `yaml:"from_end"`
	Until            []string `yaml:"until"`
	UntilEnd         []string `yaml:"until_end"`
	By               []string `yaml:"by"`
	ByAfter          []string `yaml:"by_after"`
	Dashes           []string `yaml:"dashes"`
	Joins            []string `yaml:"joins"`
	Before           []string `yaml:"before"`
	BeforeOrOn       []string `yaml:"before_or_on"`
	After            []string `yaml:"after"`
	NotAfter         []string `yaml:"not_after"`
	NotBefore        []string `yaml:"not_before"`
	NotWithin        []string `yaml:"not_within"`
	NotSince         []string `yaml:"not_since"`
	NearEnds         []string `yaml:"near_ends"`
	About            []string `yaml:"about"`
	During           []string `yaml:"during"`
	ThatDay          []string `yaml:"that_day"`
	NotBeforeQuarter []string `yaml:"not_before_quarter"`
	Now              []string `yaml:"now"`

	Eve map[string]int `yaml:"eve"`

	Between []string `yaml:"between"`
	Counted struct {
		Head         []string       `yaml:"head"`
		Tail         []string       `yaml:"tail"`
		FirstDay     []string       `yaml:"first_day"`
		QuarterMonth map[string]int `yaml:"quarter_month"`
	} `yaml:"counted"`

	Plans struct {
		During  []string `yaml:"during"`
		End     []string `yaml:"end"`
		Start   []string `yaml:"start"`
		Since   []string `yaml:"since"`
		First   []string `yaml:"first"`
		Last    []string `yaml:"last"`
		Head    []string `yaml:"head"`
		Tail    []string `yaml:"tail"`
		Names   []string `yaml:"names"`
		Ordinal []string `yaml:"ordinal"`
	} `yaml:"plans"`

	Every struct {
		Marks []string          `yaml:"marks"`
		Units map[string]string `yaml:"units"`
		Words map[string]string `yaml:"words"`
	} `yaml:"every"`

	NumberDayAfter []string `yaml:"number_day_after"`
	NotAfterRune   []string `yaml:"not_after_rune"`

	Office []string `yaml:"office"`

	Centuries struct {
		Mark        []string          `yaml:"mark"`
		Decade      []string          `yaml:"decade"`
		Relative    map[string]int    `yaml:"relative"`
		Parts       map[string][2]int `yaml:"parts"`
		DecadeParts map[string][2]int `yaml:"decade_parts"`
	} `yaml:"centuries"`
}

// edgeTable is the words for the ends of a year or a month. The short ones
// count only behind a year or a month that is said.
type edgeTable struct {
	End         []string `yaml:"end"`
	EndShort    []string `yaml:"end_short"`
	Start       []string `yaml:"start"`
	StartShort  []string `yaml:"start_short"`
	Whole       []string `yaml:"whole"`
	Within      []string `yaml:"within"`
	Middle      []string `yaml:"middle"`
	MiddleShort []string `yaml:"middle_short"`
}

func readTimesTable(lex *lexicon.Lexicon) (timesTable, error) {
	var table timesTable
	err := lex.Decode("times.yaml", &table)
	return table, err
}

// wordTable finds the longest of its words that a text goes on with.
type wordTable[V any] struct {
	lexemes[V]
	list []string
}

func newWordTable[V any](words map[string]V) wordTable[V] {
	var t wordTable[V]
	for w, v := range words {
		t.add(w, v)
	}
	return t
}

func newWordList(words []string) wordTable[bool] {
	var t wordTable[bool]
	for _, w := range words {
		t.add(w, true)
	}
	return t
}

func (t *wordTable[V]) add(word string, v V) {
	t.lexemes.add(word, v)
	t.list = append(t.list, word)
}

// firsts returns the runes that words of the table start with.
func (t *wordTable[V]) firsts() []rune { return t.lexemes.words.firsts }

// at returns the value of the longest word at s[i:] and the offset after it;
// the offset is 0 where none stands there.
func (t *wordTable[V]) at(s string, i int) (v V, end int) {
	if h := t.lexemes.words.ahead(s, i); h.word > 0 {
		return t.values[h.word-1], h.at
	}
	return v, 0
}

// has tells whether one of the words stands at s[i:].
func (t *wordTable[V]) has(s string, i int) bool {
	_, end := t.at(s, i)
	return end > 0
}

// endsBefore tells whether one of the words ends at s[:i].
func endsBefore(words []string, s string, i int) bool {
	for _, w := range words {
		if strings.HasSuffix(s[:i], w) {
			return true
		}
	}
	return false
}
