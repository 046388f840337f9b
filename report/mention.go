package report

// MentionType is what kind of expression was recognised.
type MentionType string

// The types of mentions. Each is also a slot of the rule language under its
// Chinese name (【金额】 …).
const (
	MentionMoney    MentionType = "money"    // 约6.8亿元
	MentionRatio    MentionType = "ratio"    // 97%, 5个百分点, 2倍, 八成
	MentionCount    MentionType = "count"    // 45个, 3.5万人次; no measure word: unit empty
	MentionMeasure  MentionType = "measure"  // 20亩, 5.31亿吨
	MentionRank     MentionType = "rank"     // 第9, 前十, 首位
	MentionTime     MentionType = "time"     // 2023年, 1-11月底, 6月底前, 国庆节前, 五年来
	MentionEvery    MentionType = "every"    // 每周, 每季度: the period of a frequency
	MentionDuration MentionType = "duration" // 三年, 两个月: a length of time
	MentionTitle    MentionType = "title"    // 《…》, with the marks
	MentionQuote    MentionType = "quote"    // “…”, with the marks
	MentionNonFact  MentionType = "nonfact"  // looks like a quantity and is none: 第三方, “1+9”, 〔2011〕76号
)

// Mention is an expression recognised in a sentence, by its form alone.
type Mention struct {
	Type MentionType
	Span Span // in the body, bound words included: 约6.8亿元
	Core Span // the number and its unit alone: 6.8亿元

	Value Value  // of money, ratio, count, measure, rank
	Noun  string // of a count without measure word (6069万农民): empty; kept for unit-like nouns (5环节)

	Period Period // of a time: the days its words cover
	Due    Date   // of a time: the last day that keeps a promise made with these words
	ByWhen bool   // of a time: its words say by when (6月底前, 年内, 到2027年), not merely when
	// Grain of a time is day, month, quarter, half or year, and the plural where
	// it covers several: days (a week, 6月上旬), months (1-11月), years (五年来).
	// Of an every it says what Value.Per has no word for: half, years, months.
	// Of a duration it is the grain of the unit; Value holds the length.
	Grain  string
	Rolled bool // of a time: resolved from a word like 今年, 去年, 五年来, not a written year

	Why string // of a nonfact: the id of the list entry that made it one
}
